package iris.agent;

import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What a source found and hands to the agent's one writer. */
public sealed interface Evidence {
  /** Id of the service that it is about. */
  String service();

  /** Id of the source within its service. */
  String source();

  /**
   * Transactions counted since the last hand-over. Counted exactly once: tallies and {@code mark} are kept in one
   * commit, and a source that starts anew continues at the mark that was kept.
   *
   * @param tallies by window, each window at most once; a late transaction is in its own window
   * @param beats by second, for the short sliding time that opens incidents; late transactions are in their own second
   * @param mark where the source goes on; empty for a source that cannot go back
   * @param unreadable lines or events that could not be read, 0 or more, and the newest of them as an example,
   *     shortened to 200 characters
   */
  record Counted(
      String service,
      String source,
      List<Tally> tallies,
      List<Beat> beats,
      Optional<Mark> mark,
      long unreadable,
      Optional<String> example)
      implements Evidence {
    public Counted {
      Objects.requireNonNull(service);
      Objects.requireNonNull(source);
      tallies = List.copyOf(tallies);
      beats = List.copyOf(beats);
      Objects.requireNonNull(mark);
      Objects.requireNonNull(example);
      if (unreadable < 0) throw new IllegalArgumentException("unreadable " + unreadable);
    }
  }

  /**
   * One check came back.
   *
   * @param party whom it speaks of, an id of the service's parties
   * @param at when it began
   * @param well whether what was asked for was there, all expectations met
   * @param degraded there, but not as it should be (slow, a warning of a plugin, a certificate about to end)
   * @param latency the whole check
   * @param steps what it took, where it has steps
   * @param counts whether it stands for a transaction in the statistic (a service without a log)
   */
  record Probed(
      String service,
      String source,
      String party,
      Instant at,
      boolean well,
      boolean degraded,
      Duration latency,
      Optional<Steps> steps,
      OptionalInt certificateDays,
      boolean counts,
      Reason why)
      implements Evidence {
    public Probed {
      Objects.requireNonNull(service);
      Objects.requireNonNull(source);
      Objects.requireNonNull(party);
      Objects.requireNonNull(at);
      Objects.requireNonNull(steps);
      Objects.requireNonNull(certificateDays);
      Objects.requireNonNull(why);
      if (latency.isNegative()) throw new IllegalArgumentException("a check lasts: " + latency);
    }
  }

  /** The source itself: a log that vanished, a command that hangs, a port that is taken; and well again. */
  record Condition(String service, String source, boolean well, Reason why) implements Evidence {
    public Condition {
      Objects.requireNonNull(service);
      Objects.requireNonNull(source);
      Objects.requireNonNull(why);
    }
  }

  /** Steps of a check; empty where there is none or it was not reached. */
  record Steps(
      Optional<Duration> dns, Optional<Duration> connect, Optional<Duration> tls, Optional<Duration> firstByte) {
    public Steps {
      Objects.requireNonNull(dns);
      Objects.requireNonNull(connect);
      Objects.requireNonNull(tls);
      Objects.requireNonNull(firstByte);
    }

    /** Those there are, by name, in the order in which they are taken. */
    public Map<String, Duration> named() {
      Map<String, Duration> all = new LinkedHashMap<>();
      dns.ifPresent(d -> all.put("dns", d));
      connect.ifPresent(d -> all.put("connect", d));
      tls.ifPresent(d -> all.put("tls", d));
      firstByte.ifPresent(d -> all.put("first_byte", d));
      return all;
    }
  }
}

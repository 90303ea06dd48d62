package iris.agent.book;

import iris.agent.Beat;
import iris.signal.Maintenance;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a book remembers, as plain records for a store. Only {@code iris.agent.book} reads a meaning into them. */
public final class Memory {
  private Memory() {}

  /** A window that is not closed yet, and what checks found in it. */
  public record Frame(Instant from, Instant to, List<Looks> looks) {
    public Frame {
      if (!from.isBefore(to)) throw new IllegalArgumentException("a window ends after it starts: " + from + " " + to);
      looks = List.copyOf(looks);
    }
  }

  /** Results of one check in one window: all, failed, and there but degraded. */
  public record Looks(String source, int all, int failed, int degraded) {}

  /** Windows that were published, side by side. */
  public record Span(Instant from, Instant to) {
    boolean overlaps(Instant otherFrom, Instant otherTo) {
      return from.isBefore(otherTo) && otherFrom.isBefore(to);
    }
  }

  /**
   * Transactions that are in no window, since the book began.
   *
   * @param late their window was published already
   * @param unattended the agent did not run in their window
   * @param early their window is still to come: a clock of the source that is ahead
   */
  public record Missed(long late, long unattended, long early) {}

  /**
   * One check, by its results one after the other.
   *
   * @param failures failed ones in a row until now, and since when
   * @param troubled failed or degraded ones in a row, and since when
   * @param good entirely good ones in a row, and since when
   * @param last when the newest began; {@code until} then it says something
   * @param why what the newest one that was not good said; empty once enough good ones followed
   */
  public record Check(
      String source,
      String party,
      int failures,
      Optional<Instant> failingSince,
      int troubled,
      Optional<Instant> troubledSince,
      int good,
      Optional<Instant> goodSince,
      Instant last,
      Instant until,
      Optional<Reason> why) {}

  /**
   * Transactions of the short sliding time.
   *
   * @param beats its seconds, oldest first
   * @param badSince since when it is bad and has not been calm; {@code lastBad} its newest bad second
   * @param run transactions that failed since the last that went well, and since when
   * @param slowest whose time it was that the slow ones took, when some were slow last
   */
  public record Traffic(
      List<Beat> beats,
      Optional<Instant> badSince,
      Optional<Instant> lastBad,
      long run,
      Optional<Instant> runSince,
      Origin slowest) {
    static final Traffic NONE =
        new Traffic(List.of(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Origin.UNKNOWN);

    public Traffic {
      beats = List.copyOf(beats);
    }

    boolean bad() {
      return badSince.isPresent();
    }
  }

  /**
   * An open incident, as it was said last.
   *
   * @param announced by a person, who alone closes it
   * @param pinned origin and party are a person's word, and severity at least {@code floor}
   * @param stepped when it was said last
   * @param held it came and went too often: it stays until it is calm for longer
   * @param pending what the evidence says otherwise, and since when
   */
  public record Opened(
      String id,
      boolean announced,
      boolean pinned,
      Optional<Severity> floor,
      int sequence,
      Severity severity,
      Origin origin,
      Optional<String> party,
      Instant since,
      Instant stepped,
      boolean held,
      Optional<Pending> pending) {}

  /** A change that waits for its minute. */
  public record Pending(Severity severity, Origin origin, Optional<String> party, Instant since) {}

  /** For how long an incident was how bad. */
  public record Phase(String incident, boolean announced, Severity severity, Instant from, Optional<Instant> to) {}

  /** A certificate that is about to end. @param told days that were left when it was told of last */
  public record Certificate(String source, int told) {}

  /** Maintenance that is not over. @param revision how often this state was said, from 1 */
  public record Work(
      String id, Maintenance.State state, int revision, Instant from, Instant to, String author, String text) {}

  /**
   * A source that is not well, or was not.
   *
   * @param told whether readers know this state of it; {@code said} when they were told something of it last
   */
  public record Trouble(String source, boolean well, boolean told, Optional<Instant> said, Reason why) {
    public Trouble {
      Objects.requireNonNull(said);
    }
  }
}

package iris.agent;

import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the agent itself does, as of {@code at}.
 *
 * @param trouble of the agent as a whole: a store that cannot be written, a clock that stepped
 */
public record Vitals(Instant started, Instant at, List<Reason> trouble, List<OfService> services) {

  /**
   * @param state by the last closed window, or worse by what is open
   * @param lastWindow end of the last window that was published
   */
  public record OfService(
      String service,
      Verdict state,
      Optional<Instant> lastWindow,
      int openIncidents,
      Missed missed,
      List<OfSource> sources) {
    public OfService {
      Objects.requireNonNull(missed);
      Objects.requireNonNull(service);
      Objects.requireNonNull(state);
      Objects.requireNonNull(lastWindow);
      sources = List.copyOf(sources);
    }
  }

  /**
   * Transactions that are in no window, since the store began.
   *
   * @param late their window was published already
   * @param unattended the agent did not run in their window
   * @param early their window is still to come: a clock of the source that is ahead
   */
  public record Missed(long late, long unattended, long early) {
    public static final Missed NONE = new Missed(0, 0, 0);
  }

  /**
   * @param counted transactions since the agent started, or checks made
   * @param unreadable lines or events that could not be read since then, and the newest of them
   * @param last when it last brought something
   * @param latency of the newest check; {@code steps} what it was made of
   */
  public record OfSource(
      String source,
      boolean well,
      Reason why,
      long counted,
      long unreadable,
      Optional<String> example,
      Optional<Instant> last,
      Optional<Duration> latency,
      Optional<Evidence.Steps> steps,
      OptionalInt certificateDays) {
    public OfSource {
      Objects.requireNonNull(source);
      Objects.requireNonNull(why);
      Objects.requireNonNull(example);
      Objects.requireNonNull(last);
      Objects.requireNonNull(latency);
      Objects.requireNonNull(steps);
      Objects.requireNonNull(certificateDays);
    }
  }

  public Vitals {
    Objects.requireNonNull(started);
    Objects.requireNonNull(at);
    trouble = List.copyOf(trouble);
    services = List.copyOf(services);
  }
}

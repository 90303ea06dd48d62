package iris.alarm;

import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A rehearsed outage that runs now. Its alarm has a kind of its own, so that no state of a service, no window and no
 * figure ever hears of it.
 *
 * @param subject key of the service that is played, or {@link #ALL}
 * @param taken who acknowledged it, and when; empty until then
 */
public record Exercise(String subject, String author, Now started, Optional<Taken> taken) {
  /** Every service at once; no service has this key. */
  public static final String ALL = "*";
  /** It ends by itself after this time: nobody must find an exercise of the day before on the wall. */
  public static final Duration LIMIT = Duration.ofMinutes(10);
  /** From the acknowledgement to the played return to normal. */
  public static final Duration RETURN = Duration.ofSeconds(30);

  public record Taken(Now at, String by) {
    public Taken {
      Objects.requireNonNull(at);
      Objects.requireNonNull(by);
    }
  }

  /** How it ended. */
  public enum End {
    /** Acknowledged, and the played return to normal was shown. */
    RETURNED,
    /** Ended by a person. */
    STOPPED,
    /** A real alarm came. */
    OVERRULED,
    /** Nobody took it within {@link #LIMIT}. */
    TIMED_OUT,
    /** The program was stopped meanwhile. */
    RESTARTED
  }

  /** @param taken time from the first sound to the acknowledgement; empty: nobody acknowledged */
  public record Result(
      String subject, String author, Instant from, Instant to, Optional<Duration> taken, Optional<String> by, End end) {
    public Result {
      Objects.requireNonNull(subject);
      Objects.requireNonNull(author);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(taken);
      Objects.requireNonNull(by);
      Objects.requireNonNull(end);
    }
  }

  public Exercise {
    Objects.requireNonNull(author);
    Objects.requireNonNull(started);
    Objects.requireNonNull(taken);
    if (subject.isBlank()) throw new IllegalArgumentException("an exercise plays something");
  }

  /** The tile of this service wears the word. */
  public boolean covers(String service) {
    return subject.equals(ALL) || subject.equals(service);
  }

  public AlarmKey alarm() {
    return new AlarmKey(AlarmKey.Kind.EXERCISE, subject);
  }

  /** When it goes on by itself, monotonic: the return after the acknowledgement, else its limit. */
  Duration next() {
    Duration limit = started.mono().plus(LIMIT);
    return taken.map(t -> t.at().mono().plus(RETURN)).filter(r -> r.compareTo(limit) < 0).orElse(limit);
  }

  Exercise rebase(Duration by) {
    return new Exercise(subject, author, new Now(started.wall(), started.mono().plus(by)),
        taken.map(t -> new Taken(new Now(t.at().wall(), t.at().mono().plus(by)), t.by())));
  }

  Result ended(Instant at, End end) {
    return new Result(subject, author, started.wall(), at, taken.map(t -> t.at().mono().minus(started.mono())),
        taken.map(Taken::by), end);
  }

  static Reason why(String author) {
    return Reason.of("alarm.why.exercise", author);
  }
}

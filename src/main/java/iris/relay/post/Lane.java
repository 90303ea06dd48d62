package iris.relay.post;

import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.signal.Reason;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One signal of one target: what waits, and how the last tries went. Guarded by its {@link Schedule}. */
final class Lane {
  static final Duration PAST = Duration.ofDays(-36_500);
  /** A server that holds something else so often is complained of. */
  private static final int LOOKS = 3;

  /** With the name that it has now: by it a server may know the signal. */
  Signal signal;
  final String id;
  boolean busy;
  /** Where it is filed. */
  Filing.@Nullable Slip slip;
  /** The letter that goes next; {@code fresh}: it was looked for since something was put there. */
  Optional<Letter> head = Optional.empty();
  boolean fresh;
  long events;
  /** The newest letter that was delivered or given up here: a post hears of one after others see it on the disk. */
  private long gone;

  int tries;
  /** What failed: the number of a letter, or -1 for a state; {@code delivered} else by the target when that began. */
  long failing = -1;
  long delivered;
  Optional<Duration> failingSince = Optional.empty();
  Duration notBefore = PAST;
  Duration tried = PAST;
  Optional<Reason> refused = Optional.empty();
  /** The last event that was given up, which a state that is taken a moment later does not make good; and when. */
  Optional<Reason> lost = Optional.empty();
  Duration lostAt = PAST;

  /** The last level told, and when. */
  Optional<Duration> told = Optional.empty();
  Optional<Level> level = Optional.empty();
  boolean muted;

  /** When the server is to be asked what it holds; how often it held something else, and what was odd. */
  Optional<Duration> lookAt = Optional.empty();
  int differing;
  Optional<Reason> odd = Optional.empty();

  Lane(Signal signal) {
    this.signal = signal;
    id = signal.id();
  }

  /** It was put behind all that waits. */
  void added(Letter letter) {
    // Of a queue that is known to be empty it is the first, and need not be read again; unless it came and went already,
    // and would be told a second time, an end perhaps after the begin that follows it.
    if (head.isEmpty() && fresh && letter.n() > gone) head = Optional.of(letter);
    else if (head.isEmpty()) fresh = false;
    if (letter.message().sort().event()) events++;
  }

  /** It is no longer the one that goes next. */
  void gone(Letter letter) {
    fresh = false;
    gone = Math.max(gone, letter.n());
  }

  /** What waits by the disk. @return whether that was known */
  boolean waits(Outbox.Queue queue) {
    boolean same = events == queue.events();
    events = queue.events();
    fresh = fresh && head.filter(l -> l.n() == queue.first()).isPresent();
    return fresh && same;
  }

  /** What waits is to be looked for on the disk, whatever is known of it, and how it stands to be told once more. */
  void anew() {
    fresh = false;
    told = Optional.empty();
  }

  /** The letter that was to go next is not on the disk any more. */
  void unknown() {
    fresh = false;
    head = Optional.empty();
  }

  boolean free(Duration now) {
    return !busy && notBefore.compareTo(now) <= 0;
  }

  void told(Message message, Duration now) {
    told = Optional.of(now);
    level = Optional.of(message.level());
    muted = message.muted().isPresent();
  }

  /** What the server holds, after something was told. */
  void seen(Seen seen) {
    switch (seen) {
      case Seen.Holds(Level holds, String _) when level.filter(holds::equals).isPresent() -> {
        differing = 0;
        odd = Optional.empty();
      }
      case Seen.Holds(Level holds, String _) -> {
        differing++;
        // It may be slow: told again it is at once, complained of it is later.
        if (differing < LOOKS) told = Optional.empty();
        else odd = Optional.of(
            Reason.of("relay.post.differs", signal.name(), holds, level.map(Level::name).orElse("")));
      }
      case Seen.Nothing(Reason why) -> odd = Optional.of(why);
      case Seen.Unasked _ -> { }
    }
  }

  void well() {
    tries = 0;
    failing = -1;
    failingSince = Optional.empty();
    refused = Optional.empty();
  }

  void lose(Letter letter, Reason why, Duration now) {
    refused = Optional.of(why);
    gone(letter);
    if (!letter.message().sort().event()) return;
    lost = refused;
    lostAt = now;
  }

  /** @param n of the letter, -1 for a state; {@code others} that the target took so far */
  void failed(long n, long others, Duration now) {
    if (failing != n || tries == 0) {
      tries = 0;
      failing = n;
      delivered = others;
    }
    tries++;
    if (failingSince.isEmpty()) failingSince = Optional.of(now);
  }
}

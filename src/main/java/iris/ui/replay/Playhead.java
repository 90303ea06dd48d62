package iris.ui.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Where a film stands and how fast it goes, as a function of a clock that is passed in. Immutable.
 *
 * @param from first instant of what is played, {@code to} the last one
 * @param anchor where it stood when {@code since} was on the monotonic clock
 * @param speed seconds of the film in a second; one of {@link #SPEEDS}
 */
public record Playhead(Instant from, Instant to, Instant anchor, Duration since, int speed, boolean playing) {
  public static final List<Integer> SPEEDS = List.of(1, 2, 5, 10, 30, 60, 120, 300, 600);

  /** Of what is played, that much lies before an instant that was asked for. */
  private static final int LEAD = 10;

  public Playhead {
    Objects.requireNonNull(since);
    if (!from.isBefore(to)) throw new IllegalArgumentException("nothing is played from " + from + " to " + to);
    if (anchor.isBefore(from) || anchor.isAfter(to)) throw new IllegalArgumentException(anchor + " is not played");
    if (!SPEEDS.contains(speed)) throw new IllegalArgumentException("speed " + speed);
  }

  /** Standing at its begin, at the speed of life. */
  public static Playhead of(Instant from, Instant to) {
    return new Playhead(from, to, from, Duration.ZERO, 1, false);
  }

  /** Where it stands at this time of the monotonic clock; at its end it stays. */
  public Instant at(Duration now) {
    if (!playing) return anchor;
    Duration gone = now.minus(since);
    if (gone.isNegative()) return anchor;
    Instant there = anchor.plus(gone.multipliedBy(speed));
    return there.isAfter(to) ? to : there;
  }

  /** It has come to its end. */
  public boolean over(Duration now) {
    return !at(now).isBefore(to);
  }

  public Playhead play(Duration now) {
    return new Playhead(from, to, at(now), now, speed, true);
  }

  public Playhead pause(Duration now) {
    return new Playhead(from, to, at(now), now, speed, false);
  }

  /** The other of the two; at its end it begins again. */
  public Playhead toggle(Duration now) {
    if (playing) return pause(now);
    return over(now) ? seek(from, now).play(now) : play(now);
  }

  /** To another instant; one that lies outside takes what is played with it, as long as it was. */
  public Playhead seek(Instant wanted, Duration now) {
    if (!wanted.isBefore(from) && !wanted.isAfter(to)) return new Playhead(from, to, wanted, now, speed, playing);
    Duration length = Duration.between(from, to);
    Instant begin = wanted.minus(length.dividedBy(LEAD));
    return new Playhead(begin, begin.plus(length), wanted, now, speed, playing);
  }

  public Playhead speed(int wanted, Duration now) {
    return new Playhead(from, to, at(now), now, wanted, playing);
  }

  /** The next speed of {@link #SPEEDS}, as far as there is one. */
  public Playhead faster(Duration now) {
    return step(1, now);
  }

  public Playhead slower(Duration now) {
    return step(-1, now);
  }

  private Playhead step(int by, Duration now) {
    int next = Math.clamp(SPEEDS.indexOf(speed) + by, 0, SPEEDS.size() - 1);
    return speed(SPEEDS.get(next), now);
  }
}

package iris.ui.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The beat of the screen: once on each second of the wall clock, so that the clock and all ages go together; three
 * times a second while something blinks (1.5 Hz is three changes a second). Between two beats nothing runs.
 */
public final class Pulse implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;

  private final Door door;
  private final InstantSource time;
  private final Consumer<Instant> beat;
  private boolean hurried;
  private boolean closed;
  private int run;

  /**
   * Beats at once, then on every second. All on the FX thread, the constructor too.
   *
   * @param beat told the time; it may call {@link #hurry}
   */
  public Pulse(Door door, InstantSource time, Consumer<Instant> beat) {
    this.door = door;
    this.time = time;
    this.beat = beat;
    beat(run);
  }

  /** Beats three times a second, or once. */
  public void hurry(boolean yes) {
    if (hurried == yes) return;
    hurried = yes;
    if (yes) beat(++run);
  }

  private void beat(int ofRun) {
    if (closed || ofRun != run) return;
    Instant now = time.instant();
    door.after(toNext(now, hurried), () -> beat(ofRun));
    beat.accept(now);
  }

  /** Until the next beat: the next full second, or third of one. Aims 1 ms behind it, so that it is not hit early. */
  static Duration toNext(Instant now, boolean hurried) {
    long step = hurried ? SECOND / 3 : SECOND;
    long into = now.getNano() % step;
    return Duration.ofNanos(step - into + 1_000_000);
  }

  /** Phase of a sign that changes {@code perSecond} times a second (1, 2 or 3); the same on every tile. */
  public static boolean lit(Instant now, double perSecond) {
    double phase = (now.getEpochSecond() % 1_000_000 + now.getNano() / 1e9) * perSecond;
    return (long) Math.floor(phase + 1e-6) % 2 == 0;
  }

  @Override
  public void close() {
    closed = true;
  }
}

package iris.ui.charts.paint;

import java.util.List;

/**
 * What stands above what. The names of the bands stand in the gaps over them.
 *
 * @param episodes alarms, {@code announced} what the feed said, {@code acts} what was done and noted
 */
public record Layout(int height, Band times, Band traffic, Band failures, Band strip, Band episodes, Band announced, Band acts) {
  /** Room for a name over a band. */
  public static final int NAME = 18;
  private static final int STRIP = 22;
  private static final int LANE = 13;
  private static final int LEAST = 60;

  public static Layout of(int height) {
    int fixed = 4 * NAME + STRIP + 3 * LANE + NAME + 4;
    int room = Math.max(LEAST, height - fixed);
    int y = NAME;
    Band times = new Band(y, room * 56 / 100);
    y = times.bottom() + NAME;
    Band traffic = new Band(y, room * 20 / 100);
    y = traffic.bottom() + NAME;
    Band failures = new Band(y, room - times.h() - traffic.h());
    y = failures.bottom() + NAME;
    Band strip = new Band(y, STRIP);
    y = strip.bottom() + NAME;
    Band episodes = new Band(y, LANE);
    Band announced = new Band(y + LANE, LANE);
    Band acts = new Band(y + 2 * LANE, LANE);
    return new Layout(acts.bottom() + 2, times, traffic, failures, strip, episodes, announced, acts);
  }

  /** Those that hold figures, down to the lanes. */
  public List<Band> bands() {
    return List.of(times, traffic, failures, strip);
  }
}

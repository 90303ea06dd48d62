package iris.ui.charts.paint;

import iris.alarm.AlarmKey;
import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.signal.Incident;
import iris.ui.charts.model.Mark;
import iris.ui.charts.model.TimeScale;
import iris.ui.draw.Role;
import java.time.Instant;
import java.util.List;

/** Marks on the line of time, each kind in its lane and its shape. */
final class Lanes {
  private static final int LEAST = 3;

  private final Raster raster;
  private final Inks inks;
  private final TimeScale x;
  private final Instant now;

  Lanes(Raster raster, Inks inks, TimeScale x, Instant now) {
    this.raster = raster;
    this.inks = inks;
    this.x = x;
    this.now = now;
  }

  void draw(Layout layout, List<Mark> marks) {
    for (Mark mark : marks)
      switch (mark) {
        case Mark.Stood s -> stood(layout.episodes(), s, s.episode());
        case Mark.Announced a -> announced(layout.announced(), a);
        case Mark.Paused p -> paused(layout.episodes(), p);
        case Mark.Happened h -> happened(layout.acts(), h);
      }
  }

  private int left(Mark mark) {
    return (int) Math.clamp(Math.floor(x.x(mark.from())), -LEAST, x.width() + 1);
  }

  private int wide(Mark mark) {
    int right = (int) Math.clamp(Math.ceil(x.x(mark.to().orElse(now))), -LEAST, x.width() + 1);
    return Math.max(LEAST, right - left(mark));
  }

  /** Graver is higher: down as high as its lane. */
  private void stood(Band lane, Mark mark, Episode e) {
    int high = lane.h() - 2;
    switch (e.alarm().kind()) {
      case OUTAGE -> raster.rect(left(mark), lane.y(), wide(mark), high, inks.of(Role.DOWN));
      case DEGRADED -> {
        raster.rect(left(mark), lane.y() + high / 3, wide(mark), high - high / 3, inks.of(Role.DEGRADED_EDGE));
        raster.rect(left(mark) + 1, lane.y() + high / 3 + 1, wide(mark) - 2, high - high / 3 - 2, inks.of(Role.DEGRADED));
      }
      case SUPERVISION_LOST, SERVICE_SILENT -> {
        raster.hatch(left(mark), lane.y() + high / 3, wide(mark), high - high / 3, 4, inks.of(Role.UNKNOWN));
        raster.frame(left(mark), lane.y() + high / 3, wide(mark), high - high / 3, inks.of(Role.UNKNOWN));
      }
      default -> raster.rect(left(mark), lane.y() + high - 4, wide(mark), 4,
          inks.of(e.alarm().kind() == AlarmKey.Kind.FALLBACK_ACTIVE ? Role.FALLBACK : Role.SOFT));
    }
  }

  /** Their words are an outline; what they call an outage has a core. */
  private void announced(Band lane, Mark.Announced a) {
    int high = lane.h() - 3;
    Incident.Kind kind = a.incident().kind();
    int colour = inks.of(kind == Incident.Kind.MAINTENANCE ? Role.MAINTENANCE : Role.TEXT);
    raster.frame(left(a), lane.y(), wide(a), high, colour);
    if (kind == Incident.Kind.OUTAGE) raster.rect(left(a) + 2, lane.y() + 2, wide(a) - 4, high - 4, inks.of(Role.DOWN));
    if (kind == Incident.Kind.DEGRADATION)
      raster.rect(left(a) + 2, lane.y() + high / 2, wide(a) - 4, 2, inks.of(Role.DEGRADED_EDGE));
  }

  private void paused(Band lane, Mark mark) {
    for (int c = Math.max(0, left(mark)); c < Math.min(x.width(), left(mark) + wide(mark)); c++)
      if (c % 7 < 4) raster.rect(c, lane.bottom() - 3, 1, 1, inks.of(Role.MAINTENANCE));
  }

  /** Acts are filled, what IRIS noted is a ring, what was refused a bar. */
  private void happened(Band lane, Mark.Happened h) {
    int middle = left(h);
    int half = (lane.h() - 3) / 2;
    switch (h.what()) {
      case Transition.Noted _, Transition.Drifted _ -> diamond(middle, lane.y() + half, half, false);
      case Transition.Refused _ -> raster.rect(middle - half, lane.y() + half - 1, 2 * half + 1, 3, inks.of(Role.TEXT));
      default -> diamond(middle, lane.y() + half, half, true);
    }
  }

  private void diamond(int x, int y, int half, boolean filled) {
    for (int dy = -half; dy <= half; dy++) {
      int wide = half - Math.abs(dy);
      if (filled) raster.rect(x - wide, y + dy, 2 * wide + 1, 1, inks.of(Role.TEXT));
      else {
        raster.rect(x - wide, y + dy, 1, 1, inks.of(Role.SOFT));
        raster.rect(x + wide, y + dy, 1, 1, inks.of(Role.SOFT));
      }
    }
  }
}

package iris.ui.wall;

import iris.ui.control.Pulse;
import iris.ui.draw.Bell;
import iris.ui.draw.Box;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.theme.Type;
import java.time.Instant;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;

/** Draws what of a tile changes with time: since, age, ring, and the bell that blinks. Each in a canvas of its own. */
final class Beat {
  private static final double UNACKED_PER_SECOND = 3;
  private static final double RETURNED_PER_SECOND = 1.5;

  private Beat() {}

  static Bell.Form form(Mark mark, Instant now, boolean still) {
    return switch (mark.kind()) {
      case UNACKED, LATCHED -> still ? Bell.Form.INVERSE : lit(mark, now) ? Bell.Form.FILLED : Bell.Form.OUTLINED;
      case RETURNED -> still ? Bell.Form.INVERSE : lit(mark, now) ? Bell.Form.FILLED : Bell.Form.OUTLINED;
      case ACKED -> Bell.Form.CHECKED;
      case SHELVED -> Bell.Form.STRUCK;
      case NONE -> Bell.Form.OUTLINED;
    };
  }

  private static boolean lit(Mark mark, Instant now) {
    return switch (mark.kind()) {
      case UNACKED -> Pulse.lit(now, UNACKED_PER_SECOND);
      case RETURNED -> Pulse.lit(now, RETURNED_PER_SECOND);
      default -> true;
    };
  }

  static void bell(GraphicsContext gc, Box box, Mark mark, Bell.Form form, Ink ink) {
    gc.clearRect(0, 0, box.w() + 2, box.h() + 2);
    if (mark.kind() == Mark.Kind.NONE) return;
    Bell.draw(gc, form, new Box(0, 0, box.w(), box.h()), ink.of(Ink.alarm(mark.priority())), ink.of(Role.TILE));
  }

  /** On a canvas that stands at whole pixels, the text exactly in its box. */
  static void text(Pen pen, Box box, String said, double size, Color colour) {
    Box canvas = box.snapped();
    pen.gc().clearRect(0, 0, canvas.w(), canvas.h());
    Box place = new Box(box.x() - canvas.x(), box.y() - canvas.y(), box.w(), box.h());
    pen.line(said, place, Type.REGULAR, size, Pen.Side.LEFT, colour);
  }

  /** Full at a fresh window, empty when the next is due. */
  static void ring(GraphicsContext gc, Box box, double life, Ink ink) {
    double thick = Math.max(2, box.h() * 0.15);
    double d = Math.min(box.w(), box.h()) - thick;
    gc.clearRect(0, 0, box.w() + 2, box.h() + 2);
    gc.setLineWidth(thick);
    gc.setLineCap(StrokeLineCap.BUTT);
    gc.setStroke(ink.of(Role.LINE));
    if (ink.stale()) gc.setLineDashes(thick * 0.9, thick * 0.9);
    gc.strokeOval(thick / 2, thick / 2, d, d);
    gc.setLineDashes();
    if (life <= 0) return;
    gc.setStroke(ink.data(Role.UP));
    gc.strokeArc(thick / 2, thick / 2, d, d, 90, 360 * life, ArcType.OPEN);
  }
}

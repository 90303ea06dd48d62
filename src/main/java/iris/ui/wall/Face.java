package iris.ui.wall;

import iris.ui.draw.Box;
import iris.ui.draw.Hatch;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Shape;
import iris.ui.draw.Shapes;
import iris.ui.theme.Type;
import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws what of a tile changes with its model only; ages and what blinks are {@link Beat}'s. */
final class Face {
  private final Pen pen;
  private final Plan plan;
  private final TileWords words;

  Face(Pen pen, Plan plan, TileWords words) {
    this.pen = pen;
    this.plan = plan;
    this.words = words;
  }

  void draw(TileModel tile, Instant now, Ink ink) {
    ground(tile, ink);
    Plan.Sizes size = plan.size();
    Box name = tile.played() ? played(ink) : plan.name();
    if (tile.drifts()) name = DriftChip.draw(pen, plan, name, words.drift(), ink);
    pen.line(tile.name(), name, Type.STRONG, size.name(), Pen.Side.LEFT, ink.of(Role.TEXT));
    tile.fallback().ifPresent(at -> fallback(ink));
    double priority = plan.variant() == Variant.HERO ? size.since() : size.unit();
    pen.line(words.priority(tile), plan.priority(), Type.STRONG, priority, Pen.Side.RIGHT, ink.of(Role.TEXT));
    Band.draw(pen, plan, tile, words.state(tile), ink);
    lines(tile, now, ink);
    if (plan.variant() == Variant.COMPACT) {
      value(words.figure(tile), plan.figures().getFirst(), Pen.Side.RIGHT, tile, ink);
    } else {
      if (!wordy(tile)) figures(tile, ink);
      String clocks = pen.fitting(words.clocks(tile, now), plan.clocks(), Type.REGULAR, size.foot());
      pen.line(clocks, plan.clocks(), Type.REGULAR, size.foot(), Pen.Side.RIGHT, ink.of(Role.SOFT));
    }
    if (!tile.day().measured()) return;
    Curve.draw(pen, plan.chart(), tile.day(), words, size.label(), ink);
    Strip.draw(pen.gc(), plan.strip(), tile.day(), ink);
    Strip.axis(pen, plan.axis(), plan.strip(), tile.day(), words, size.label(), ink.of(Role.FAINT));
  }

  private void ground(TileModel tile, Ink ink) {
    GraphicsContext gc = pen.gc();
    Box whole = plan.whole();
    double arc = plan.size().unit() * 0.9;
    gc.clearRect(0, 0, whole.w(), whole.h());
    gc.setFill(ink.of(Role.TILE));
    gc.fillRoundRect(0, 0, whole.w(), whole.h(), arc, arc);
    if (tile.stale()) {
      double step = Math.max(7, plan.size().unit() * 0.7);
      Hatch.fill(gc, whole.inset(2), step, 1, ink.palette().between(Role.TILE, Role.LINE, 0.42));
    }
    // Only what stands and nobody has: a service that came back must not look like one that is down.
    boolean calls = tile.mark().kind() == Mark.Kind.UNACKED;
    Color edge = calls ? ink.of(Ink.alarm(tile.mark().priority())) : ink.palette().between(Role.TILE, Role.LINE, 0.5);
    double line = calls ? Math.max(2, plan.size().unit() * 0.16) : 1;
    gc.setStroke(edge);
    gc.setLineWidth(line);
    gc.setLineDashes();
    Box in = whole.inset(line / 2);
    gc.strokeRoundRect(in.x(), in.y(), in.w(), in.h(), arc, arc);
  }

  /** The word beside the name, inverse, as large as it; and an edge that no real state has. Returns what the name keeps. */
  private Box played(Ink ink) {
    Box title = plan.name();
    double size = Math.min(plan.size().name(), 1.3 * plan.size().unit());
    String word = words.exercise();
    double w = Math.min(pen.width(word, Type.STRONG, size) + size * 0.9, title.w() * 0.75);
    Box chip = new Box(title.right() - w, title.y() + (title.h() - size * 1.3) / 2, w, size * 1.3);
    GraphicsContext gc = pen.gc();
    gc.setFill(ink.of(Role.TEXT));
    gc.fillRect(chip.x(), chip.y(), chip.w(), chip.h());
    pen.line(word, new Box(chip.x() + size * 0.45, chip.y(), chip.w() - size * 0.45, chip.h()), Type.STRONG, size,
        Pen.Side.LEFT, ink.of(Role.TILE));
    double line = Math.max(2, plan.size().unit() * 0.16);
    Box in = plan.whole().inset(line / 2);
    gc.setStroke(ink.of(Role.TEXT));
    gc.setLineWidth(line);
    gc.setLineDashes(4 * line, 3 * line);
    gc.strokeRect(in.x(), in.y(), in.w(), in.h());
    gc.setLineDashes();
    return new Box(title.x(), title.y(), Math.max(1, title.w() - w - size * 0.4), title.h());
  }

  /** A feed without figures: its words have their place. */
  private boolean wordy(TileModel tile) {
    return !tile.day().measured() && (plan.variant() == Variant.FULL || plan.variant() == Variant.WIDE);
  }

  private void fallback(Ink ink) {
    Box box = plan.fallback();
    double arc = box.h() * 0.3;
    pen.gc().setFill(ink.of(Role.FALLBACK));
    pen.gc().fillRoundRect(box.x(), box.y(), box.w(), box.h(), arc, arc);
    Shapes.draw(pen.gc(), Shape.ARROWS, box.inset(box.h() * 0.17), ink.of(Role.ON_FALLBACK), ink.of(Role.FALLBACK));
  }

  private void lines(TileModel tile, Instant now, Ink ink) {
    Box box = plan.lines();
    if (box.isNone()) return;
    if (wordy(tile))
      box = new Box(box.x(), box.y(), plan.strip().right() - box.x(), Math.max(box.h(), plan.ring().y() - plan.size().unit() - box.y()));
    double size = plan.size().line();
    double high = size * 1.28;
    int room = Math.max(1, (int) (box.h() / high + 0.05));
    double y = box.y();
    boolean shortSince = plan.variant() == Variant.HERO || plan.variant() == Variant.WIDE;
    List<List<String>> all = shortSince ? words.heroLines(tile, now) : words.lines(tile, now);
    for (int i = 0; i < all.size(); i++) {
      // The second sentence has its line, though the first would fill both; the last one is of least weight.
      int others = Math.min(room - 1, Math.max(0, all.size() - i - 2));
      List<String> cut = pen.wrap(all.get(i), Type.REGULAR, size, box.w(), room - others);
      for (String line : cut) {
        pen.line(line, new Box(box.x(), y, box.w(), high), Type.REGULAR, size, Pen.Side.LEFT, ink.of(Role.SOFT));
        y += high;
      }
      room -= cut.size();
      if (room <= 0) return;
      if (plan.variant() == Variant.HERO) y += size * 0.3;
    }
  }

  private void figures(TileModel tile, Ink ink) {
    List<Box> boxes = plan.figures();
    figure(boxes.get(0), words.responseLabel(), words.response(tile), "", tile, ink);
    figure(boxes.get(1), words.transactionLabel(), words.transaction(tile), "", tile, ink);
    figure(boxes.get(2), words.availabilityLabel(), words.availability(tile), words.coverage(tile), tile, ink);
  }

  private void figure(Box box, String label, String value, String under, TileModel tile, Ink ink) {
    double small = plan.size().label();
    double w = box.w() - plan.size().unit() * 0.5;
    pen.line(label, new Box(box.x(), box.y(), w, small * 1.15), Type.REGULAR, small, Pen.Side.LEFT, ink.of(Role.SOFT));
    double big = plan.size().value();
    Box place = new Box(box.x(), box.y() + small * 1.2, w, big * 1.1);
    value(value, place, Pen.Side.LEFT, tile, ink);
    Box below = new Box(box.x(), place.bottom(), w, small * 1.15);
    pen.line(under, below, Type.REGULAR, small, Pen.Side.LEFT, ink.of(Role.SOFT));
  }

  /** Struck through when it is old: it was so, and nobody knows whether it still is. */
  private void value(String value, Box box, Pen.Side side, TileModel tile, Ink ink) {
    double written = pen.line(value, box, Type.STRONG, plan.size().value(), side, ink.data(Role.TEXT));
    if (!tile.stale() || value.equals("—")) return;
    double x = side == Pen.Side.LEFT ? box.x() : box.right() - written;
    pen.gc().setFill(ink.of(Role.SOFT));
    pen.gc().fillRect(x - 1, Math.round(box.y() + box.h() / 2), written + 2, Math.max(1, Math.round(box.h() * 0.06)));
  }
}

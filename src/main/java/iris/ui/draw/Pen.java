package iris.ui.draw;

import iris.ui.theme.Type;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Writes on a canvas: text that fits its room, or is made to, and never runs over what stands beside it. */
public final class Pen {
  /** Side of a line that a text keeps to. */
  public enum Side {
    LEFT,
    RIGHT,
    MIDDLE
  }

  /** A text that is too long gets no smaller than this share of its size, nor than this many pixels. */
  private static final double SMALLEST = 0.78;
  private static final double LEGIBLE = 11.5;
  /** Under this size a glyph that is put on a whole pixel can close the gap between two words. */
  private static final double TIGHT = 20;

  private final GraphicsContext gc;
  private final Ruler ruler;

  public Pen(GraphicsContext gc, Ruler ruler) {
    this.gc = gc;
    this.ruler = ruler;
  }

  public GraphicsContext gc() {
    return gc;
  }

  public double width(String said, Type type, double size) {
    return ruler.width(said, type, size);
  }

  /** The first of these that is written whole in a box, the longest first; the last one where none is. */
  public String fitting(List<String> forms, Box box, Type type, double size) {
    double least = Math.max(size * SMALLEST, Math.min(size, LEGIBLE));
    return forms.stream().filter(said -> width(said, narrow(type), least) <= box.w()).findFirst()
        .orElse(forms.getLast());
  }

  /**
   * One line in a box, its capitals in the middle of the height. Too long: the narrow cut, then a smaller size, then an
   * ellipsis. Returns the width written.
   */
  public double line(String said, Box box, Type type, double size, Side side, Color colour) {
    if (said.isEmpty() || box.isNone()) return 0;
    Type cut = type;
    double fitted = size;
    if (width(said, cut, fitted) > box.w()) cut = narrow(type);
    if (width(said, cut, fitted) > box.w()) {
      double least = Math.max(size * SMALLEST, Math.min(size, LEGIBLE));
      fitted = Math.max(least, size * box.w() / width(said, cut, size) * 0.995);
    }
    String shown = ruler.cut(said, cut, fitted, box.w());
    if (fitted < TIGHT && width(airy(shown), cut, fitted) <= box.w()) shown = airy(shown);
    double written = width(shown, cut, fitted);
    double x = switch (side) {
      case LEFT -> box.x();
      case RIGHT -> box.right() - written;
      case MIDDLE -> box.x() + (box.w() - written) / 2;
    };
    write(shown, x, box.y() + (box.h() + fitted * Type.CAP) / 2, cut, fitted, colour);
    return written;
  }

  /** Text from {@code x} on the base line {@code y}, as it is. */
  public void write(String said, double x, double y, Type type, double size, Color colour) {
    gc.setFont(type.at(size));
    gc.setTextAlign(TextAlignment.LEFT);
    gc.setTextBaseline(VPos.BASELINE);
    gc.setFill(colour);
    gc.fillText(said, x, Math.round(y));
  }

  /** Cuts a sentence into at most {@code most} lines of {@code room} pixels; the last one may be too long. */
  public List<String> wrap(String said, Type type, double size, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = said.strip();
    while (!rest.isEmpty() && lines.size() < most - 1 && width(rest, type, size) > room) {
      int end = rest.length();
      while (end > 0 && width(rest.substring(0, end), type, size) > room) end = rest.lastIndexOf(' ', end - 1);
      if (end <= 0) break;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) lines.add(rest);
    return lines;
  }

  /** The same for the first of these that needs no cutting, the longest first; for the last one where all do. */
  public List<String> wrap(List<String> forms, Type type, double size, double room, int most) {
    double least = Math.max(size * SMALLEST, Math.min(size, LEGIBLE));
    return forms.stream().map(said -> wrap(said, type, size, room, most))
        .filter(lines -> lines.isEmpty() || width(lines.getLast(), narrow(type), least) <= room).findFirst()
        .orElseGet(() -> wrap(forms.getLast(), type, size, room, most));
  }

  /** With a hair space beside each space. */
  private static String airy(String said) {
    return said.replace(" ", " \u200a");
  }

  private static Type narrow(Type type) {
    return type == Type.STRONG || type == Type.NARROW_STRONG ? Type.NARROW_STRONG : Type.NARROW;
  }
}

package iris.report.html;

import iris.report.draw.Drawing;
import iris.report.draw.Ink;
import iris.report.draw.Spot;
import iris.report.draw.Stroke;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Strokes as an inline SVG, as wide as its place. */
final class Svg {
  private Svg() {}

  /** @param said what it shows, for who does not see it */
  static String of(Drawing drawing, String said) {
    StringBuilder out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
        .append(n(drawing.width())).append(' ').append(n(drawing.height())).append("\" aria-label=\"")
        .append(Escape.of(said)).append("\">\n");
    for (Stroke stroke : drawing.strokes()) out.append(stroke(stroke)).append('\n');
    return out.append("</svg>\n").toString();
  }

  private static String stroke(Stroke stroke) {
    return switch (stroke) {
      case Stroke.Line line -> "<polyline fill=\"none\" stroke=\"" + line.ink().hex() + "\" stroke-width=\"" + n(line.thick())
          + "\"" + (line.dash() > 0 ? " stroke-dasharray=\"" + n(line.dash()) + " 2\"" : "") + " points=\""
          + points(line.through()) + "\"/>";
      case Stroke.Area area -> "<polygon fill=\"" + area.ink().hex() + "\" points=\"" + points(area.around()) + "\"/>";
      case Stroke.Box(double x, double y, double width, double height, Ink ink) -> "<rect x=\"" + n(x) + "\" y=\"" + n(y)
          + "\" width=\"" + n(width) + "\" height=\"" + n(height) + "\" fill=\"" + ink.hex() + "\"/>";
      case Stroke.Text text -> "<text x=\"" + n(text.x()) + "\" y=\"" + n(text.y()) + "\" font-size=\"" + n(text.size())
          + "\" text-anchor=\"" + anchor(text.side()) + "\" fill=\"" + text.ink().hex() + "\">" + Escape.of(text.text())
          + "</text>";
    };
  }

  private static String anchor(Stroke.Text.Side side) {
    return switch (side) {
      case LEFT -> "start";
      case MIDDLE -> "middle";
      case RIGHT -> "end";
    };
  }

  private static String points(List<Spot> spots) {
    return spots.stream().map(s -> n(s.x()) + "," + n(s.y())).collect(Collectors.joining(" "));
  }

  private static String n(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}

package iris.report.draw;

import java.util.List;

/** What is drawn, in order, in a field of this size in points: the same on paper, in a browser and on the screen. */
public record Drawing(double width, double height, List<Stroke> strokes) {
  public Drawing {
    if (!(width > 0 && height > 0)) throw new IllegalArgumentException("a drawing of " + width + " x " + height);
    strokes = List.copyOf(strokes);
  }
}

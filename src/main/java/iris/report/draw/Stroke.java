package iris.report.draw;

import java.util.List;
import java.util.Objects;

/** One thing that is drawn. Whatever can do these four can show a report. */
public sealed interface Stroke {
  Ink ink();

  /** @param dash length of a dash in points; 0: none.. */
  record Line(List<Spot> through, Ink ink, double thick, double dash) implements Stroke {
    public Line {
      Objects.requireNonNull(ink);
      through = List.copyOf(through);
      if (through.size() < 2) throw new IllegalArgumentException("no line: " + through);
    }
  }

  /** Filled. */
  record Area(List<Spot> around, Ink ink) implements Stroke {
    public Area {
      Objects.requireNonNull(ink);
      around = List.copyOf(around);
      if (around.size() < 3) throw new IllegalArgumentException("no area: " + around);
    }
  }

  /** Filled. */
  record Box(double x, double y, double width, double height, Ink ink) implements Stroke {
    public Box {
      Objects.requireNonNull(ink);
      if (width < 0 || height < 0) throw new IllegalArgumentException("a box of " + width + " x " + height);
    }
  }

  /** @param x where {@code side} of it stands; {@code y}: its base line */
  record Text(double x, double y, String text, double size, Side side, Ink ink) implements Stroke {
    /** Which part of a text is placed. */
    public enum Side {
      LEFT,
      MIDDLE,
      RIGHT
    }

    public Text {
      Objects.requireNonNull(text);
      Objects.requireNonNull(side);
      Objects.requireNonNull(ink);
    }
  }
}

package iris.ui.shift;

import java.util.List;
import java.util.Objects;

/**
 * The handover in the words of one language: what stands on the screen, on paper and under the signatures is this value.
 *
 * @param title what it is; {@code period} of which shift; {@code before} who handed over to whom last
 */
public record Sheet(String title, String period, String before, List<Section> sections) {
  /** Never without a line: a heading with nothing under it leaves a doubt. */
  public record Section(String heading, List<Line> lines) {
    public Section {
      Objects.requireNonNull(heading);
      lines = List.copyOf(lines);
      if (lines.isEmpty()) throw new IllegalArgumentException("nothing under " + heading);
    }
  }

  /** @param strong it wants somebody */
  public record Line(String text, boolean strong) {
    public Line {
      Objects.requireNonNull(text);
    }
  }

  public Sheet {
    Objects.requireNonNull(title);
    Objects.requireNonNull(period);
    Objects.requireNonNull(before);
    sections = List.copyOf(sections);
  }

  /** The page as plain text: what is signed, and what the journal keeps. */
  public String text() {
    StringBuilder all = new StringBuilder(title).append('\n').append(period).append('\n').append(before).append('\n');
    for (Section section : sections) {
      all.append('\n').append(section.heading()).append('\n');
      for (Line line : section.lines()) all.append(line.strong() ? "! " : "- ").append(line.text()).append('\n');
    }
    return all.toString();
  }
}

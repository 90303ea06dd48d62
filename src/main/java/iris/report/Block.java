package iris.report;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A piece of a report, in the words of one language. */
public sealed interface Block {

  /** @param level 1: a part, on a page of its own; 2: a section of it */
  record Heading(int level, String text) implements Block {
    public Heading {
      if (level < 1 || level > 2) throw new IllegalArgumentException("level " + level);
      if (text.isBlank()) throw new IllegalArgumentException("a heading that says nothing");
    }
  }

  record Sentence(String text, Tone tone) implements Block {
    public Sentence {
      Objects.requireNonNull(text);
      Objects.requireNonNull(tone);
    }
  }

  /** Figures by row; the first cell of a row says what the others are of. */
  record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
    /** @param figures numbers, which stand at the right */
    public record Column(String head, boolean figures) {
      public Column {
        Objects.requireNonNull(head);
      }

      public static Column words(String head) {
        return new Column(head, false);
      }

      public static Column figures(String head) {
        return new Column(head, true);
      }
    }

    public record Cell(String text, Tone tone) {
      public Cell {
        Objects.requireNonNull(text);
        Objects.requireNonNull(tone);
      }

      public static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
      }

      /** With the sign of its tone before it. */
      public String signed() {
        return tone.sign().isEmpty() ? text : tone.sign() + "\u00a0" + text;
      }
    }

    public Table {
      Objects.requireNonNull(caption);
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Cell> row : rows)
        if (row.size() != columns.size()) throw new IllegalArgumentException(row.size() + " cells in " + columns.size());
    }
  }

  /**
   * Lines over time.
   *
   * @param said what it shows, for who does not see it
   * @param levels of the upright axis, from 0 on; the last is the top, and what is beyond it is marked there
   * @param ticks of the time
   */
  record Chart(
      String caption, String said, Instant from, Instant to, List<Level> levels, List<Tick> ticks, List<Series> series)
      implements Block {
    public record Level(double value, String label) {}

    public record Tick(Instant at, String label) {}

    /** @param runs points without a gap between them; nothing is drawn from one run to the next */
    public record Series(String name, List<List<Point>> runs) {
      public Series {
        Objects.requireNonNull(name);
        runs = runs.stream().map(List::copyOf).filter(run -> !run.isEmpty()).toList();
      }
    }

    public record Point(Instant at, double value) {}

    public Chart {
      Objects.requireNonNull(caption);
      Objects.requireNonNull(said);
      if (!from.isBefore(to)) throw new IllegalArgumentException("no time: " + from + " " + to);
      levels = List.copyOf(levels);
      if (levels.isEmpty() || !(levels.getLast().value() > 0)) throw new IllegalArgumentException("no axis: " + levels);
      ticks = List.copyOf(ticks);
      series = List.copyOf(series);
    }

    public double top() {
      return levels.getLast().value();
    }
  }

  /** One cell for each day, or what the period is cut into. */
  record Strip(String caption, String said, List<Day> days, List<Key> keys) implements Block {
    /** In the order in which they are piled up, the worst below. */
    public enum State {
      DOWN,
      DEGRADED,
      UNKNOWN,
      WORKS,
      UP
    }

    /** @param shares of the day, 0..1; {@code label} under it; {@code said} of it in a sentence */
    public record Day(String label, String said, Map<State, Double> shares) {
      public Day {
        Objects.requireNonNull(label);
        Objects.requireNonNull(said);
        double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(all >= 0 && all < 1 + 1e-6)) throw new IllegalArgumentException("shares add up to " + all);
        Map<State, Double> ordered = new EnumMap<>(State.class);
        ordered.putAll(shares);
        shares = java.util.Collections.unmodifiableMap(ordered);
      }
    }

    /** What a state is called. */
    public record Key(State state, String name) {}

    public Strip {
      Objects.requireNonNull(caption);
      Objects.requireNonNull(said);
      days = List.copyOf(days);
      keys = List.copyOf(keys);
      if (days.isEmpty()) throw new IllegalArgumentException("a strip without days");
    }
  }

  /** By which everything above was counted; numbered. */
  record Rules(List<String> rules) implements Block {
    public Rules {
      rules = List.copyOf(rules);
      if (rules.isEmpty()) throw new IllegalArgumentException("figures without a rule");
    }
  }
}

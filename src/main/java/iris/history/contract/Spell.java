package iris.history.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A time that our own windows were bad: down, or degraded twice.
 *
 * @param from start of the first bad window; {@code to} end of the last one
 * @param good start of the first good window after it; empty: none was seen yet
 */
public record Spell(Instant from, Instant to, Optional<Instant> good, boolean down) {
  /** Windows that raise and clear, as for an alarm (section 2). */
  private static final int TWICE = 2;

  public Spell {
    Objects.requireNonNull(good);
    if (!from.isBefore(to)) throw new IllegalArgumentException("a spell ends after it starts: " + from + " " + to);
  }

  Span span() {
    return new Span(from, to);
  }

  /** How long it was bad, as far as windows tell. */
  public Duration lasted() {
    return Duration.between(from, to);
  }

  /** @param timeline with windows wherever one is bad; those of maintenance are passed over */
  static List<Spell> of(Timeline timeline, boolean maintenance) {
    List<Spell> spells = new ArrayList<>();
    Run run = new Run();
    for (Piece p : timeline.pieces()) {
      long down = p.stretch().plain().down() + (maintenance ? p.stretch().works().down() : 0);
      long degraded = p.stretch().plain().degraded() + (maintenance ? p.stretch().works().degraded() : 0);
      long up = p.stretch().plain().up() + (maintenance ? p.stretch().works().up() : 0);
      if (down + degraded > 0) run.bad(p, down > 0);
      else if (up > 0 && run.good(p)) run.end(spells);
    }
    run.end(spells);
    return spells;
  }

  /** A spell that is being read. */
  private static final class Run {
    private final List<Piece> bad = new ArrayList<>();
    private boolean down;
    private int good;
    private Optional<Instant> first = Optional.empty();

    void bad(Piece p, boolean isDown) {
      bad.add(p);
      down |= isDown;
      good = 0;
      first = Optional.empty();
    }

    /** @return it is over */
    boolean good(Piece p) {
      if (bad.isEmpty()) return false;
      if (good == 0) first = Optional.of(p.from());
      good += p.coarse() ? TWICE : 1;
      return good >= TWICE;
    }

    void end(List<Spell> spells) {
      if (!bad.isEmpty() && (down || bad.size() >= TWICE))
        spells.add(new Spell(bad.getFirst().from(), bad.getLast().to(), first, down));
      bad.clear();
      down = false;
      good = 0;
      first = Optional.empty();
    }
  }
}

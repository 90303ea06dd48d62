package iris.history.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One incident as both tell it: what our windows saw and what the provider said, whatever belongs together.
 *
 * @param drift when our figures began to leave what is usual; only where that led to a spell
 * @param spells ours, in order; {@code announced} theirs; one of both at least
 */
public record Case(Optional<Instant> drift, List<Spell> spells, List<Announced> announced) {
  public Case {
    Objects.requireNonNull(drift);
    spells = List.copyOf(spells);
    announced = List.copyOf(announced);
    if (spells.isEmpty() && announced.isEmpty()) throw new IllegalArgumentException("a case of nothing");
    if (spells.isEmpty() && drift.isPresent()) throw new IllegalArgumentException("a drift to nothing");
  }

  /** Its first sign, ours or theirs. */
  public Instant begin() {
    return Stream.concat(ourFirst().stream(), announced.stream().map(Announced::begin)).min(Instant::compareTo).orElseThrow();
  }

  /** Our first drift, else the start of our first bad window. */
  public Optional<Instant> ourFirst() {
    return drift.or(() -> spells.stream().map(Spell::from).findFirst());
  }

  /** Start of the first good window after the last bad one. */
  public Optional<Instant> ourGood() {
    return spells.isEmpty() ? Optional.empty() : spells.getLast().good();
  }

  /** Their first notice, as they date it. */
  public Optional<Instant> notice() {
    return announced.stream().map(Announced::published).min(Instant::compareTo);
  }

  public Optional<Instant> noticeRead() {
    return announced.stream().map(Announced::read).min(Instant::compareTo);
  }

  /** When all that they announced was over, as they say; empty while one is not. */
  public Optional<Instant> theirReturn() {
    return announced.stream().anyMatch(a -> a.returned().isEmpty()) ? Optional.empty()
        : announced.stream().flatMap(a -> a.returned().stream()).max(Instant::compareTo);
  }

  /** From our first sign to their first notice; less than nothing where they were first. */
  public Optional<Duration> untilNotice() {
    return between(ourFirst(), notice());
  }

  /** From our first sign until we could read of it. */
  public Optional<Duration> untilRead() {
    return between(ourFirst(), noticeRead());
  }

  /** From our first good window to their return; less than nothing where they were first. */
  public Optional<Duration> untilReturn() {
    return between(ourGood(), theirReturn());
  }

  private static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(a -> to.map(b -> Duration.between(a, b)));
  }

  public boolean neverAnnounced() {
    return announced.isEmpty();
  }

  /** They said so, and our windows saw nothing. */
  public boolean withoutEffect() {
    return spells.isEmpty();
  }

  /** It went without a word, or is held open though our windows are good again. */
  public boolean recoveryNeverAnnounced() {
    boolean good = spells.isEmpty() || ourGood().isPresent();
    return announced.stream().anyMatch(a -> a.vanished().isPresent() || a.returned().isEmpty() && good && !spells.isEmpty());
  }
}

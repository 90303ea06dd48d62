package iris.history.film;

import iris.history.Tape.Note;
import iris.history.Tape.Still;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be played: the takes in the order in which they were lived, and the cuts between them. Where the clock was set
 * back, a time was lived twice: the second one is played.
 */
public record Extent(List<Take> takes, List<Cut> cuts) {
  public Extent {
    takes = List.copyOf(takes);
    cuts = List.copyOf(cuts);
    if (takes.isEmpty() || cuts.size() != takes.size() - 1) throw new IllegalArgumentException("no film");
  }

  /** @param first the oldest snapshot: what was before it cannot be played; {@code end} the newest that is written */
  static Extent of(Still first, List<Note> notes, Still end) {
    List<Take> takes = new ArrayList<>();
    List<Cut> cuts = new ArrayList<>();
    long begin = first.seq();
    Instant from = first.wall();
    for (Note note : notes) {
      Optional<Cut> cut = cut(note);
      if (note.seq() <= begin || cut.isEmpty()) continue;
      takes.add(new Take(begin, note.seq() - 1, from, later(from, cut.get().before())));
      cuts.add(cut.get());
      begin = note.seq();
      from = note.at();
    }
    takes.add(new Take(begin, Long.MAX_VALUE, from, later(from, end.wall())));
    return new Extent(takes, cuts);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Optional<Cut> cut(Note note) {
    Cut.Kind kind = switch (note.what().key()) {
      case "alarm.note.restarted" -> Cut.Kind.STOPPED;
      case "alarm.note.suspended" -> Cut.Kind.ASLEEP;
      case "alarm.note.clock-stepped" -> Cut.Kind.STEPPED;
      default -> null;
    };
    return kind == null ? Optional.empty() : Optional.of(new Cut(kind, Instant.parse(note.what().args().getFirst()), note.at()));
  }

  public Instant from() {
    return takes.stream().map(Take::from).min(Instant::compareTo).orElseThrow();
  }

  public Instant to() {
    return takes.stream().map(Take::to).max(Instant::compareTo).orElseThrow();
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from()) && !at.isAfter(to());
  }

  /** The nearest instant that can be played. */
  public Instant nearest(Instant at) {
    return at.isBefore(from()) ? from() : at.isAfter(to()) ? to() : at;
  }

  /** The take that this instant lies in; in a cut, the one before it. */
  Take take(Instant at) {
    return takes.reversed().stream().filter(t -> t.covers(at)).findFirst()
        .or(() -> takes.reversed().stream().filter(t -> !t.from().isAfter(at)).findFirst())
        .orElseGet(takes::getFirst);
  }

  /** The cut that this instant lies in. */
  public Optional<Cut> cut(Instant at) {
    if (takes.stream().anyMatch(t -> t.covers(at))) return Optional.empty();
    return cuts.stream().filter(c -> c.covers(at)).findFirst();
  }

  /** Those of this time. */
  public List<Cut> cuts(Instant from, Instant to) {
    return cuts.stream().filter(c -> c.after().isAfter(from) && c.before().isBefore(to)).toList();
  }
}

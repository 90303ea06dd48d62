package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The log in sentences, said anew only when something was added, or names or the day can have changed. */
final class Lines {
  private final Words words;
  private EventLog said = EventLog.EMPTY;
  private List<EventLine> lines = List.of();
  private Instant at = Instant.MIN;
  private int services;

  Lines(Words words) {
    this.words = words;
  }

  List<EventLine> of(EventLog log, Board board, Now now) {
    boolean aged = at.equals(Instant.MIN) || Duration.between(at, now.wall()).abs().toMinutes() >= 1;
    if (log == said && !aged && services == board.services().size()) return lines;
    Sentences sentences = new Sentences(board, now, words);
    List<EventLine> next = log.newestFirst().stream().map(sentences::line).toList();
    // Equal lines stay the same object: a view that sees it does nothing.
    if (!next.equals(lines)) lines = List.copyOf(next);
    said = log;
    at = now.wall();
    services = board.services().size();
    return lines;
  }
}

package iris.ui.station;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.ui.desk.ActSentence;
import iris.ui.desk.Answers;
import iris.ui.desk.EventLog;
import iris.ui.desk.Upshot;
import iris.words.Words;
import java.util.List;
import java.util.Optional;

/** What became of what was done in this window: one sentence for all that was done at once. */
final class Outcomes {
  private final Answers answers = new Answers();
  private final Undo undo;

  Outcomes(Undo undo) {
    this.undo = undo;
  }

  void posted(Act act) {
    answers.posted(act);
    undo.posted(act);
  }

  /** Empty: nothing was answered. */
  Optional<String> heard(EventLog log, Board board, Now now, Words words) {
    List<Answers.Answer> fresh = answers.in(log);
    answers.passed().forEach(act -> undo.answered(act, true));
    if (fresh.isEmpty()) return Optional.empty();
    fresh.forEach(a -> undo.answered(a.act(), a.refusal().isEmpty()));
    return Optional.of(Upshot.of(answers.gathered(), new ActSentence(board, now, words)));
  }
}

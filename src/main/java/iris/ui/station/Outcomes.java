package iris.ui.station;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.ui.alert.Names;
import iris.ui.desk.ActSentence;
import iris.ui.desk.Answers;
import iris.ui.desk.EventLog;
import iris.words.Words;
import java.util.List;
import java.util.Optional;

/** What became of what was done in this window: one sentence for all that was answered since the last look. */
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
    List<Answers.Answer> all = answers.in(log);
    if (all.isEmpty()) return Optional.empty();
    all.forEach(a -> undo.answered(a.act(), a.refusal().isEmpty()));
    List<Answers.Answer> refused = all.stream().filter(a -> a.refusal().isPresent()).toList();
    if (refused.isEmpty())
      return Optional.of(all.size() == 1 ? new ActSentence(board, now, words).said(all.getFirst().act())
          : words.say("ui.station.done", all.size(), new ActSentence(board, now, words).said(all.getLast().act())));
    String why = words.say("ui.desk.refused", Names.sentence(refused.getFirst().refusal().get().why(), words));
    return Optional.of(all.size() == 1 ? why : words.say("ui.station.refused", refused.size(), all.size(), why));
  }
}

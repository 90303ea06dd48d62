package iris.ui.station;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.ui.alert.Names;
import iris.ui.desk.ActSentence;
import iris.ui.desk.Answers;
import iris.ui.desk.EventLog;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of what was done in this window: one sentence for all that was done at once. */
final class Outcomes {
  private final Answers answers = new Answers();
  private final Undo undo;
  private final List<Answers.Answer> gathered = new ArrayList<>();

  Outcomes(Undo undo) {
    this.undo = undo;
  }

  void posted(Act act) {
    // The answers to one deed on many alarms come in several showings.
    if (answers.none()) gathered.clear();
    answers.posted(act);
    undo.posted(act);
  }

  /** Empty: nothing was answered. */
  Optional<String> heard(EventLog log, Board board, Now now, Words words) {
    List<Answers.Answer> fresh = answers.in(log);
    if (fresh.isEmpty()) return Optional.empty();
    fresh.forEach(a -> undo.answered(a.act(), a.refusal().isEmpty()));
    gathered.addAll(fresh);
    return Optional.of(said(gathered, new ActSentence(board, now, words), words));
  }

  private static String said(List<Answers.Answer> all, ActSentence sentence, Words words) {
    List<Answers.Answer> refused = all.stream().filter(a -> a.refusal().isPresent()).toList();
    if (refused.isEmpty())
      return all.size() == 1 ? sentence.said(all.getFirst().act())
          : words.say("ui.station.done", all.size(), sentence.said(all.getLast().act()));
    String why = words.say("ui.desk.refused", Names.sentence(refused.getFirst().refusal().get().why(), words));
    return all.size() == 1 ? why : words.say("ui.station.refused", refused.size(), all.size(), why);
  }
}

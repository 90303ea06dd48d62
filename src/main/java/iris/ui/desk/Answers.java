package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which acts still wait for the board's answer. Fed with the log as it grows; on one thread. */
public final class Answers {
  /** What became of an act. */
  public record Answer(Act act, Optional<Transition.Refused> refusal) {}

  private final Set<Act> waiting = new HashSet<>();
  private final List<Answer> gathered = new ArrayList<>();
  private Optional<Transition> seen = Optional.empty();

  public void posted(Act act) {
    // The answers to one deed on many alarms come in several showings.
    if (waiting.isEmpty()) gathered.clear();
    waiting.add(act);
  }

  public boolean none() {
    return waiting.isEmpty();
  }

  /** The answers that stand in {@code log} and were not there before, oldest first. */
  public List<Answer> in(EventLog log) {
    List<Answer> answers = new ArrayList<>();
    for (Transition t : log.newestFirst()) {
      if (seen.isPresent() && t == seen.get()) break;
      switch (t) {
        case Transition.Acted a when waiting.remove(a.act()) -> answers.addFirst(new Answer(a.act(), Optional.empty()));
        case Transition.Refused r when waiting.remove(r.act()) -> answers.addFirst(new Answer(r.act(), Optional.of(r)));
        default -> { }
      }
    }
    seen = log.newestFirst().stream().findFirst();
    gathered.addAll(answers);
    return List.copyOf(answers);
  }

  /** All answers to what was done last, oldest first: a deed that begins while another waits is one with it. */
  public List<Answer> gathered() {
    return List.copyOf(gathered);
  }
}

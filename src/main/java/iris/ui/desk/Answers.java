package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which acts still wait for the board's answer. Fed with the log as it grows; on one thread. */
public final class Answers {
  /** What became of an act. */
  public record Answer(Act act, Optional<Transition.Refused> refusal) {}

  private final Set<Act> waiting = new LinkedHashSet<>();
  private final List<Answer> gathered = new ArrayList<>();
  private Optional<Transition> seen = Optional.empty();
  private List<Act> passed = List.of();

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
    boolean gap = seen.isPresent();
    for (Transition t : log.newestFirst()) {
      if (seen.isPresent() && t == seen.get()) {
        gap = false;
        break;
      }
      switch (t) {
        case Transition.Acted a when waiting.contains(a.act()) -> answers.addFirst(new Answer(a.act(), Optional.empty()));
        case Transition.Refused r when waiting.contains(r.act()) -> answers.addFirst(new Answer(r.act(), Optional.of(r)));
        default -> { }
      }
    }
    seen = log.newestFirst().stream().findFirst();
    passed = gap && !answers.isEmpty() ? before(answers) : List.of();
    answers.forEach(a -> waiting.remove(a.act()));
    waiting.removeAll(passed);
    gathered.addAll(answers);
    return List.copyOf(answers);
  }

  /** Acts are answered in the order in which they are posted: what was posted before one that was answered was, too. */
  private List<Act> before(List<Answer> answers) {
    Set<Act> heard = answers.stream().map(Answer::act).collect(Collectors.toSet());
    List<Act> posted = List.copyOf(waiting);
    int last = posted.indexOf(answers.getLast().act());
    return posted.subList(0, last).stream().filter(act -> !heard.contains(act)).toList();
  }

  /**
   * What was answered since the look before the last, by more than the log holds: whether it was done or refused stands
   * in the journal. Waited for, it would be for ever.
   */
  public List<Act> passed() {
    return passed;
  }

  /** All answers to what was done last, oldest first: a deed that begins while another waits is one with it. */
  public List<Answer> gathered() {
    return List.copyOf(gathered);
  }
}

package iris.ui.desk;

import iris.alarm.Transition;
import iris.alarm.Transition.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last events as a value, newest first. Who writes the board adds what changed; the window reads. What happens by
 * the hundred in calm times (every accepted window) is left out, or it would wash out what matters.
 */
public record EventLog(List<Transition> newestFirst) {
  /** Enough for the worst day that a person can read. */
  static final int LIMIT = 500;

  public static final EventLog EMPTY = new EventLog(List.of());

  public EventLog {
    newestFirst = List.copyOf(newestFirst);
  }

  /** With {@code more}, which are in the order in which they happened. */
  public EventLog plus(List<Transition> more) {
    List<Transition> worth = more.stream().filter(EventLog::worthALine).toList();
    if (worth.isEmpty()) return this;
    List<Transition> all = new ArrayList<>(worth.reversed());
    all.addAll(newestFirst);
    return new EventLog(all.size() > LIMIT ? all.subList(0, LIMIT) : all);
  }

  /** What came after {@code before} is windows that were late or revised, and nothing else. */
  boolean windowsOnlySince(EventLog before) {
    Optional<Transition> known = before.newestFirst.stream().findFirst();
    for (Transition t : newestFirst) {
      if (known.isPresent() && known.get() == t) return true;
      if (!(t instanceof Transition.Kept)) return false;
    }
    return true;
  }

  /** The announcements, newest first. */
  public List<Told> told() {
    return newestFirst.stream().filter(Told.class::isInstance).map(Told.class::cast).toList();
  }

  private static boolean worthALine(Transition transition) {
    return switch (transition) {
      case Transition.Kept kept -> kept.how() == Transition.Kept.How.LATE || kept.how() == Transition.Kept.How.REVISION;
      // What an alarm does is said by its announcement; its inner steps, and who was told, stand in its story.
      case Transition.Moved moved -> false;
      case Transition.Changed changed -> Sentences.tells(changed);
      case Transition.Sight sight -> true;
      case Transition.Told told -> true;
      case Transition.Spoken spoken -> true;
      case Transition.Acted acted -> true;
      case Transition.Refused refused -> true;
      case Transition.Answered answered -> false;
      // The act that began it and the alarms that it leads to are lines already.
      case Transition.Switched switched -> false;
      // Quiet, and a line: who looks back finds what the figures said first.
      case Transition.Drifted drifted -> true;
      case Transition.Noted noted -> true;
    };
  }
}

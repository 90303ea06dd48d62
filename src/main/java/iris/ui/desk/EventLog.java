package iris.ui.desk;

import iris.alarm.Transition;
import iris.alarm.Transition.Told;
import iris.ui.alert.Recovery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last events as a value, newest first. Who writes the board adds what changed; the window reads. What happens by
 * the hundred in calm times (every accepted window) is left out, or it would wash out what matters.
 *
 * @param returns the last return to normal of each alarm with a banner, newest first, however old: a thousand services
 *     that come back at once are more than the list has lines, and the banner counts them all
 */
public record EventLog(List<Transition> newestFirst, List<Told> returns) {
  /** Enough for the worst day that a person can read. */
  static final int LIMIT = 500;

  public static final EventLog EMPTY = new EventLog(List.of(), List.of());

  public EventLog {
    newestFirst = List.copyOf(newestFirst);
    returns = List.copyOf(returns);
  }

  /** With {@code more}, which are in the order in which they happened. */
  public EventLog plus(List<Transition> more) {
    List<Transition> worth = more.stream().filter(EventLog::worthALine).toList();
    if (worth.isEmpty()) return this;
    List<Transition> all = new ArrayList<>(worth.reversed());
    all.addAll(newestFirst);
    return new EventLog(all.size() > LIMIT ? all.subList(0, LIMIT) : all, returns(worth));
  }

  private List<Told> returns(List<Transition> more) {
    List<Told> back = more.reversed().stream()
        .filter(Told.class::isInstance).map(Told.class::cast).filter(Recovery::tells).toList();
    return back.isEmpty() ? returns : Recovery.newest(Stream.concat(back.stream(), returns.stream()).toList());
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

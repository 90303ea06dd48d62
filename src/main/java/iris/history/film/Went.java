package iris.history.film;

import iris.alarm.Transition;
import java.util.List;

/**
 * How far a film went on.
 *
 * @param reached it stands at the wanted instant; else somebody had enough before
 * @param happened what changed on the way, in order
 */
public record Went(boolean reached, List<Transition> happened) {
  public Went {
    happened = List.copyOf(happened);
  }
}

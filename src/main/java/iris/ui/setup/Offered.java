package iris.ui.setup;

import iris.ui.control.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which of many names are offered at once: those in which what was typed is found, and the chosen one. Each is laid out
 * whole, with its buttons; a thousand of them held the screen for seconds.
 *
 * @param names at most {@link #MOST}, in their order, and what is chosen before them if it is not among them
 * @param others how many more are found, 0 or more
 * @param found how many are in all, the chosen one among them only if it is found
 */
record Offered(List<String> names, int others, int found) {
  static final int MOST = 50;

  Offered {
    names = List.copyOf(names);
    if (others < 0 || others > found) throw new IllegalArgumentException("others " + others + " of " + found);
  }

  /** @param text what of a name is looked through */
  static Offered of(List<String> all, Optional<String> chosen, Typed typed, UnaryOperator<String> text) {
    List<String> found = typed.words().isEmpty() ? all : all.stream().filter(name -> typed.in(text.apply(name))).toList();
    List<String> shown = new ArrayList<>(found.subList(0, Math.min(MOST, found.size())));
    int others = found.size() - shown.size();
    if (chosen.filter(all::contains).filter(name -> !shown.contains(name)).isPresent()) {
      shown.addFirst(chosen.get());
      if (found.contains(chosen.get())) others--;
    }
    return new Offered(shown, others, found.size());
  }
}

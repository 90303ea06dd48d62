package iris.ui.setup;

import iris.ui.control.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which of many names are offered at once: those in which what was typed is found, and the chosen one. Each is laid out
 * whole, with its buttons; a thousand of them held the screen for seconds.
 *
 * @param names at most {@link #MOST}, in their order, and what is chosen before them if it is not among them
 * @param others how many more are found, 0 or more
 */
record Offered(List<String> names, int others) {
  static final int MOST = 50;

  Offered {
    names = List.copyOf(names);
    if (others < 0) throw new IllegalArgumentException("fewer than none: " + others);
  }

  /** @param text what of a name is looked through */
  static Offered of(List<String> all, Optional<String> chosen, Typed typed, UnaryOperator<String> text) {
    Objects.requireNonNull(text);
    List<String> found = all.stream().filter(name -> typed.in(text.apply(name))).toList();
    List<String> shown = new ArrayList<>(found.subList(0, Math.min(MOST, found.size())));
    int others = found.size() - shown.size();
    if (chosen.filter(all::contains).filter(name -> !shown.contains(name)).isPresent()) {
      shown.addFirst(chosen.get());
      if (found.contains(chosen.get())) others--;
    }
    return new Offered(shown, others);
  }
}

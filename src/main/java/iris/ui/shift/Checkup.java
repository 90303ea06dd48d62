package iris.ui.shift;

import iris.alarm.Act;
import iris.alarm.Act.Checked.Finding;
import iris.alarm.Act.Checked.Found;
import iris.alarm.Shift;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How far a check is, as a value: screen, sound, notification, each found once. */
record Checkup(Map<Step, Found> found) {
  enum Step {
    SCREEN,
    SOUND,
    TOAST
  }

  /** A check is for a shift, and a shift has eight hours. */
  static final Duration DUE = Duration.ofHours(8);

  static final Checkup BEGUN = new Checkup(Map.of());

  Checkup {
    found = Map.copyOf(found);
  }

  /** Nobody of this shift knows whether this station can be seen and heard. */
  static boolean due(Shift shift, Instant now) {
    return shift.checked().map(c -> before(shift, c) || Duration.between(c.at(), now).compareTo(DUE) >= 0).orElse(true);
  }

  /** It was made by somebody who has gone home since: not by who took over. */
  static boolean before(Shift shift, Shift.Checked check) {
    return shift.handed().filter(h -> check.at().isBefore(h.at()) && !check.what().author().equalsIgnoreCase(h.to()))
        .isPresent();
  }

  /** What is looked at now; empty: all is. */
  Optional<Step> step() {
    for (Step step : Step.values()) if (!found.containsKey(step)) return Optional.of(step);
    return Optional.empty();
  }

  Checkup with(Finding finding, Reason why) {
    Objects.requireNonNull(why);
    Map<Step, Found> next = new EnumMap<>(Step.class);
    next.putAll(found);
    step().ifPresent(step -> next.put(step, new Found(finding, why)));
    return new Checkup(next);
  }

  /** Once all is found. */
  Act.Checked act(String author) {
    return new Act.Checked(author, said(Step.SCREEN), said(Step.SOUND), said(Step.TOAST));
  }

  private Found said(Step step) {
    return Objects.requireNonNull(found.get(step));
  }
}

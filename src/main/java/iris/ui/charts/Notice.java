package iris.ui.charts;

import iris.signal.Reason;
import iris.words.Words;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.control.Label;

/** The line under the charts: what was copied, else what cannot be read, is still read, or is left out. */
final class Notice extends Label {
  private final Words words;
  private final boolean past;
  private final BooleanSupplier reads;
  private final Supplier<Optional<String>> copied;
  private Optional<Reason> unread = Optional.empty();
  private Optional<Reason> unmarked = Optional.empty();

  /** @param past whether this console keeps any; {@code reads} whether something is asked for and not here yet */
  Notice(Words words, boolean past, BooleanSupplier reads, Supplier<Optional<String>> copied) {
    this.words = words;
    this.past = past;
    this.reads = reads;
    this.copied = copied;
    setId("chart-said");
    getStyleClass().add("charts-notice");
  }

  /** Empty: what is read could be read again. */
  void unread(Optional<Reason> why) {
    unread = why;
  }

  /** The same of the marks on the time line. */
  void unmarked(Optional<Reason> why) {
    unmarked = why;
  }

  void say(Optional<Wanted> wanted) {
    setText(copied.get().orElseGet(() -> standing(wanted)));
  }

  private String standing(Optional<Wanted> wanted) {
    if (!past) return words.say("ui.charts.no-past");
    return unread.or(() -> unmarked).map(words::say).orElseGet(() -> reads.getAsBoolean() ? words.say("ui.charts.reads")
        : wanted.filter(w -> !Marks.acts(w.view())).map(w -> words.say("ui.charts.no-acts")).orElse(""));
  }
}

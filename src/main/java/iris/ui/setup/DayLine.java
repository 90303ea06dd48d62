package iris.ui.setup;

import iris.alarm.Judged;
import iris.alarm.ServiceState;
import iris.settings.Reading;
import iris.settings.Section;
import iris.settings.edit.Draft;
import iris.settings.edit.Papers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the last hours would have been shown as with the limits that are being typed. */
final class DayLine extends VBox implements SectionPane.Extra {
  private final Workbook book;
  private final Label line = Field.wrapping("", "setup-day");

  DayLine(Workbook book) {
    this.book = book;
    line.setId("day");
    getChildren().add(line);
  }

  @Override
  public VBox root() {
    return this;
  }

  @Override
  public void show(Optional<String> name) {
    line.setText(name.flatMap(n -> book.pages().map(p -> said(n, p))).orElse(""));
  }

  private String said(String name, Papers pages) {
    ServiceState state = book.ports.board().get().services().get(name);
    Collection<Judged> day = state == null ? List.of() : state.windows().values();
    if (day.isEmpty()) return book.words.say("ui.setup.day.none");
    return switch (Draft.trial(pages, book.edits(at -> at.section() == Section.SERVICES))) {
      case Reading.Bad bad -> book.words.say(bad.problems().getFirst().reason());
      case Reading.Good(var typed) -> {
        DayCount was = DayCount.of(day, book.ports.board().get().rules().of(name));
        DayCount is = DayCount.of(day, typed.rules().of(name));
        yield book.words.say("ui.setup.day.with", is.windows(), is.degraded(), is.down(), was.degraded(), was.down());
      }
    };
  }
}

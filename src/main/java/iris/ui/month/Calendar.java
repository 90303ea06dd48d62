package iris.ui.month;

import iris.history.month.Almanac;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A month as on a wall: each day its outages, how long and whose fault. */
final class Calendar extends GridPane {
  private static final int DAYS = 7;
  private static final int WEEKS = 6;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final Sayer sayer;
  private final Consumer<LocalDate> chosen;
  private final Map<LocalDate, VBox> cells = new LinkedHashMap<>();
  private @Nullable Almanac drawn;

  Calendar(Sayer sayer, Consumer<LocalDate> chosen) {
    this.sayer = sayer;
    this.chosen = chosen;
    setId("month-calendar");
    getStyleClass().add("month-calendar");
    for (int i = 0; i < DAYS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / DAYS);
      column.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(column);
    }
    getRowConstraints().add(row(false));
    for (int i = 0; i < WEEKS; i++) getRowConstraints().add(row(true));
  }

  private static RowConstraints row(boolean grows) {
    RowConstraints row = new RowConstraints();
    row.setVgrow(grows ? Priority.ALWAYS : Priority.NEVER);
    return row;
  }

  /** The month of this day, which is marked; weeks begin on Monday. */
  void show(Almanac almanac, LocalDate marked) {
    LocalDate first = marked.withDayOfMonth(1);
    // Who walks through a month must not have each day made anew under the hand.
    if (almanac != drawn || !cells.containsKey(marked)) fill(almanac, first);
    cells.forEach((day, cell) -> cell.pseudoClassStateChanged(CHOSEN, day.equals(marked)));
  }

  private void fill(Almanac almanac, LocalDate first) {
    drawn = almanac;
    getChildren().clear();
    cells.clear();
    LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
    for (int i = 0; i < DAYS; i++) {
      Label name = new Label(sayer.weekday(monday.plusDays(i)));
      name.getStyleClass().add("month-weekday");
      add(name, i, 0);
    }
    for (LocalDate day = first; day.getMonth() == first.getMonth(); day = day.plusDays(1)) {
      int place = (int) (day.toEpochDay() - monday.toEpochDay());
      cells.put(day, cell(almanac, day));
      add(cells.get(day), place % DAYS, 1 + place / DAYS);
    }
  }

  /** Shows whole lines only: half a line of figures is read wrong. The list beside it says all of the chosen day. */
  private static final class Cell extends VBox {
    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      double foot = getHeight() - getInsets().getBottom() + 1;
      getManagedChildren().forEach(line -> line.setVisible(line.getLayoutY() + line.getLayoutBounds().getHeight() <= foot));
    }
  }

  private VBox cell(Almanac almanac, LocalDate day) {
    Label number = new Label(String.valueOf(day.getDayOfMonth()));
    number.getStyleClass().add("month-number");
    VBox cell = new Cell();
    cell.getChildren().add(number);
    cell.setId("month-day-" + day);
    cell.getStyleClass().add("month-day");
    List<String> said = sayer.calendar(almanac, day);
    said.stream().map(Label::new).forEach(line -> {
      line.getStyleClass().add("month-said");
      cell.getChildren().add(line);
    });
    cell.pseudoClassStateChanged(BAD, !almanac.down(day).isZero() || !almanac.measured(day).isZero());
    cell.setAccessibleText(sayer.date(day) + (said.isEmpty() ? "" : ": " + String.join(", ", said)));
    cell.setOnMousePressed(e -> chosen.accept(day));
    return cell;
  }
}

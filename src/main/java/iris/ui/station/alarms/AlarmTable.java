package iris.ui.station.alarms;

import iris.ui.desk.AlarmRow;
import iris.ui.desk.Choosing;
import iris.ui.desk.MutedRow;
import iris.ui.desk.Slots;
import iris.ui.desk.Slots.Slot;
import iris.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseEvent;

/** The table itself: rows keep their slot by their id, so that selection, focus and scrolling stay with the alarm. */
final class AlarmTable implements Choosing {
  /** What a hand may leave of a column. */
  private static final double LEAST = 0.8;

  private final TableView<Slot<Line>> view = new TableView<>();
  private final Map<Column, TableColumn<Slot<Line>, Line>> columns = new EnumMap<>(Column.class);
  private final Slots<String, Line> slots;
  private final Runnable sorted;
  private final Label placeholder = new Label();
  private boolean quiet;
  private Sort pressed = Sort.USUAL;

  /** @param sorted told when a hand sorts otherwise; {@code chosen} at every change of selection */
  AlarmTable(Words words, Runnable sorted, Runnable chosen) {
    this.sorted = sorted;
    view.setId("alarms");
    view.getStyleClass().add("alarm-table");
    view.setAccessibleText(words.say("ui.station.alarms.table"));
    view.setPlaceholder(placeholder);
    view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    for (Column column : Column.values()) {
      TableColumn<Slot<Line>, Line> made = new TableColumn<>(words.say("ui.station.alarms.col." + column));
      made.setId("col-" + column);
      made.setPrefWidth(column.width());
      made.setMinWidth(column.width() * LEAST);
      made.setReorderable(false);
      made.setCellValueFactory(slot -> slot.getValue().rowProperty());
      made.setCellFactory(any -> new WordCell(column));
      columns.put(column, made);
      view.getColumns().add(made);
    }
    view.setRowFactory(any -> new AlarmTableRow());
    // The rows are sorted before they are shown: by what they mean, not by what they say.
    view.setSortPolicy(any -> {
      if (!quiet) sorted.run();
      return true;
    });
    view.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> pressed = sort());
    view.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    slots = new Slots<>(view, Line::id);
    view.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Slot<Line>>) c -> chosen.run());
  }

  /** The toolkit does not always sort at a click on a header: where it has not, we do. */
  private void clicked(MouseEvent e) {
    if (!(e.getTarget() instanceof Node target) || !e.isStillSincePress() || !sort().equals(pressed)) return;
    Node at = target;
    while (at != null && !(at instanceof TableColumnHeader)) at = at.getParent();
    if (at == null) return;
    TableColumnHeader header = (TableColumnHeader) at;
    columns.forEach((column, made) -> {
      if (made != header.getTableColumn()) return;
      Sort.By rising = new Sort.By(column, false);
      sort(new Sort(List.of(pressed.columns().equals(List.of(rising)) ? new Sort.By(column, true) : rising)));
      sorted.run();
    });
  }

  TableView<Slot<Line>> view() {
    return view;
  }

  /** @param none what stands there when there is no line */
  void show(List<Line> lines, String none) {
    if (!none.equals(placeholder.getText())) placeholder.setText(none);
    slots.show(lines);
  }

  List<Line> lines() {
    return view.getItems().stream().map(Slot::row).toList();
  }

  Sort sort() {
    List<Sort.By> by = new ArrayList<>();
    for (TableColumn<Slot<Line>, ?> sortedBy : view.getSortOrder())
      columns.forEach((column, made) -> {
        if (made == sortedBy) by.add(new Sort.By(column, made.getSortType() == SortType.DESCENDING));
      });
    return new Sort(by);
  }

  void sort(Sort sort) {
    quiet = true;
    view.getSortOrder().clear();
    for (Sort.By by : sort.columns()) {
      TableColumn<Slot<Line>, Line> column = Objects.requireNonNull(columns.get(by.column()));
      column.setSortType(by.falling() ? SortType.DESCENDING : SortType.ASCENDING);
      view.getSortOrder().add(column);
    }
    quiet = false;
  }

  /** By the next column, or the other way round: what a click on a header does, for who has no mouse. */
  void sortNext(boolean turn) {
    List<Sort.By> by = sort().columns();
    int at = by.isEmpty() ? -1 : by.getFirst().column().ordinal();
    if (turn && at >= 0) sort(new Sort(List.of(new Sort.By(by.getFirst().column(), !by.getFirst().falling()))));
    else if (at + 1 >= Column.values().length) sort(Sort.USUAL);
    else sort(new Sort(List.of(new Sort.By(Column.values()[at + 1], false))));
    sorted.run();
  }

  List<String> chosen() {
    return slots.chosen();
  }

  void choose(List<String> ids) {
    slots.choose(ids);
  }

  private List<Line> there() {
    return slots.selected().stream().filter(line -> !line.gone()).toList();
  }

  @Override
  public List<AlarmRow> selected() {
    return there().stream().filter(line -> line.muted().isEmpty()).map(Line::alarm).flatMap(Optional::stream).toList();
  }

  @Override
  public List<MutedRow> selectedMuted() {
    return there().stream().map(Line::muted).flatMap(Optional::stream).toList();
  }

  @Override
  public boolean onMuted() {
    return !selectedMuted().isEmpty() && selected().isEmpty();
  }

  @Override
  public void focus(boolean onMuted) {
    view.requestFocus();
    if (view.getSelectionModel().isEmpty()) view.getSelectionModel().selectFirst();
  }

  @Override
  public boolean follow() {
    Optional<Slot<Line>> urgent = view.getItems().stream().filter(slot -> slot.row().unacked())
        .min(Comparator.comparing(Slot::row, Comparator.comparing(Line::urgency).thenComparing(Line.USUAL)));
    if (urgent.isEmpty() || view.getSelectionModel().getSelectedItems().contains(urgent.get())) return false;
    view.getSelectionModel().clearSelection();
    view.getSelectionModel().select(urgent.get());
    view.scrollTo(urgent.get());
    return true;
  }

  /** Selects what is said about this subject; true if there is any. */
  boolean select(String subject) {
    List<Slot<Line>> found = view.getItems().stream().filter(slot -> slot.row().alarm()
        .map(row -> row.key().subject().equals(subject)).orElse(false)).toList();
    if (found.isEmpty()) return false;
    view.getSelectionModel().clearSelection();
    found.forEach(view.getSelectionModel()::select);
    view.scrollTo(found.getFirst());
    return true;
  }
}

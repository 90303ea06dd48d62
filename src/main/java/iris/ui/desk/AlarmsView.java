package iris.ui.desk;

import iris.ui.desk.Slots.Slot;
import iris.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The two lists, of what is active and of what is muted, each countable from its tab; below them, what to do. */
final class AlarmsView implements Choosing {
  /** What is selected in the two lists, and which of them is open. */
  record Choice(boolean onMuted, List<Object> active, List<Object> muted) {}

  private final Words words;
  private final Region root;
  private final Slots<Object, AlarmRow> active;
  private final Slots<Object, MutedRow> muted;
  @FXML private TabPane tabs;
  @FXML private Tab activeTab;
  @FXML private Tab mutedTab;
  @FXML private ListView<Slot<AlarmRow>> activeList;
  @FXML private ListView<Slot<MutedRow>> mutedList;
  @FXML private StackPane actions;

  AlarmsView(Words words) {
    this.words = words;
    root = Fxml.load("alarms.fxml", this, words);
    active = new Slots<>(activeList, AlarmRow::key);
    muted = new Slots<>(mutedList, MutedRow::id);
    activeList.setCellFactory(Cells.of(RowView::twoLines, RowView::show, AlarmRow::spoken));
    mutedList.setCellFactory(Cells.of(MutedView::new, MutedView::show, MutedRow::spoken));
    activeList.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    activeList.setPlaceholder(new Label(words.say("ui.desk.active.none")));
    mutedList.setPlaceholder(new Label(words.say("ui.desk.muted.none")));
    activeList.setAccessibleText(words.say("ui.desk.access.active"));
    mutedList.setAccessibleText(words.say("ui.desk.access.muted"));
  }

  Region root() {
    return root;
  }

  /** The place under the lists. */
  void actions(Region view) {
    actions.getChildren().setAll(view);
  }

  void show(DeskModel model) {
    active.show(model.active());
    muted.show(model.muted());
    title(activeTab, words.say("ui.desk.tab.active", model.active().size()));
    title(mutedTab, words.say("ui.desk.tab.muted", model.muted().size()));
  }

  private static void title(Tab tab, String text) {
    if (!text.equals(tab.getText())) tab.setText(text);
  }

  /** Told at every change of selection. */
  void onSelection(Runnable told) {
    activeList.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Slot<AlarmRow>>) c -> told.run());
    mutedList.getSelectionModel().selectedItemProperty().addListener((p, before, after) -> told.run());
    tabs.getSelectionModel().selectedItemProperty().addListener((p, before, after) -> told.run());
  }

  @Override
  public boolean onMuted() {
    return mutedTab.isSelected();
  }

  @Override
  public List<AlarmRow> selected() {
    return onMuted() ? List.of() : active.selected();
  }

  @Override
  public List<MutedRow> selectedMuted() {
    return onMuted() ? muted.selected() : List.of();
  }

  @Override
  public void focus(boolean onMuted) {
    tabs.getSelectionModel().select(onMuted ? mutedTab : activeTab);
    ListView<?> list = onMuted ? mutedList : activeList;
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
  }

  Choice choice() {
    return new Choice(onMuted(), active.chosen(), muted.chosen());
  }

  void choose(Choice choice) {
    active.choose(choice.active());
    muted.choose(choice.muted());
    tabs.getSelectionModel().select(choice.onMuted() ? mutedTab : activeTab);
    (choice.onMuted() ? mutedList : activeList).requestFocus();
  }

  /** Unacknowledged, standing rather than returned, the highest, the newest. */
  @Override
  public boolean follow() {
    Optional<Slot<AlarmRow>> urgent = activeList.getItems().stream().filter(slot -> slot.row().state().unacked())
        .min(Comparator.comparing(slot -> !slot.row().state().active()));
    if (urgent.isEmpty() || activeList.getSelectionModel().getSelectedItems().contains(urgent.get())) return false;
    activeList.getSelectionModel().clearSelection();
    activeList.getSelectionModel().select(urgent.get());
    activeList.scrollTo(urgent.get());
    return true;
  }

  /** Goes to the list, and selects what is said about this subject. */
  void select(String subject) {
    List<Slot<AlarmRow>> found = activeList.getItems().stream()
        .filter(slot -> slot.row().key().subject().equals(subject)).toList();
    focus(false);
    if (found.isEmpty()) return;
    activeList.getSelectionModel().clearSelection();
    found.forEach(activeList.getSelectionModel()::select);
    activeList.scrollTo(found.getFirst());
  }
}

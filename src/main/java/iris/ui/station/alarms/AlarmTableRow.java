package iris.ui.station.alarms;

import iris.ui.desk.Slots.Slot;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** Marks a row as unacknowledged, muted, or gone; speaks it for who listens. */
final class AlarmTableRow extends TableRow<Slot<Line>> {
  private static final PseudoClass UNACKED = PseudoClass.getPseudoClass("unacked");
  private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

  private final ChangeListener<Line> changed = (property, before, after) -> mark(after);
  private @Nullable Slot<Line> slot;

  @Override
  protected void updateItem(Slot<Line> item, boolean empty) {
    super.updateItem(item, empty);
    if (slot != null) slot.rowProperty().removeListener(changed);
    slot = empty ? null : item;
    if (slot != null) slot.rowProperty().addListener(changed);
    mark(slot == null ? null : slot.row());
  }

  private void mark(@Nullable Line line) {
    pseudoClassStateChanged(UNACKED, line != null && line.unacked());
    pseudoClassStateChanged(MUTED, line != null && line.muted().isPresent());
    pseudoClassStateChanged(GONE, line != null && line.gone());
    setAccessibleText(line == null ? null : line.spoken());
  }
}

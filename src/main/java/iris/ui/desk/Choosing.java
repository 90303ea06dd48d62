package iris.ui.desk;

import java.util.List;

/** Where an operator chooses what a deed is done to. */
public interface Choosing {
  List<AlarmRow> selected();

  List<MutedRow> selectedMuted();

  /** What is chosen, or stands there to be chosen, is muted. */
  boolean onMuted();

  /** Puts the focus there; with nothing selected, on the first row. */
  void focus(boolean onMuted);

  /**
   * Selects what most wants a person. True if the selection moved; it stays where that alarm is among what is selected.
   */
  boolean follow();
}

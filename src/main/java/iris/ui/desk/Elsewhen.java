package iris.ui.desk;

import javafx.scene.layout.Region;

/** What marks a window that shows another time than now, so that nobody can take it for now. On the FX thread. */
public interface Elsewhen {
  /** Stands across the top of a window; another one at each call. */
  Region bar();

  /** What is said where the board is older than the time that is shown: nobody is called to mend what is long past. */
  String blind();

  /** The title of a window that would be called {@code title} if it showed now. */
  String title(String title);
}

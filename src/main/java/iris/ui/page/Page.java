package iris.ui.page;

import iris.ui.desk.Ports;
import iris.words.Words;
import java.util.List;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * One page of the workstation's window, in one language; made anew when the language changes. All on the FX thread;
 * nothing of it waits for anything: what takes time is done elsewhere and comes back through the board.
 */
public interface Page {
  /** How a page comes to be. */
  @FunctionalInterface
  interface Making {
    Page make(Ports ports, Words words);
  }

  /** Short and the same for ever: "alarms", "origin". Its name for a person is the word {@code ui.page.ID}. */
  String id();

  Region root();

  /** Shows what is now; at most ten times a second, only while this page is the one that is seen. */
  void show(Seen seen);

  /** How many things on this page wait for somebody: the number beside its name; 0 shows none. */
  default int waiting(Seen seen) {
    return 0;
  }

  /** Goes to what is said of this service or feed. */
  default void open(String subject) {}

  /** A key that was pressed while this page is seen and no words are typed; true: it was ours. */
  default boolean pressed(KeyEvent key) {
    return false;
  }

  /** A character that was typed while this page is seen, no words are typed and no key was ours; true: it was. */
  default boolean typed(String character) {
    return false;
  }

  /** It comes to be seen: the focus goes to where one begins. */
  default void focus() {
    root().requestFocus();
  }

  /** The keys that only this page has, for the help. */
  default List<Key> keys() {
    return List.of();
  }

  /** The same page stood here in another language: takes over what a hand has begun on it. */
  default void resume(Page before) {}

  /** The window is gone, or the language changes. */
  default void close() {}
}

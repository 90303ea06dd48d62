package iris.ui.acts;

import iris.alarm.Act;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;

/** What a form asks besides the reason. */
interface Asking {
  /** An act that lacks but its signature and its reason. */
  interface Unsigned {
    Act by(String author, String reason);
  }

  /**
   * What was written, understood.
   *
   * @param sentence what would be done, or what is still wrong
   * @param act empty while something is wrong
   */
  record Answer(String sentence, Optional<Unsigned> act) {
    public Answer {
      Objects.requireNonNull(sentence);
      Objects.requireNonNull(act);
    }
  }

  /** The key of its title, which takes the service's name. */
  String title();

  List<Node> fields();

  /** Empty again, as proposed {@code now}. */
  void open(Instant now);

  /** What it would mean now for this service: time goes on while somebody thinks. */
  Answer answer(String service, String name, Instant now);
}

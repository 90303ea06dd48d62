package iris.notify.toast;

import iris.words.Words;
import java.util.Optional;

/** What stands on the buttons. */
record Labels(Optional<String> acknowledge, String open) {
  /** Nobody to act in the name of: no button to acknowledge with. */
  static Labels of(Words words, Optional<String> author) {
    return new Labels(author.map(who -> words.say("notify.action.acknowledge")), words.say("notify.action.open"));
  }
}

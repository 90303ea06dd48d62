package iris.notify.toast;

import iris.alarm.Act;
import iris.words.Words;
import java.util.Objects;
import java.util.Optional;

/**
 * In which language toasts have their buttons, and in whose name these act.
 *
 * @param author empty: there is no button to acknowledge with
 */
record Manner(Optional<String> author, Words words) {
  Manner {
    Objects.requireNonNull(author);
    Objects.requireNonNull(words);
  }

  Labels labels() {
    return Labels.of(words, author);
  }

  Optional<Act> acknowledgement(Gesture.Acknowledge pressed) {
    return author.map(who -> new Act.Acknowledge(pressed.alarm(), who, words.say("notify.action.from-toast")));
  }
}

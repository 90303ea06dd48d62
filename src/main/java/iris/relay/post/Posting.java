package iris.relay.post;

import iris.relay.Message;
import java.util.List;
import java.util.Objects;

/**
 * What one commit does for one target: letters, and how far in the journal they reach.
 *
 * @param before what the store holds of it: only what is another is written
 * @param seq number of the last journal entry that is told with it; 0 where there is no journal
 */
record Posting(String target, long seq, Told before, Told told, List<Message> messages) {
  Posting {
    Objects.requireNonNull(target);
    Objects.requireNonNull(before);
    Objects.requireNonNull(told);
    messages = List.copyOf(messages);
  }
}

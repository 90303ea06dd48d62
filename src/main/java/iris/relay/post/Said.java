package iris.relay.post;

import iris.relay.Message;
import java.util.List;
import java.util.Objects;

/** What is to be told, in order, and what was told once that has happened. */
public record Said(List<Message> messages, Told told) {
  public Said {
    messages = List.copyOf(messages);
    Objects.requireNonNull(told);
  }
}

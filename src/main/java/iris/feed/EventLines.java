package iris.feed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads an event stream (WHATWG HTML, "server-sent events") as far as a console needs it: that there was an event, its
 * id, the server's wish for the pause before coming back. What an event says is not kept: the document says it all.
 * For one thread.
 */
final class EventLines {
  /** Of a line no more than this is looked at: ids and pauses are short, data is of no interest. */
  private static final int LINE = 1024;
  private static final int ID = 256;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean first = true;
  private boolean afterReturn;
  private boolean data;
  private Optional<String> coming = Optional.empty();
  private volatile Optional<String> id = Optional.empty();
  private volatile Optional<Duration> retry = Optional.empty();

  /** @return how many events ended in these bytes */
  int take(ByteBuffer bytes) {
    int events = 0;
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      boolean secondHalf = b == '\n' && afterReturn;
      afterReturn = b == '\r';
      if (secondHalf) continue;
      if (b != '\n' && b != '\r') {
        if (line.size() < LINE) line.write(b);
      } else if (ended(line.toString(StandardCharsets.UTF_8))) {
        events++;
      }
      if (b == '\n' || b == '\r') line.reset();
    }
    return events;
  }

  /** Whether the line ended an event. */
  private boolean ended(String whole) {
    String text = first && whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
    first = false;
    if (text.isEmpty()) {
      boolean event = data;
      data = false;
      id = coming;
      return event;
    }
    int colon = text.indexOf(':');
    String value = colon < 0 ? "" : text.substring(colon + 1);
    field(colon < 0 ? text : text.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
    return false;
  }

  private void field(String name, String value) {
    switch (name) {
      case "data" -> data = true;
      case "id" -> {
        // It goes back in a header: nothing that could end one, nothing that a header cannot carry.
        boolean sendable = value.length() <= ID && value.chars().allMatch(c -> c >= ' ' && c < 127);
        if (sendable) coming = Optional.of(value).filter(v -> !v.isEmpty());
      }
      case "retry" -> {
        if (value.matches("[0-9]{1,9}")) retry = Optional.of(Duration.ofMillis(Long.parseLong(value)));
      }
      default -> {}
    }
  }

  /** Id of the last event; from any thread. */
  Optional<String> id() {
    return id;
  }

  /** How long the server wants readers to stay away before they come back; from any thread. */
  Optional<Duration> retry() {
    return retry;
  }
}

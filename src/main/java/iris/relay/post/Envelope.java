package iris.relay.post;

import iris.history.Squeeze;
import iris.relay.Message;
import iris.signal.Reason;
import iris.store.Records;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Messages as the outbox keeps them. A renamed component needs a step in {@link OutboxSchema}. */
final class Envelope {
  private static final JsonMapper JSON = Records.of(List.of()).build();

  private Envelope() {}

  static byte[] of(Message message) {
    return Squeeze.in(JSON.writeValueAsBytes(message));
  }

  static Message message(byte[] body) {
    return JSON.readValue(Squeeze.out(body), Message.class);
  }

  static byte[] of(Told.Standing told) {
    return Squeeze.in(JSON.writeValueAsBytes(told));
  }

  static Told.Standing standing(byte[] body) {
    return Objects.requireNonNull(JSON.readValue(Squeeze.out(body), Told.Standing.class), "nothing");
  }

  /** As the first version kept them, in one body. */
  private record Whole(Map<String, Told.Standing> episodes) {
    Whole {
      episodes.values().forEach(Objects::requireNonNull);
    }
  }

  static byte[] asOne(Map<String, Told.Standing> episodes) {
    return Squeeze.in(JSON.writeValueAsBytes(new Whole(episodes)));
  }

  static Map<String, Told.Standing> whole(byte[] body) {
    return JSON.readValue(Squeeze.out(body), Whole.class).episodes();
  }

  static byte[] of(Reason reason) {
    return JSON.writeValueAsBytes(reason);
  }

  static Reason reason(byte[] body) {
    return JSON.readValue(body, Reason.class);
  }
}

package iris.relay.post;

import iris.history.Squeeze;
import iris.relay.Message;
import iris.signal.Reason;
import iris.store.Records;
import java.util.List;
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

  static byte[] of(Told told) {
    return Squeeze.in(JSON.writeValueAsBytes(told));
  }

  static Told told(byte[] body) {
    return JSON.readValue(Squeeze.out(body), Told.class);
  }

  static byte[] of(Reason reason) {
    return JSON.writeValueAsBytes(reason);
  }

  static Reason reason(byte[] body) {
    return JSON.readValue(body, Reason.class);
  }
}

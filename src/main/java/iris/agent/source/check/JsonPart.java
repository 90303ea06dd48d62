package iris.agent.source.check;

import iris.signal.Reason;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value in a JSON answer, found by a pointer (RFC 6901). */
final class JsonPart {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SHOWN = 80;

  private JsonPart() {}

  /** Why the value there is not {@code wanted}; empty if it is. A {@code wanted} that is empty asks for any value. */
  static Optional<Reason> differs(String host, String text, String pointer, String wanted) {
    JsonNode found;
    try {
      found = JSON.readTree(text).at(pointer);
    } catch (JacksonException e) {
      return Optional.of(Reason.of("agent.check.json.unreadable", host));
    }
    if (found.isMissingNode()) return Optional.of(Reason.of("agent.check.json.absent", host, pointer));
    String is = found.isString() ? found.stringValue() : found.toString();
    if (wanted.isEmpty() || is.equals(wanted)) return Optional.empty();
    String shown = is.length() > SHOWN ? is.substring(0, SHOWN) + "…" : is;
    return Optional.of(Reason.of("agent.check.json.value", host, pointer, shown, wanted));
  }
}

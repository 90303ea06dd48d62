package iris.agent.source.push;

import iris.agent.source.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectMapper;

/** Events as JSON: one object, an array of objects, or an object a line. */
final class JsonEvents {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Events events;

  JsonEvents(Events events) {
    this.events = events;
  }

  List<Transaction> read(byte[] body, Instant now) throws Refused {
    List<Transaction> all = new ArrayList<>();
    boolean array = first(body) == '[';
    try (MappingIterator<JsonNode> values = mapper.readerFor(JsonNode.class).readValues(body)) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        // Objects of a line each, or the elements of an array: either way a sender finds it by this number.
        long line = array ? all.size() + 1 : values.currentLocation().getLineNr();
        if (!value.isObject()) throw new Refused(line, "", "an event is an object, not " + value.getNodeType());
        all.add(events.of(fields(value), line, now));
      }
    } catch (JacksonException notJson) {
      throw new Refused(Math.max(1, notJson.getLocation() == null ? 1 : notJson.getLocation().getLineNr()), "",
          "no JSON: " + notJson.getOriginalMessage());
    }
    return all;
  }

  static char first(byte[] body) {
    for (byte b : body) if (b > ' ') return (char) b;
    return ' ';
  }

  private static Map<String, Object> fields(JsonNode event) {
    Map<String, Object> fields = new HashMap<>();
    event.forEachEntry((name, value) -> {
      if (value.isNumber()) fields.put(name, value.doubleValue());
      else if (value.isBoolean()) fields.put(name, value.booleanValue());
      else if (value.isString()) fields.put(name, value.stringValue());
      else if (!value.isNull()) fields.put(name, value.toString());
    });
    return fields;
  }
}

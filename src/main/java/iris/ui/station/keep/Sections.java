package iris.ui.station.keep;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file's text and its records. Whatever cannot be understood is a JacksonException. */
final class Sections {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      // Only what the canonical constructor takes: a derived getter is not state.
      .changeDefaultVisibility(v -> v
          .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
          .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY))
      .build();

  private Sections() {}

  static Map<String, JsonNode> read(String text) {
    Map<String, JsonNode> sections = new TreeMap<>();
    ObjectNode root = JSON.readValue(text, ObjectNode.class);
    root.properties().forEach(e -> sections.put(e.getKey(), e.getValue()));
    return sections;
  }

  static String text(Map<String, JsonNode> sections) {
    return JSON.writeValueAsString(new TreeMap<>(sections));
  }

  static <T> T value(JsonNode node, Class<T> type) {
    return JSON.treeToValue(node, type);
  }

  static JsonNode node(Object value) {
    return JSON.valueToTree(value);
  }
}

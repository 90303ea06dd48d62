package iris.history;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.Input;
import iris.alarm.Transition;
import iris.signal.Body;
import iris.signal.Report;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * Records to JSON and back. A sealed type carries its record's simple name in {@code "@"}, so renaming a record is a
 * change of the store's format and needs a migration in {@link Schema}.
 */
final class Codec {
  /** Sealed interfaces that stand where a value of any of their records may stand. */
  private static final List<Class<?>> SEALED =
      List.of(Input.class, Act.class, Report.class, Transition.class, Body.class, Fallback.class);

  private static final JsonMapper JSON = mapper();

  private Codec() {}

  /** The name of the record, for every value of a sealed type. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
  private interface Named {}

  private static JsonMapper mapper() {
    SimpleModule keys = new SimpleModule("iris");
    keys.addKeyDeserializer(AlarmKey.class, new AlarmKeys());
    JsonMapper.Builder builder = JsonMapper.builder()
        .addModule(keys)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // Only what the canonical constructor takes: a derived getter is not state.
        .changeDefaultVisibility(v -> v
            .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.PUBLIC_ONLY));
    for (Class<?> sealed : SEALED) {
      builder.addMixIn(sealed, Named.class);
      for (Class<?> leaf : leaves(sealed)) builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName()));
    }
    return builder.build();
  }

  private static List<Class<?>> leaves(Class<?> sealed) {
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      if (each.isSealed()) leaves.addAll(leaves(each));
      else leaves.add(each);
    }
    return leaves;
  }

  static byte[] board(Board board) {
    return JSON.writeValueAsBytes(board);
  }

  static Board board(byte[] json) {
    return JSON.readValue(json, Board.class);
  }

  static byte[] transition(Transition transition) {
    return JSON.writerFor(Transition.class).writeValueAsBytes(transition);
  }

  static Transition transition(byte[] json) {
    return JSON.readValue(json, Transition.class);
  }

  static <T> byte[] write(T value, Class<T> type) {
    return JSON.writerFor(type).writeValueAsBytes(value);
  }

  static <T> T read(byte[] json, Class<T> type) {
    return JSON.readValue(json, type);
  }

  /** {@code subject|KIND} back to a key; the kind has no bar in it, a subject may. */
  private static final class AlarmKeys extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws JacksonException {
      int bar = key.lastIndexOf('|');
      if (bar < 0) return context.handleWeirdKey(AlarmKey.class, key, "subject|KIND expected");
      return new AlarmKey(AlarmKey.Kind.valueOf(key.substring(bar + 1)), key.substring(0, bar));
    }
  }
}

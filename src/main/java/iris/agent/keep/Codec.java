package iris.agent.keep;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import iris.agent.book.Announcement;
import iris.signal.Body;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Records to JSON and back, as the console's store does. A sealed type carries its record's simple name in {@code "@"},
 * so renaming a record is a change of the store's format and needs a migration in {@link Schema}.
 */
final class Codec {
  private static final List<Class<?>> SEALED = List.of(Body.class, Announcement.class);
  private static final JsonMapper JSON = mapper();

  private Codec() {}

  /** The name of the record, for every value of a sealed type. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
  private interface Named {}

  private static JsonMapper mapper() {
    JsonMapper.Builder builder = JsonMapper.builder()
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // Only what the canonical constructor takes: a derived getter is not state.
        .changeDefaultVisibility(v -> v
            .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY));
    for (Class<?> sealed : SEALED) {
      builder.addMixIn(sealed, Named.class);
      for (Class<?> leaf : sealed.getPermittedSubclasses())
        builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName()));
    }
    return builder.build();
  }

  static <T> byte[] write(T value, Class<T> type) {
    return JSON.writerFor(type).writeValueAsBytes(value);
  }

  /** @throws RuntimeException where the bytes are not what {@link #write} made: a damaged store */
  static <T> T read(byte[] json, Class<T> type) {
    return JSON.readValue(json, type);
  }
}

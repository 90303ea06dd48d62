package iris.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Records to JSON and back. A sealed type carries its record's simple name in {@code "@"}, so renaming a record is a
 * change of the store's format and needs a migration.
 */
public final class Records {
  private Records() {}

  /** The name of the record, for every value of a sealed type. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
  private interface Named {}

  /** @param sealed interfaces that stand where a value of any of their records may stand */
  public static JsonMapper.Builder of(List<Class<?>> sealed) {
    JsonMapper.Builder builder = JsonMapper.builder()
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // Only what the canonical constructor takes: a derived getter is not state.
        .changeDefaultVisibility(v -> v
            .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY));
    for (Class<?> each : sealed) {
      builder.addMixIn(each, Named.class);
      for (Class<?> leaf : leaves(each)) builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName()));
    }
    return builder;
  }

  private static List<Class<?>> leaves(Class<?> sealed) {
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      if (each.isSealed()) leaves.addAll(leaves(each));
      else leaves.add(each);
    }
    return leaves;
  }
}

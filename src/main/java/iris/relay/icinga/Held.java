package iris.relay.icinga;

import iris.relay.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/**
 * What Icinga holds of a service.
 *
 * @param micros when the execution of its last result began, microseconds since 1970; 0 before the first
 * @param passive the result was sent to it; it makes one of its own when the time to live is over
 * @param source who sent it
 * @param text what it shows
 */
record Held(Level level, long micros, boolean passive, String source, String text) {
  /** Of one element of the answer of {@code /v1/objects/services}. */
  static Held of(JsonNode result) {
    JsonNode attributes = result.path("attrs");
    JsonNode last = attributes.path("last_check_result");
    return new Held(level(attributes.path("state").asInt(Level.UNKNOWN.code())), micros(last.path("execution_start")),
        last.isObject() && !last.path("active").asBoolean(true), last.path("check_source").asString(""),
        last.path("output").asString(""));
  }

  private static long micros(JsonNode seconds) {
    if (!seconds.isNumber()) return 0;
    return seconds.decimalValue().movePointRight(6).setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ZERO).longValue();
  }

  private static Level level(int state) {
    for (Level level : Level.values()) if (level.code() == state) return level;
    return Level.UNKNOWN;
  }

  /** Somebody else of our trade was later: another relay that reads the same feeds. */
  boolean another(String us) {
    return passive && !source.equals(us);
  }
}

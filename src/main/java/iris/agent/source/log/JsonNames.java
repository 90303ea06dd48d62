package iris.agent.source.log;

import iris.agent.source.Amounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a JSON object means what. A name with points ("http.response.status_code") is looked for as it is and
 * as a path through objects. A configured name may end in its unit ("took:ms"); else the unit is read from the end of
 * the name ("latency_ms", "took_us"), and seconds are meant where it says nothing.
 */
final class JsonNames {
  /** What a field may mean; in each group the first that a line holds counts. */
  enum Meaning {
    TIME,
    STATUS,
    WHOLE,
    EXTERNAL,
    EXTERNAL_STATUS,
    ORIGIN
  }

  /**
   * @param meaning null for an object that only leads on
   * @param unit in milliseconds
   * @param rank lower wins within a line
   */
  record Node(@Nullable Meaning meaning, double unit, int rank, Map<String, Node> below) {}

  private static final Map<Meaning, String> USUAL = Map.of(
      Meaning.TIME, "@timestamp time_iso8601 timestamp time msec ts time_local datetime StartUTC",
      Meaning.STATUS, "status status_code statusCode http_status response_status DownstreamStatus"
          + " http.response.status_code response.status response.statusCode res.statusCode",
      Meaning.WHOLE, "request_time duration duration_ms duration_s duration_us duration_ns latency latency_ms"
          + " latency_us latency_ns elapsed elapsed_ms response_time response_time_ms responseTime:ms request_time_ms"
          + " durationMillis:ms whole whole_ms Duration:ns event.duration:ns",
      Meaning.EXTERNAL, "upstream_response_time upstream_response_time_ms upstream_time upstream_time_ms external"
          + " external_ms external_time external_time_ms OriginDuration:ns",
      Meaning.EXTERNAL_STATUS, "upstream_status external_status OriginStatus",
      Meaning.ORIGIN, "origin fault");

  private JsonNames() {}

  /**
   * Where to look, from the outermost object down.
   *
   * @param fields of {@link iris.agent.SourceSpec.JsonLines}: {@code time, status, whole, external, external-status,
   *     origin}; what is named there takes the place of the usual names
   */
  static Map<String, Node> of(Map<String, String> fields) {
    Map<String, Node> names = new HashMap<>();
    for (Meaning meaning : Meaning.values()) {
      String own = fields.get(meaning.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      String[] all = own == null ? Objects.requireNonNull(USUAL.get(meaning)).split(" ") : new String[] {own};
      for (int rank = 0; rank < all.length; rank++) put(names, all[rank], meaning, rank);
    }
    return names;
  }

  private static void put(Map<String, Node> names, String written, Meaning meaning, int rank) {
    int colon = written.lastIndexOf(':');
    double told = colon < 0 ? Double.NaN : Amounts.unit(written.substring(colon + 1));
    String name = Double.isNaN(told) ? written : written.substring(0, colon);
    double unit = Double.isNaN(told) ? byName(name) : told;
    set(names, name, meaning, unit, rank);
    String[] path = name.split("\\.");
    Map<String, Node> at = names;
    for (int i = 0; i < path.length - 1; i++)
      at = at.computeIfAbsent(path[i], p -> new Node(null, 0, 0, new HashMap<>())).below();
    if (path.length > 1) set(at, path[path.length - 1], meaning, unit, rank);
  }

  private static void set(Map<String, Node> in, String name, Meaning meaning, double unit, int rank) {
    Node before = in.get(name);
    in.put(name, new Node(meaning, unit, rank, before == null ? new HashMap<>() : before.below()));
  }

  private static double byName(String name) {
    int from = name.lastIndexOf('_');
    double unit = from < 0 ? Double.NaN : Amounts.unit(name.substring(from + 1));
    if (!Double.isNaN(unit)) return unit;
    return name.endsWith("Ms") || name.endsWith("Millis") ? 1 : 1000;
  }
}

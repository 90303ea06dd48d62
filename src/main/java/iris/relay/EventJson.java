package iris.relay;

import iris.signal.Timing;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as JSON, the same for every receiver (src/docs/relay/event.md). What is not known is not there; text of a
 * feed is one line without control characters, since receivers are scripts more often than not.
 */
public final class EventJson {
  private static final JsonMapper JSON = new JsonMapper();
  /** Bytes of a name and of a sentence: together far below what a pipe takes at once. */
  private static final int NAME = 500;
  private static final int SENTENCE = 4_000;

  private EventJson() {}

  public static ObjectNode of(Message m) {
    ObjectNode event = JSON.createObjectNode();
    event.put("id", m.id());
    if (!m.episode().isEmpty()) event.put("episode", m.episode());
    event.put("sort", word(m.sort()));
    event.set("signal", signal(m.signal()));
    event.put("at", m.at().toString());
    m.alarm().ifPresent(alarm -> event.put("alarm", word(alarm)));
    event.put("level", word(m.level()));
    event.put("severity", word(m.severity()));
    m.origin().ifPresent(origin -> event.put("origin", word(origin)));
    m.since().ifPresent(since -> event.put("since", since.toString()));
    m.lasted().ifPresent(lasted -> event.put("lastedSeconds", lasted.toSeconds()));
    m.evidence().ifPresent(evidence -> event.put("evidence", evidence.toString()));
    event.put("summary", Plain.line(m.summary(), SENTENCE));
    m.figures().ifPresent(figures -> event.set("figures", figures(figures)));
    m.muted().ifPresent(muted -> event.put("muted", Plain.line(muted, SENTENCE)));
    return event;
  }

  /** One line. */
  public static String line(Message m) {
    return JSON.writeValueAsString(of(m));
  }

  /** As the words of the JSON are written: {@code supervision-lost}. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode signal(Signal signal) {
    return JSON.createObjectNode().put("id", signal.id()).put("kind", word(signal.kind())).put("key", signal.key())
        .put("name", Plain.line(signal.name(), NAME));
  }

  private static ObjectNode figures(Figures f) {
    ObjectNode figures = JSON.createObjectNode().put("from", f.from().toString()).put("to", f.to().toString())
        .put("total", f.total()).put("failed", f.failed());
    // Without traffic there is no ratio: 1 would prove what nobody saw.
    if (f.total() > 0) figures.put("ratio", f.ratio());
    times(figures, "transactionMillis", f.transaction());
    times(figures, "responseMillis", f.response());
    return figures;
  }

  private static void times(ObjectNode into, String name, Timing t) {
    if (t.isNone()) return;
    ObjectNode times = into.putObject(name);
    put(times, "mean", t.mean());
    put(times, "p50", t.p50());
    put(times, "p95", t.p95());
    put(times, "p99", t.p99());
    put(times, "max", t.max());
  }

  private static void put(ObjectNode into, String name, long millis) {
    if (millis != Timing.ABSENT) into.put(name, millis);
  }
}

package iris.agent.publish;

import iris.agent.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The text exposition of Prometheus, version 0.0.4. */
final class Metrics {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** The lines of each metric stand together. */
  private final Map<String, StringBuilder> groups = new LinkedHashMap<>();

  private Metrics() {}

  /** @param streams event streams that are open, {@code connections} of all kinds */
  static String of(Health health, Counter counter, Collection<Press> presses, int streams, int connections,
      Instant now) {
    Metrics m = new Metrics();
    Vitals v = health.vitals();
    m.gauge("iris_agent_well", health.well() ? 1 : 0);
    m.gauge("iris_agent_trouble", health.trouble().size());
    m.gauge("iris_agent_started_seconds", v.started().getEpochSecond());
    m.gauge("iris_agent_vitals_age_seconds", Math.max(0, Duration.between(v.at(), now).toMillis() / 1000.0));
    for (Vitals.OfService s : v.services()) m.service(s);
    for (Vitals.OfService s : v.services()) for (Vitals.OfSource source : s.sources()) m.source(s.service(), source);
    m.shown(counter, presses);
    m.counter("iris_publication_newest", counter.newest());
    counter.byStatus().forEach((status, n) ->
        m.counter("iris_http_requests_total", n.sum(), "status", String.valueOf(status)));
    m.counter("iris_http_slow_cut_total", counter.slow());
    m.counter("iris_http_idle_cut_total", counter.idle());
    m.gauge("iris_http_connections", connections);
    m.gauge("iris_event_streams", streams);
    return String.join("", m.groups.values());
  }

  private void service(Vitals.OfService s) {
    gauge("iris_service_state", 1, "service", s.service(), "state", s.state().name().toLowerCase(Locale.ROOT));
    gauge("iris_service_open_incidents", s.openIncidents(), "service", s.service());
    counter("iris_service_missed_total", s.missed().late(), "service", s.service(), "why", "late");
    counter("iris_service_missed_total", s.missed().unattended(), "service", s.service(), "why", "unattended");
    counter("iris_service_missed_total", s.missed().early(), "service", s.service(), "why", "early");
    s.lastWindow().ifPresent(end ->
        gauge("iris_service_last_window_end_seconds", end.getEpochSecond(), "service", s.service()));
  }

  private void source(String service, Vitals.OfSource s) {
    String[] labels = {"service", service, "source", s.source()};
    gauge("iris_source_well", s.well() ? 1 : 0, labels);
    counter("iris_source_evidence_total", s.counted(), labels);
    counter("iris_source_unreadable_total", s.unreadable(), labels);
    s.latency().ifPresent(l -> gauge("iris_source_latency_seconds", l.toNanos() / 1e9, labels));
    s.steps().ifPresent(steps -> steps.named().forEach((step, took) -> gauge("iris_source_step_seconds",
        took.toNanos() / 1e9, "service", service, "source", s.source(), "step", step)));
    s.certificateDays().ifPresent(days -> gauge("iris_source_certificate_days", days, labels));
    s.last().ifPresent(at -> gauge("iris_source_last_seconds", at.getEpochSecond(), labels));
  }

  private void shown(Counter counter, Collection<Press> presses) {
    for (Press p : presses) {
      String id = p.service().id();
      counter("iris_windows_published_total", counter.windows(id), "service", id);
      counter("iris_publications_total", counter.publications(id), "service", id);
      gauge("iris_document_items", p.stock().size(), "service", id);
      gauge("iris_document_bytes", p.page().bytes().length, "service", id, "encoding", "identity");
      gauge("iris_document_bytes", p.page().packed().length, "service", id, "encoding", "gzip");
    }
  }

  private void gauge(String name, double value, String... labels) {
    line("gauge", name, value, labels);
  }

  private void counter(String name, double value, String... labels) {
    line("counter", name, value, labels);
  }

  private void line(String type, String name, double value, String... labels) {
    StringBuilder out = groups.computeIfAbsent(name,
        n -> new StringBuilder("# TYPE ").append(n).append(' ').append(type).append('\n'));
    out.append(name);
    for (int i = 0; i < labels.length; i += 2)
      out.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"").append(escaped(labels[i + 1])).append('"');
    if (labels.length > 0) out.append('}');
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    out.append(' ').append(whole ? Long.toString((long) value) : Double.toString(value)).append('\n');
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}

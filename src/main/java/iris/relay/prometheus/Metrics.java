package iris.relay.prometheus;

import iris.relay.Backlog;
import iris.relay.EventJson;
import iris.relay.Figures;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Signal;
import iris.signal.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sheet of the ledger as metrics. Pure. */
final class Metrics {
  private static final String SECONDS = "seconds";
  private static final double MILLIS = 1_000;

  private final Exposition out;
  private final Mapping mapping;
  private final Instant now;
  private final Duration stale;

  private Metrics(Format format, Mapping mapping, Instant now, Duration stale) {
    this.mapping = mapping;
    this.now = now;
    this.stale = stale;
    out = new Exposition(format)
        .gauge("iris_signal_severity", "", "Level of a signal: 0 well, 1 warning, 2 critical, 3 unknown.")
        .info("iris_signal", "What a signal is, and who is at fault as far as is known.")
        .gauge("iris_signal_muted", "", "1 where the signal is shelved, in maintenance or out of service at IRIS.")
        .gauge("iris_signal_since_timestamp_seconds", SECONDS, "Begin of the trouble that stands.")
        .gauge("iris_signal_evidence_timestamp_seconds", SECONDS, "Of when the newest proof of the level is.")
        .gauge("iris_feed_last_success_timestamp_seconds", SECONDS, "When a feed was last read well.")
        .gauge("iris_heartbeat_timestamp_seconds", SECONDS, "When IRIS last looked at all it watches.")
        .gauge("iris_relay_started_timestamp_seconds", SECONDS, "When this relay began to fill this page.")
        .counter("iris_alarms", "Alarms that began, also those between two scrapes.")
        .counter("iris_transactions", "Transactions of the windows that were passed on.")
        .counter("iris_transactions_failed", "Failed among them.")
        .gauge("iris_success_ratio", "ratio", "Share of good transactions of the newest window that had any.")
        .gauge("iris_window_end_timestamp_seconds", SECONDS, "End of the newest window.")
        .gauge("iris_transaction_time_seconds", SECONDS, "Times of whole transactions in the newest window.")
        .gauge("iris_response_time_seconds", SECONDS, "Times of the worst external party in the newest window.")
        .gauge("iris_relay_well", "", "1 where a target of the relay gets what it is to be told.")
        .gauge("iris_relay_queued", "", "Letters that wait for a target.")
        .gauge("iris_relay_oldest_timestamp_seconds", SECONDS, "Since when the oldest of them waits.")
        .gauge("iris_relay_last_delivery_timestamp_seconds", SECONDS, "When a target last took something.")
        .gauge("iris_relay_dead", "", "Letters that a target will not take.");
  }

  /** @param stale after how long without a word what was well is known no more */
  static String of(Ledger.Sheet sheet, Format format, Mapping mapping, Instant now, Duration stale) {
    Metrics m = new Metrics(format, mapping, now, stale);
    // Just started, it has not heard of everything yet: the rules must not take that for having been forgotten.
    m.out.add("iris_relay_started_timestamp_seconds", Map.of(), seconds(sheet.started()));
    sheet.heartbeat().ifPresent(at -> m.out.add("iris_heartbeat_timestamp_seconds", Map.of(), seconds(at)));
    // Another relay speaks for the room by now, or nobody: it is not for this one to say how things stand.
    boolean speaks = sheet.heartbeat().filter(at -> Duration.between(at, now).compareTo(stale) > 0).isEmpty();
    for (Known known : sheet.known()) {
      Map<String, String> labels = new LinkedHashMap<>();
      labels.put("signal", known.signal().key());
      labels.put("kind", EventJson.word(known.signal().kind()));
      known.newest().filter(_ -> speaks).ifPresent(newest -> m.standing(known, newest, labels));
      m.counted(known, labels);
      known.figures().ifPresent(figures -> m.figures(figures, labels));
    }
    sheet.backlogs().forEach(m::backlog);
    return m.out.text();
  }

  private void backlog(Backlog b) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("target", b.target());
    labels.put("kind", b.kind().word());
    out.add("iris_relay_well", labels, b.well() ? 1 : 0);
    out.add("iris_relay_queued", labels, b.queued());
    b.oldest().ifPresent(at -> out.add("iris_relay_oldest_timestamp_seconds", labels, seconds(at)));
    b.delivered().ifPresent(at -> out.add("iris_relay_last_delivery_timestamp_seconds", labels, seconds(at)));
    out.add("iris_relay_dead", labels, b.dead());
  }

  private void standing(Known known, Message newest, Map<String, String> labels) {
    boolean old = Duration.between(known.told(), now).compareTo(stale) > 0;
    // Trouble that nobody confirms stands on; calm that nobody confirms is none.
    Level level = old && newest.level() != Level.CRITICAL ? Level.UNKNOWN : newest.level();
    out.add("iris_signal_severity", labels, level.code());
    Map<String, String> info = new LinkedHashMap<>();
    mapping.labels(newest).forEach((name, value) -> info.put(name(name), value));
    info.putAll(labels);
    info.put("name", newest.signal().name());
    newest.origin().ifPresent(origin -> info.put("origin", EventJson.word(origin)));
    out.add("iris_signal", info, 1);
    out.add("iris_signal_muted", labels, newest.muted().isPresent() ? 1 : 0);
    if (level != Level.OK) newest.since().ifPresent(at ->
        out.add("iris_signal_since_timestamp_seconds", labels, seconds(at)));
    newest.evidence().ifPresent(at -> {
      out.add("iris_signal_evidence_timestamp_seconds", labels, seconds(at));
      if (newest.signal().kind() == Signal.Kind.FEED)
        out.add("iris_feed_last_success_timestamp_seconds", labels, seconds(at));
    });
  }

  private void counted(Known known, Map<String, String> labels) {
    known.begun().forEach((alarm, times) -> {
      Map<String, String> more = new LinkedHashMap<>(labels);
      more.put("alarm", EventJson.word(alarm));
      out.add("iris_alarms", more, times);
    });
    if (known.figures().isEmpty()) return;
    out.add("iris_transactions", labels, known.total());
    out.add("iris_transactions_failed", labels, known.failed());
  }

  private void figures(Figures f, Map<String, String> labels) {
    if (f.total() > 0) out.add("iris_success_ratio", labels, f.ratio());
    out.add("iris_window_end_timestamp_seconds", labels, seconds(f.to()));
    times("iris_transaction_time_seconds", f.transaction(), labels);
    times("iris_response_time_seconds", f.response(), labels);
  }

  private void times(String family, Timing t, Map<String, String> labels) {
    time(family, "mean", t.mean(), labels);
    time(family, "p50", t.p50(), labels);
    time(family, "p95", t.p95(), labels);
    time(family, "p99", t.p99(), labels);
    time(family, "max", t.max(), labels);
  }

  /** Percentiles of one window are gauges: a label called quantile is for those that Prometheus takes for a summary. */
  private void time(String family, String statistic, long millis, Map<String, String> labels) {
    if (millis == Timing.ABSENT) return;
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put("statistic", statistic);
    out.add(family, more, millis / MILLIS);
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / MILLIS;
  }

  private static String name(String written) {
    String name = written.replaceAll("[^A-Za-z0-9_]", "_").replaceAll("^__+", "_");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }
}

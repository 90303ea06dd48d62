package iris.relay.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Backlog;
import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Signal;
import iris.relay.real.Daemon;
import iris.relay.real.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration STALE = Duration.ofMinutes(4);
  private static final Signal FEED = new Signal(Signal.Kind.FEED, "national", "Flux national");
  private static final String HOSTILE = "a\"b\\c\nd} 1\n# EOF\nmal{x=\"1\"} 9 \u202e";

  private final Ledger ledger = new Ledger(AT);

  private void hear(Message... messages) {
    for (Message m : messages) ledger.hear(m, m.at());
  }

  private String text(Format format, Instant now) {
    return Metrics.of(ledger.sheet(), format, Mapping.USUAL, now, STALE);
  }

  private List<String> lines(String start) {
    return text(Format.OPEN_METRICS, AT).lines().filter(l -> l.startsWith(start)).toList();
  }

  private void all() {
    Signal hostile = new Signal(Signal.Kind.SERVICE, "mal", HOSTILE);
    hear(Samples.outage(Samples.SIV, AT), Samples.statistic(Samples.SIV, AT), Samples.state(FEED, Level.OK, AT),
        Samples.heartbeat(AT), Samples.outage(hostile, AT), Samples.statistic(hostile, AT));
    ledger.watch(() -> List.of(new Backlog("a", Kind.MAIL, 1, Optional.of(AT), Optional.of(AT), true, 0)));
  }

  @Test
  void anOutageIsSeverityTwoAndItsEndIsNought() {
    hear(Samples.outage(Samples.SIV, AT));
    assertEquals(List.of("iris_signal_severity{signal=\"siv\",kind=\"service\"} 2"), lines("iris_signal_severity"));
    assertEquals(List.of("iris_signal_info{signal=\"siv\",kind=\"service\",name=\"SIV\",origin=\"external\"} 1"),
        lines("iris_signal_info"));
    hear(Samples.recovery(Samples.SIV, AT, AT.plusSeconds(60)));
    assertEquals(List.of("iris_signal_severity{signal=\"siv\",kind=\"service\"} 0"), lines("iris_signal_severity"));
    assertEquals(List.of(), lines("iris_signal_since_timestamp_seconds{"));
    assertEquals(List.of("iris_alarms_total{signal=\"siv\",kind=\"service\",alarm=\"outage\"} 1"), lines("iris_alarms_total"));
  }

  @Test
  void theWholeEndsAsOpenMetricsDemandAndNamesItsUnits() {
    all();
    String text = text(Format.OPEN_METRICS, AT);
    assertTrue(text.endsWith("\n# EOF\n"));
    assertTrue(text.contains("# TYPE iris_transactions counter\n"));
    assertTrue(text.contains("# UNIT iris_heartbeat_timestamp_seconds seconds\n"));
    assertTrue(text.contains("# TYPE iris_signal info\n"));
    text.lines().filter(l -> l.startsWith("# UNIT")).map(l -> l.split(" "))
        .forEach(unit -> assertTrue(unit[2].endsWith("_" + unit[3]), () -> String.join(" ", unit)));
    assertEquals(List.of("iris_transaction_time_seconds{signal=\"siv\",kind=\"service\",statistic=\"p95\"} 0.9"),
        lines("iris_transaction_time_seconds{signal=\"siv\",kind=\"service\",statistic=\"p95\""));
  }

  @Test
  void theOlderFormHasNeitherEndNorUnitAndOtherNames() {
    all();
    String text = text(Format.TEXT, AT);
    assertFalse(text.contains("# EOF\n"));
    assertFalse(text.contains("# UNIT"));
    assertTrue(text.contains("# TYPE iris_transactions_total counter\n"));
    assertTrue(text.contains("# TYPE iris_signal_info gauge\n"));
  }

  @Test
  void whatWaitsForTheServersIsShownToo() {
    ledger.watch(() -> List.of(new Backlog("icinga-1", Kind.ICINGA, 7, Optional.of(AT), Optional.empty(), false, 2)));
    assertEquals(List.of("iris_relay_queued{target=\"icinga-1\",kind=\"icinga\"} 7"), lines("iris_relay_queued"));
    assertEquals(List.of("iris_relay_well{target=\"icinga-1\",kind=\"icinga\"} 0"), lines("iris_relay_well"));
    assertEquals(List.of("iris_relay_dead{target=\"icinga-1\",kind=\"icinga\"} 2"), lines("iris_relay_dead"));
    assertEquals(List.of(), lines("iris_relay_last_delivery"));
  }

  @Test
  void aHostileNameIsAValueAndNoLine() {
    all();
    String line = lines("iris_signal_info{signal=\"mal\"").getFirst();
    assertEquals("iris_signal_info{signal=\"mal\",kind=\"service\",name=\"a\\\"b\\\\c d} 1 # EOF mal{x=\\\"1\\\"} 9\","
        + "origin=\"external\"} 1", line);
    assertEquals(1, text(Format.OPEN_METRICS, AT).lines().filter(l -> l.equals("# EOF")).count());
  }

  @Test
  void whatIsDeliveredTwiceCountsOnce() {
    Message first = Samples.statistic(Samples.SIV, AT);
    hear(first, first, Samples.statistic(Samples.SIV, AT.plusSeconds(300)), Samples.outage(Samples.SIV, AT),
        Samples.outage(Samples.SIV, AT));
    assertEquals(List.of("iris_transactions_total{signal=\"siv\",kind=\"service\"} 240"), lines("iris_transactions_total"));
    assertEquals(List.of("iris_transactions_failed_total{signal=\"siv\",kind=\"service\"} 6"),
        lines("iris_transactions_failed_total"));
    assertEquals(List.of("iris_alarms_total{signal=\"siv\",kind=\"service\",alarm=\"outage\"} 1"), lines("iris_alarms_total"));
  }

  @Test
  void aWindowThatComesLateCountsYetIsNotTheNewest() {
    hear(Samples.statistic(Samples.SIV, AT), Samples.statistic(Samples.SIV, AT.minusSeconds(600)));
    assertEquals(List.of("iris_transactions_total{signal=\"siv\",kind=\"service\"} 240"), lines("iris_transactions_total"));
    assertEquals(List.of("iris_window_end_timestamp_seconds{signal=\"siv\",kind=\"service\"} " + AT.getEpochSecond()),
        lines("iris_window_end_timestamp_seconds"));
  }

  @Test
  void calmThatNobodyRenewsIsUnknownAndTroubleStands() {
    Signal other = new Signal(Signal.Kind.SERVICE, "autre", "Autre");
    hear(Samples.state(Samples.SIV, Level.OK, AT), Samples.state(other, Level.CRITICAL, AT));
    String later = text(Format.TEXT, AT.plus(STALE).plusSeconds(1));
    assertTrue(later.contains("iris_signal_severity{signal=\"siv\",kind=\"service\"} 3\n"), later);
    assertTrue(later.contains("iris_signal_severity{signal=\"autre\",kind=\"service\"} 2\n"), later);
  }

  @Test
  void whoSpeaksNoMoreSaysOnlyWhenItLastDid() {
    all();
    String later = text(Format.TEXT, AT.plus(STALE).plusSeconds(1));
    assertFalse(later.contains("iris_signal_severity"), later);
    assertTrue(later.contains("iris_heartbeat_timestamp_seconds " + AT.getEpochSecond() + "\n"), later);
    assertTrue(later.contains("iris_transactions_total{"), later);
  }

  @Test
  void anOlderStateDoesNotUndoANewerEvent() {
    hear(Samples.outage(Samples.SIV, AT), Samples.state(Samples.SIV, Level.OK, AT.minusSeconds(1)));
    assertEquals(List.of("iris_signal_severity{signal=\"siv\",kind=\"service\"} 2"), lines("iris_signal_severity"));
  }

  @Test
  void whatIsWatchedNoMoreIsShownNoMore() {
    all();
    ledger.keep(List.of(FEED));
    assertEquals(List.of("iris_signal_severity{signal=\"national\",kind=\"feed\"} 0",
        "iris_signal_severity{signal=\"iris\",kind=\"iris\"} 0"), lines("iris_signal_severity"));
    assertEquals(List.of("iris_feed_last_success_timestamp_seconds{signal=\"national\",kind=\"feed\"} " + AT.getEpochSecond()),
        lines("iris_feed_last_success"));
  }

  @Test
  void labelsOfTheMappingGoWithTheInfo() {
    hear(Samples.outage(Samples.SIV, AT));
    Mapping mapping = new Mapping("iris", Optional.empty(), Map.of(), Map.of("équipe-nuit", "{key}", "signal", "autre"),
        Optional.empty());
    String text = Metrics.of(ledger.sheet(), Format.TEXT, mapping, AT, STALE);
    assertTrue(text.contains("iris_signal_info{_quipe_nuit=\"siv\",signal=\"siv\",")
        || text.contains("iris_signal_info{signal=\"siv\",_quipe_nuit=\"siv\","), text);
  }

  @Test
  void thePrometheusProjectsOwnCheckerFindsNothing() throws Exception {
    all();
    Process check = new ProcessBuilder(Daemon.program("promtool", "prometheus").toString(), "check", "metrics")
        .redirectErrorStream(true).start();
    check.getOutputStream().write(text(Format.TEXT, AT).getBytes(StandardCharsets.UTF_8));
    check.getOutputStream().close();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), said);
    assertEquals("", said);
  }

  @Test
  void theShippedRulesRingWhenTheyShouldAndNotElse() throws Exception {
    Process check = new ProcessBuilder(Daemon.program("promtool", "prometheus").toString(), "test", "rules",
        Path.of("src/test/resources/relay/iris-rules-test.yml").toString()).redirectErrorStream(true).start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), said);
  }

  @Test
  void theShippedRulesAreRules() throws Exception {
    Process check = new ProcessBuilder(Daemon.program("promtool", "prometheus").toString(), "check", "rules",
        Path.of("src/docs/relay/iris-rules.yml").toString()).redirectErrorStream(true).start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), said);
  }
}

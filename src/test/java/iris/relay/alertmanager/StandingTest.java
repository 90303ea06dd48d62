package iris.relay.alertmanager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.relay.real.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final Signal SIV = Samples.SIV;
  private static final Message OUTAGE = Samples.outage(SIV, AT);

  private Standing standing = Standing.NOTHING;

  private Standing.Step hear(Message m) {
    Standing.Step step = standing.hear(m, Mapping.USUAL);
    standing = step.after();
    return step;
  }

  private static List<String> names(List<Held> held) {
    return held.stream().map(h -> h.labels().get("alertname")).toList();
  }

  private static Message changed(Message m, Sort sort, Level level, Instant at, Optional<String> muted) {
    return new Message(m.id() + sort + at, sort.event() ? m.episode() : "", m.signal(), at, sort,
        sort.event() ? m.alarm() : Optional.empty(), level, Optional.empty(), m.since(), Optional.empty(), Optional.of(at),
        "autre phrase", Optional.empty(), muted);
  }

  @Test
  void theLabelsAreTheSameFromTheBeginToTheEndWhateverChanges() {
    Held begun = hear(OUTAGE).stand().getFirst();
    Held worse = hear(changed(OUTAGE, Sort.CHANGE, Level.UNKNOWN, AT.plusSeconds(1), Optional.empty())).stand().getFirst();
    Held over = hear(Samples.recovery(SIV, AT, AT.plusSeconds(2))).over().getFirst();
    assertEquals(Map.of("alertname", "IrisOutage", "signal", "siv", "kind", "service", "severity", "critical", "source",
        "iris"), begun.labels());
    assertEquals(begun.labels(), worse.labels());
    assertEquals("autre phrase", worse.annotations().get("summary"));
    assertEquals(begun.labels(), over.labels());
    assertEquals(Standing.NOTHING, standing);
  }

  @Test
  void whatStandsIsToldAgainWithEachState() {
    hear(OUTAGE);
    Standing.Step again = hear(Samples.state(SIV, Level.CRITICAL, AT.plusSeconds(60)));
    assertEquals(List.of("IrisOutage"), names(again.stand()));
    assertEquals(List.of(), again.over());
  }

  @Test
  void aSignalThatIsWellHasNoAlertsEvenIfAnEndWasLost() {
    hear(OUTAGE);
    Standing.Step well = hear(Samples.state(SIV, Level.OK, AT.plusSeconds(60)));
    assertEquals(List.of("IrisOutage"), names(well.over()));
    assertEquals(Standing.NOTHING, standing);
    assertTrue(hear(Samples.state(SIV, Level.OK, AT.plusSeconds(120))).over().isEmpty());
  }

  @Test
  void aSignalThatIsDownHasAnAlertEvenIfABeginWasLost() {
    assertEquals(List.of("IrisOutage"), names(hear(Samples.state(SIV, Level.CRITICAL, AT)).stand()));
    // The begin that comes after all is about the same alert.
    assertEquals(1, hear(Samples.outage(SIV, AT)).stand().size());
    assertEquals(1, standing.held().size());
    assertEquals(List.of("IrisOutage"), names(hear(Samples.recovery(SIV, AT, AT.plusSeconds(9))).over()));
  }

  @Test
  void whatIsNotKnownNeitherBeginsNorEndsAnything() {
    assertTrue(hear(Samples.state(SIV, Level.UNKNOWN, AT)).stand().isEmpty());
    hear(OUTAGE);
    Standing.Step lost = hear(Samples.state(SIV, Level.UNKNOWN, AT.plusSeconds(60)));
    assertEquals(List.of("IrisOutage"), names(lost.stand()));
    assertEquals(List.of(), lost.over());
  }

  @Test
  void aStateThatIsOlderThanTheEventEndsNothing() {
    hear(OUTAGE);
    assertEquals(List.of(), hear(Samples.state(SIV, Level.OK, AT.minusSeconds(1))).over());
    assertEquals(1, standing.held().size());
  }

  @Test
  void calmInAMaintenanceEndsNothingByItself() {
    hear(OUTAGE);
    Message calm = changed(OUTAGE, Sort.STATE, Level.OK, AT.plusSeconds(60), Optional.of("en maintenance"));
    assertEquals(List.of("IrisOutage"), names(hear(calm).stand()));
    assertEquals("IrisOutage", names(List.copyOf(standing.held().values())).getFirst());
  }

  @Test
  void aFaultOfIrisStandsAndEndsWithItsHeartbeats() {
    Message faulty = new Message("h", "", Signal.IRIS, AT, Sort.HEARTBEAT, Optional.empty(), Level.WARNING, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), "journal plein", Optional.empty(), Optional.empty());
    assertEquals(List.of("IrisConsoleFault"), names(hear(faulty).stand()));
    assertEquals(List.of("IrisConsoleFault"), names(hear(Samples.heartbeat(AT.plusSeconds(60))).over()));
  }

  @Test
  void twoAlarmsOfASignalAreTwoAlerts() {
    hear(OUTAGE);
    Message silent = new Message("s", "siv|SERVICE_SILENT@1", SIV, AT, Sort.BEGIN, Optional.of(Kind.SERVICE_SILENT),
        Level.CRITICAL, Optional.empty(), Optional.of(AT), Optional.empty(), Optional.empty(), "muet", Optional.empty(),
        Optional.empty());
    hear(silent);
    assertEquals(List.of("IrisOutage", "IrisServiceSilent"),
        names(hear(Samples.state(SIV, Level.CRITICAL, AT.plusSeconds(60))).stand()));
    assertEquals(List.of("IrisOutage"), names(hear(Samples.recovery(SIV, AT, AT.plusSeconds(90))).over()));
    assertEquals(List.of("IrisServiceSilent"),
        names(hear(Samples.state(SIV, Level.UNKNOWN, AT.plusSeconds(120))).stand()));
  }
}

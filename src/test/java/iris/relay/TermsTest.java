package iris.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.signal.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The terms that several couriers share: names without a message, performance data. */
class TermsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Signal SIV = new Signal(Signal.Kind.SERVICE, "siv", "{key} of {name}");

  @Test
  void aSignalIsNamedWithoutAMessageAndWhatIsPutInIsNotLookedAtAgain() {
    Mapping mapping = new Mapping("{kind}-{key}", Optional.of("{name}"), Map.of(), Map.of(), Optional.empty());
    assertEquals("service-siv", mapping.host(SIV));
    assertEquals("{key} of {name}", mapping.service(SIV));
    assertEquals("iris-heartbeat", Mapping.USUAL.service(Signal.IRIS));
  }

  @Test
  void figuresBecomePerformanceDataAndWhatIsNotSaidIsLeftOut() {
    Figures some = new Figures(NOON.minusSeconds(300), NOON, 120, 3, new Timing(412, Timing.ABSENT, 900, Timing.ABSENT,
        Timing.ABSENT), Timing.NONE);
    assertEquals(List.of("availability=97.500%;;;0;100", "total=120;;;0", "failed=3;;;0;120", "transaction_mean=412ms;;;0",
        "transaction_p95=900ms;;;0"), Perfdata.of(some));
    assertEquals(List.of("total=0;;;0", "failed=0;;;0;0"),
        Perfdata.of(new Figures(NOON.minusSeconds(300), NOON, 0, 0, Timing.NONE, Timing.NONE)));
  }
}

package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  /** 04:10 in Paris. */
  private static final Instant NOW = Instant.parse("2026-11-22T03:10:00Z");
  private final Times times = new Times(PARIS, NOW);

  @ParameterizedTest
  @CsvSource({
    "04:05, 2026-11-22T03:05:00Z",
    "4:05, 2026-11-22T03:05:00Z",
    "04:10:30, 2026-11-22T03:10:30Z",
    "23:50, 2026-11-21T22:50:00Z",
    "2026-11-22 04:05, 2026-11-22T03:05:00Z",
    "2026-11-22T04:05, 2026-11-22T03:05:00Z",
    "2026-11-22T04:05:10Z, 2026-11-22T04:05:10Z",
    "2026-11-22T04:05+02:00, 2026-11-22T02:05:00Z",
  })
  void whatBeganIsTheLastSuchTime(String written, Instant at) throws Misuse {
    assertEquals(at, times.past("--since", written));
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 02:00, 2026-11-22T21:00:00Z, 2026-11-23T01:00:00Z",
    "03:00, 05:00, 2026-11-22T02:00:00Z, 2026-11-22T04:00:00Z",
    "01:00, 03:00, 2026-11-23T00:00:00Z, 2026-11-23T02:00:00Z",
    "2026-12-01 22:00, 02:00, 2026-12-01T21:00:00Z, 2026-12-02T01:00:00Z",
    "22:00, 2026-12-02 02:00, 2026-12-01T21:00:00Z, 2026-12-02T01:00:00Z",
  })
  void workIsPlannedForTheNextTimesThatCanBeMeant(String from, String to, Instant start, Instant end) throws Misuse {
    assertEquals(new Times.Range(Optional.of(start), Optional.of(end)), times.range(Optional.of(from), Optional.of(to)));
  }

  /** Written for tonight, with a slip; it would have muted the service from that moment on. */
  @Test
  void workThatWouldHaveBegunLongAgoIsNotGuessed() throws Misuse {
    Misuse refused =
        assertThrows(Misuse.class, () -> times.range(Optional.of("22:00"), Optional.of("21:00")));
    assertEquals("app.announce.which-days", refused.reason().key());
    assertEquals(Instant.parse("2026-11-22T20:00:00Z"),
        times.range(Optional.of("2026-11-21 22:00"), Optional.of("21:00")).to().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "25:00, app.announce.time", "hier, app.announce.time", "2026-13-01 10:00, app.announce.time", "'', app.announce.time",
    "2026-11-22, app.announce.time", "2026-03-29 02:30, app.announce.no-such-time",
  })
  void aTimeThatCannotBeIsRefused(String written, String key) {
    assertEquals(key, assertThrows(Misuse.class, () -> times.past("--since", written)).reason().key());
  }
}

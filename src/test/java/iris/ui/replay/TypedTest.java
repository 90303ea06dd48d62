package iris.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant HERE = Instant.parse("2026-10-12T12:00:00Z");

  private static Instant at(String typed, Instant here) {
    return assertInstanceOf(Typed.Found.class, Typed.read(typed, here, PARIS), typed).at();
  }

  @ParameterizedTest
  @CsvSource({"03:12, 2026-10-12T01:12:00Z", "3:12, 2026-10-12T01:12:00Z", "3h12, 2026-10-12T01:12:00Z", "03:12:20, 2026-10-12T01:12:20Z",
      "11/10 03:12, 2026-10-11T01:12:00Z", "1/2 3:12, 2026-02-01T02:12:00Z", "11/10/2025 03:12, 2025-10-11T01:12:00Z",
      "2026-10-11 03:12, 2026-10-11T01:12:00Z", "2026-10-11T03:12, 2026-10-11T01:12:00Z",
      "2026-10-11T03:12Z, 2026-10-11T03:12:00Z", "2026-10-25T02:30+01:00, 2026-10-25T01:30:00Z"})
  void aTimeIsReadAsItIsTyped(String typed, Instant meant) {
    assertEquals(meant, at(typed, HERE));
  }

  @ParameterizedTest
  @CsvSource({"''", "soon", "25:00", "31/2 03:12", "03:12 03:13 03:14", "12/10"})
  void whatIsNoTimeIsSaid(String typed) {
    assertEquals("ui.replay.typed", assertInstanceOf(Typed.Not.class, Typed.read(typed, HERE, PARIS)).why().key());
  }

  @Test
  void ofATimeThatComesTwiceTheFirstIsMeantAndThenTheSecond() {
    Instant first = Instant.parse("2026-10-25T00:30:00Z");
    Instant second = Instant.parse("2026-10-25T01:30:00Z");
    assertEquals(first, at("25/10 02:30", HERE));
    assertEquals(second, at("02:30", first));
    assertEquals(first, at("02:30", second));
  }

  @Test
  void ofWhatWasATimeIsTheLastOneAlsoInTheNightThatHasAnHourMore() {
    Instant sunday = Instant.parse("2026-10-25T09:00:00Z");
    assertEquals(Instant.parse("2026-10-25T02:00:00Z"), past("03:00", sunday));
    assertEquals(Instant.parse("2026-10-24T21:00:00Z"), past("23:00", sunday));
    assertEquals(Instant.parse("2026-10-26T22:00:00Z"), past("26/10 23:00", sunday), "what has a day is what it says");
  }

  private static Instant past(String typed, Instant end) {
    return assertInstanceOf(Typed.Found.class, Typed.past(typed, end, PARIS)).at();
  }

  @Test
  void aTimeThatNeverCameIsSaid() {
    assertEquals("ui.replay.never",
        assertInstanceOf(Typed.Not.class, Typed.read("29/03/2026 02:30", HERE, PARIS)).why().key());
  }
}

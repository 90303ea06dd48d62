package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.history.film.Extent;
import iris.history.film.Take;
import iris.ui.replay.Playhead;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayingTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant FROM = Instant.parse("2026-10-12T01:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-13T06:30:00Z");
  private static final Extent DAY = new Extent(List.of(new Take(1, Long.MAX_VALUE, FROM, TO)), List.of());

  private static Playhead head(String from, String to) throws Misuse {
    return Replaying.head(new Order.Replay(new Order.Common(Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.ofNullable(from), Optional.ofNullable(to), Optional.empty()), DAY, PARIS);
  }

  @Test
  void withoutAnythingTheLastHoursAreShown() throws Misuse {
    assertEquals(Playhead.of(TO.minus(Duration.ofHours(8)), TO), head(null, null));
  }

  @Test
  void aTimeWithoutADayIsTheLastOneThatIsKept() throws Misuse {
    assertEquals(Playhead.of(Instant.parse("2026-10-13T01:12:00Z"), TO), head("03:12", null));
    assertEquals(Instant.parse("2026-10-12T21:00:00Z"), head("23:00", "03:00").from());
    assertEquals(Instant.parse("2026-10-13T01:00:00Z"), head("23:00", "03:00").to());
  }

  @Test
  void theEndIsEightHoursLaterOrWhereTheFilmEnds() throws Misuse {
    assertEquals(Instant.parse("2026-10-12T10:00:00Z"), head("2026-10-12T04:00", null).to());
    assertEquals(TO, head("2026-10-13T08:00", "2026-10-14T08:00").to());
  }

  @Test
  void besideThePresentTheTimeLineIsNoLongerThanTheFilm() {
    assertEquals(Playhead.of(FROM, FROM.plus(Duration.ofHours(7))), Projector.head(DAY, FROM));
    assertEquals(Playhead.of(FROM.plusSeconds(3600), FROM.plus(Duration.ofHours(9))).seek(FROM.plusSeconds(7200), Duration.ZERO),
        Projector.head(DAY, FROM.plusSeconds(7200)));
    Extent brief = new Extent(List.of(new Take(1, Long.MAX_VALUE, FROM, FROM.plusSeconds(90))), List.of());
    assertEquals(FROM.plus(Duration.ofMinutes(10)), Projector.head(brief, FROM.plusSeconds(60)).to());
    assertEquals(FROM.plusSeconds(60), Projector.head(brief, FROM.plusSeconds(60)).anchor());
  }

  @ParameterizedTest
  @CsvSource({"2026-10-12T02:59, , history.film.beyond", "2026-10-14T02:59, , history.film.beyond",
      "2026-10-12T12:00, 2026-10-12T11:00, app.replay.order", "soon, , app.replay.time",
      "2026-03-29T02:30, , ui.replay.never", ", 2026-10-11T11:00, history.film.beyond"})
  void whatCannotBeShownIsSaid(String from, String to, String key) {
    assertEquals(key, assertThrows(Misuse.class, () -> head(from, to)).reason().key());
  }
}

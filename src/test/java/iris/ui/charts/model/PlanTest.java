package iris.ui.charts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.years.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read for a view, and where views go. */
class PlanTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  private static Grain grain(Span span, int finer) {
    return Plan.grain(span.until(NOW, PARIS).span(), 1200, finer);
  }

  @Test
  void theGrainFollowsFromSpanAndPixels() {
    assertEquals(Grain.WINDOW, grain(Span.HOUR, 0));
    assertEquals(Grain.WINDOW, grain(Span.DAY, 0));
    assertEquals(Grain.WINDOW, grain(Span.WEEK, 0));
    assertEquals(Grain.HOUR, grain(Span.MONTH, 0));
    assertEquals(Grain.HOUR, grain(Span.QUARTER, 0));
    assertEquals(Grain.DAY, grain(Span.YEAR, 0));
    assertEquals(Grain.DAY, grain(Span.FIVE_YEARS, 0));
    assertEquals(Grain.HOUR, Plan.grain(Duration.ofDays(7), 300, 0));
  }

  @Test
  void whoAsksForMoreGetsFinerStretchesUpToWhatAPictureBears() {
    assertEquals(Grain.HOUR, grain(Span.YEAR, 1));
    assertEquals(Grain.WINDOW, grain(Span.YEAR, 2));
    assertEquals(Grain.HOUR, grain(Span.FIVE_YEARS, 2));
    assertEquals(Grain.WINDOW, grain(Span.DAY, 2));
  }

  @Test
  void theTilesOfAPlanCoverItsViewWithoutAHole() {
    Random chance = new Random(7);
    for (int i = 0; i < 500; i++) {
      Instant from = Instant.ofEpochSecond(chance.nextInt(2_000_000_000));
      View view = new View(from, from.plusSeconds(1200 + (long) Math.exp(chance.nextDouble() * 19)));
      Plan plan = Plan.of("siv", view, Optional.empty(), 1 + chance.nextInt(2000), chance.nextInt(3));
      assertFalse(plan.seen().getFirst().from().isAfter(view.from()));
      assertFalse(plan.seen().getLast().to().isBefore(view.to()));
      for (int t = 1; t < plan.seen().size(); t++) assertEquals(plan.seen().get(t - 1).to(), plan.seen().get(t).from());
      assertTrue(plan.ahead().stream().noneMatch(plan.seen()::contains));
    }
  }

  @Test
  void zoomingKeepsTheMomentUnderTheCursorWhereItIs() {
    View day = Span.DAY.until(NOW, PARIS);
    Instant under = day.from().plus(Duration.ofHours(6));
    View near = day.zoomed(0.5, 0.25);
    assertEquals(Duration.ofHours(12), near.span());
    assertEquals(under, near.from().plus(Duration.ofHours(3)));
    assertEquals(day, near.zoomed(2, 0.25));
    assertEquals(View.LEAST, day.zoomed(0.0001, 0.5).span());
  }

  @Test
  void aViewStaysWithinWhatHasBeen() {
    View day = Span.DAY.until(NOW, PARIS);
    assertEquals(day, day.panned(3).within(Instant.EPOCH, NOW));
    Instant first = NOW.minus(Duration.ofDays(3));
    assertEquals(first, day.panned(-30).within(first, NOW).from());
    assertEquals(new View(first, NOW), day.zoomed(50, 1).within(first, NOW));
  }

  @Test
  void aBoxIsZoomedToInAnyDirection() {
    View day = Span.DAY.until(NOW, PARIS);
    assertEquals(new View(day.from().plus(Duration.ofHours(6)), day.from().plus(Duration.ofHours(12))), day.part(0.5, 0.25));
    assertEquals(View.LEAST, day.part(0.5, 0.5).span());
  }

  @Test
  void daysOfTheCalendarAreNotMultiplesOfTwentyFourHours() {
    Instant monday = Instant.parse("2026-10-26T11:00:00Z");
    assertEquals(Duration.ofHours(7 * 24 + 1), Span.WEEK.until(monday, PARIS).span());
    assertEquals(Duration.ofHours(24), Span.DAY.until(monday, PARIS).span());
  }

  @Test
  void whatIsLaidBehindLiesAtTheSameTimeOfTheClock() {
    Instant tuesday = Instant.parse("2026-10-27T09:00:00Z");
    Instant before = Behind.WEEK.earlier(tuesday, PARIS);
    assertEquals(Instant.parse("2026-10-20T08:00:00Z"), before);
    assertEquals(tuesday.toEpochMilli(), Behind.WEEK.later(PARIS).applyAsLong(before.toEpochMilli()));
    assertEquals(tuesday.atZone(PARIS).getDayOfWeek(), Behind.YEAR.earlier(tuesday, PARIS).atZone(PARIS).getDayOfWeek());
  }
}

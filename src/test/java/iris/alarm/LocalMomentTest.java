package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The nights in which clocks change, and maintenance that lasts over them. */
class LocalMomentTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static LocalMoment paris(String local) {
    return LocalMoment.of(LocalDateTime.parse(local), PARIS);
  }

  private static Instant at(String local) {
    return ((LocalMoment.Once) paris(local)).at();
  }

  @Test
  void anOrdinaryTimeComesOnce() {
    assertEquals(new LocalMoment.Once(Instant.parse("2026-11-22T14:12:00Z")), paris("2026-11-22T15:12:00"));
    assertEquals(new LocalMoment.Once(Instant.parse("2026-10-25T02:30:00Z")),
        LocalMoment.of(LocalDateTime.parse("2026-10-25T02:30:00"), ZoneId.of("UTC")));
  }

  @Test
  void theHourThatSpringSkipsNeverComes() {
    for (String day : List.of("2026-03-29", "2027-03-28")) {
      LocalMoment gap = new LocalMoment.Never(LocalDateTime.parse(day + "T02:00"), LocalDateTime.parse(day + "T03:00"));
      assertEquals(gap, paris(day + "T02:00:00"));
      assertEquals(gap, paris(day + "T02:59:59"));
      assertEquals(Instant.parse(day + "T00:59:59Z"), at(day + "T01:59:59"));
      assertEquals(Instant.parse(day + "T01:00:00Z"), at(day + "T03:00:00"));
    }
  }

  @Test
  void theHourThatAutumnRepeatsComesTwice() {
    assertEquals(new LocalMoment.Twice(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z")),
        paris("2026-10-25T02:30:00"));
    assertEquals(Instant.parse("2026-10-24T23:59:59Z"), at("2026-10-25T01:59:59"));
    assertEquals(Instant.parse("2026-10-25T02:00:00Z"), at("2026-10-25T03:00:00"));
  }

  @Test
  void aDayOfTwentyFiveHoursIsTooLongAndOneOfTwentyThreeIsNot() {
    Scene scene = Scene.calm("siv");
    Instant autumn = at("2027-10-31T00:00:00");
    scene.act(maintain(autumn, at("2027-11-01T00:00:00"))).refused("alarm.refused.maintenance-too-long");
    scene.act(maintain(autumn, at("2027-10-31T23:00:00")));
    Instant spring = at("2027-03-28T00:00:00");
    assertEquals(Duration.ofHours(23), Duration.between(spring, at("2027-03-29T00:00:00")));
    scene.act(maintain(spring, at("2027-03-29T01:00:00")));
    scene.act(maintain(spring, at("2027-03-29T01:00:01"))).refused("alarm.refused.maintenance-too-long");
    assertEquals(List.of(spring, autumn), scene.board.maintenances("siv").stream().map(Suppression::since).toList());
  }

  @Test
  void aMaintenanceOverTheChangeEndsWhenItsClockSays() {
    Instant start = at("2027-03-28T01:30:00");
    Instant end = at("2027-03-28T03:30:00");
    assertEquals(Duration.ofHours(1), Duration.between(start, end));
    Scene scene = Scene.calm("siv");
    scene.act(maintain(start, end));
    scene.now = new Now(start, scene.now.mono().plus(Duration.between(scene.now.wall(), start)));
    scene.tick();
    assertEquals(Optional.of(end), scene.board.services().get("siv").maintenance().flatMap(Suppression::until));
    scene.now = scene.now.plus(Duration.ofMinutes(60));
    scene.tick();
    assertEquals(Optional.empty(), scene.board.services().get("siv").maintenance());
  }

  private static Act maintain(Instant from, Instant to) {
    return new Act.Maintain("siv", "martin", "version 5", from, to);
  }
}

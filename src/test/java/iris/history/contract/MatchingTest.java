package iris.history.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static Spell spell(int from, int to) {
    return new Spell(at(from), at(to), Optional.of(at(to)), true);
  }

  /** @param returned less than 0: never */
  private static Announced said(String id, int begin, int published, int returned) {
    Optional<Instant> back = returned < 0 ? Optional.empty() : Optional.of(at(returned));
    return new Announced(id, id, Optional.empty(), at(begin), at(published), at(published + 1), back, back, Optional.empty(),
        at(Math.max(published + 1, returned)));
  }

  private static Case only(List<Case> cases) {
    assertEquals(1, cases.size(), cases.toString());
    return cases.getFirst();
  }

  @Test
  void anAnnouncementInTheOutageIsAboutIt() {
    Case c = only(Matching.cases(List.of(spell(0, 30)), List.of(said("a", 12, 12, 40)), List.of()));
    assertEquals(Optional.of(Duration.ofMinutes(12)), c.untilNotice());
    assertEquals(Optional.of(Duration.ofMinutes(13)), c.untilRead());
    assertEquals(Optional.of(Duration.ofMinutes(10)), c.untilReturn());
    assertFalse(c.neverAnnounced() || c.withoutEffect() || c.recoveryNeverAnnounced());
  }

  @Test
  void ofTwoAnnouncementsOfOneOutageTheFirstNoticeAndTheLastReturnCount() {
    Case c = only(Matching.cases(List.of(spell(0, 30)), List.of(said("a", 20, 20, 35), said("b", 8, 8, 50)), List.of()));
    assertEquals(Optional.of(Duration.ofMinutes(8)), c.untilNotice());
    assertEquals(Optional.of(Duration.ofMinutes(20)), c.untilReturn());
    assertEquals(2, c.announced().size());
    Case open = only(Matching.cases(List.of(spell(0, 30)), List.of(said("a", 20, 20, 35), said("b", 8, 8, -1)), List.of()));
    assertEquals(Optional.empty(), open.untilReturn());
    assertTrue(open.recoveryNeverAnnounced());
  }

  @Test
  void oneAnnouncementOverThreeOutagesIsOneCase() {
    Case c = only(Matching.cases(List.of(spell(0, 10), spell(60, 70), spell(120, 130)), List.of(said("a", 3, 3, 140)), List.of()));
    assertEquals(3, c.spells().size());
    assertEquals(Optional.of(Duration.ofMinutes(3)), c.untilNotice());
    assertEquals(Optional.of(Duration.ofMinutes(10)), c.untilReturn());
  }

  @Test
  void anAnnouncementLongAfterIsAboutItOnlyIfItSaysSinceWhen() {
    assertEquals(2, Matching.cases(List.of(spell(0, 30)), List.of(said("a", 300, 300, 310)), List.of()).size());
    Case told = only(Matching.cases(List.of(spell(0, 30)), List.of(said("a", 2, 300, 310)), List.of()));
    assertEquals(Optional.of(Duration.ofMinutes(300)), told.untilNotice());
    assertEquals(1, Matching.cases(List.of(spell(0, 30)), List.of(said("a", 80, 80, 90)), List.of()).size(), "within the hour");
  }

  @Test
  void whatOnlyOneOfBothSaysIsACaseOfItsOwn() {
    List<Case> cases = Matching.cases(List.of(spell(0, 30)), List.of(said("a", 600, 600, 620)), List.of());
    assertTrue(cases.getFirst().neverAnnounced());
    assertTrue(cases.getLast().withoutEffect());
    assertFalse(cases.getLast().recoveryNeverAnnounced());
    assertEquals(List.of(), Matching.cases(List.of(), List.of(), List.of()));
  }

  @Test
  void anAnnouncementThatNobodyClosesDoesNotTakeTheYear() {
    List<Case> cases = Matching.cases(List.of(spell(0, 30), spell(3000, 3010)), List.of(said("a", 5, 5, -1)), List.of());
    assertEquals(2, cases.size());
    assertTrue(cases.getLast().neverAnnounced());
  }

  @Test
  void anAnnouncementBeforeTheFirstBadWindowIsEarly() {
    Case c = only(Matching.cases(List.of(spell(10, 30)), List.of(said("a", 4, 4, 25)), List.of()));
    assertEquals(Optional.of(Duration.ofMinutes(-6)), c.untilNotice());
    assertEquals(Optional.of(Duration.ofMinutes(-5)), c.untilReturn());
  }

  @Test
  void aDriftThatLedToTheOutageIsItsFirstSign() {
    List<Span> drifts = List.of(new Span(at(-200), at(-150)), new Span(at(-25), at(5)));
    Case c = only(Matching.cases(List.of(spell(0, 30)), List.of(said("a", 12, 12, 40)), drifts));
    assertEquals(Optional.of(at(-25)), c.drift());
    assertEquals(Optional.of(Duration.ofMinutes(37)), c.untilNotice());
  }
}

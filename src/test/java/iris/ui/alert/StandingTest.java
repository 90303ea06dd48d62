package iris.ui.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.FallbackState;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.signal.FallbackSight;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands on every window of a fallback, in each of its states. */
class StandingTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:42:00Z");
  private static final Now NOW = new Now(AT.plusSeconds(600), Duration.ofHours(1));
  private static final Reason WHY = Reason.of("fallback.http.status", "POST http://r/siv", "503", "200–299");

  private static List<String> said(Lang lang, Fallback fallback) {
    return lines(lang, fallback).stream().map(Standing.Line::sentence).toList();
  }

  private static List<Standing.Line> lines(Lang lang, Fallback fallback) {
    Board b = Board.first(new Rules(List.of(), Map.of()), NOW);
    Board board = new Board(b.rules(), b.at(), b.feeds(), b.services(), b.alarms(), b.silencedUntil(), b.health(),
        b.signed(), b.shift(), b.memory(), b.rulings(),
        Map.of("siv", new FallbackState(fallback, Optional.empty(), Optional.empty())));
    return Standing.of(board, NOW, Words.of(lang, ZoneId.of("Europe/Paris")));
  }

  @Test
  void whatRestsStandsNowhere() {
    assertEquals(List.of(), said(Lang.FR, Fallback.OFF));
  }

  @Test
  void whatRunsSaysSinceWhenByWhomAndWhy() {
    Fallback on = new Fallback.On(AT, "Marie", "panne ANTS", true);
    assertEquals(List.of("Secours ACTIF pour siv depuis 10:42, par Marie, parce que\u00a0: panne ANTS"), said(Lang.FR, on));
    assertEquals(List.of("Fallback ACTIVE for siv since 10:42, by Marie, because: panne ANTS"), said(Lang.EN, on));
  }

  @Test
  void whatNobodyDeclaredSaysSo() {
    assertEquals(List.of("Secours de siv vu EN MARCHE depuis 10:42, que personne n’a déclaré"),
        said(Lang.FR, new Fallback.On(AT, "", "", true)));
  }

  @Test
  void whatIsBeingSwitchedIsNotCalledActive() {
    assertEquals(List.of("Fallback of siv: BEING SWITCHED ON since 10:42, ordered by Marie: outage"),
        said(Lang.EN, new Fallback.SwitchingOn(AT, "Marie", "outage", Optional.empty())));
    assertEquals(List.of("Secours de siv\u00a0: RETOUR EN COURS depuis 10:42, demandé par Marie\u00a0: rétabli"),
        said(Lang.FR, new Fallback.SwitchingOff(AT, "Marie", "rétabli", Optional.empty())));
  }

  @Test
  void whatFailedOrIsUnknownSaysWhy() {
    assertEquals(List.of("Fallback of siv: SWITCHING FAILED since 10:42: POST http://r/siv: answered 503, expected 200–299"),
        said(Lang.EN, new Fallback.Failed(true, AT, "Marie", "x", WHY, FallbackSight.STOPPED, Optional.empty())));
    assertEquals(1, said(Lang.FR, new Fallback.Unknown(AT, WHY, Optional.empty())).size());
  }

  @Test
  void whatFailedOrIsUnknownLooksLikeNothingThatRuns() {
    Fallback on = new Fallback.On(AT, "Marie", "panne ANTS", true);
    Fallback failed = new Fallback.Failed(true, AT, "Marie", "x", WHY, FallbackSight.STOPPED, Optional.empty());
    Fallback unknown = new Fallback.Unknown(AT, WHY, Optional.empty());
    assertEquals(List.of(Standing.Tone.LASTS, Standing.Tone.FAILED, Standing.Tone.UNKNOWN),
        Stream.of(on, failed, unknown).map(f -> lines(Lang.FR, f).getFirst().tone()).toList());
  }
}

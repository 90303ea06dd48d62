package iris.history.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.contract.Hours.Shift;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Words FR = Words.of(Lang.FR, PARIS);

  private static Contract full(Set<Origin> against, boolean maintenance, Period.Unit unit) {
    Shift day = new Shift(LocalTime.of(8, 30), LocalTime.of(18, 0));
    Hours hours = new Hours(Map.of(DayOfWeek.MONDAY, List.of(day), DayOfWeek.TUESDAY, List.of(day), DayOfWeek.SATURDAY,
        List.of(new Shift(LocalTime.of(9, 0), LocalTime.MIDNIGHT))));
    return new Contract("c", "C", List.of("siv"), 0.99995, PARIS, hours, Set.of(LocalDate.parse("2026-12-25")), maintenance,
        against, unit, Optional.of(Duration.ofSeconds(2)), Optional.of(Duration.ofMillis(500)));
  }

  private static String said(Contract c) {
    StringBuilder all = new StringBuilder();
    for (Reason rule : Terms.of(c)) all.append(FR.say(rule)).append('\n');
    return all.toString().replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @Test
  void everyRuleIsASentenceInBothLanguages() {
    for (Lang lang : Lang.values()) {
      Words words = Words.of(lang, PARIS);
      for (Period.Unit unit : EnumSet.complementOf(EnumSet.of(Period.Unit.HOUR, Period.Unit.RANGE)))
        for (Set<Origin> against : List.of(Contract.ALL, Set.of(Origin.PROVIDER), Set.of(Origin.PROVIDER, Origin.UNKNOWN),
            Set.of(Origin.PROVIDER, Origin.NETWORK, Origin.UNKNOWN)))
          for (Reason rule : Terms.of(full(against, unit == Period.Unit.DAY, unit))) {
            String text = words.say(rule);
            assertTrue(words.knows(rule.key()) && text.endsWith("."), rule.key());
            assertFalse(text.contains("history.contract") || text.contains("?"), text);
          }
      for (Cause cause : Cause.values()) assertTrue(words.knows(cause.words().key()), cause.name());
      for (var judgement : Availability.Judgement.values()) assertTrue(words.knows(judgement.words().key()));
    }
  }

  @Test
  void theHoursAreSaidByDaysThatFollowEachOther() {
    String said = said(full(Contract.ALL, false, Period.Unit.MONTH));
    assertTrue(said.contains("du lundi au mardi : 08:30–18:00"), said);
    assertTrue(said.contains("le samedi : 09:00–24:00"), said);
    assertTrue(said.contains("99,995 % par mois"), said);
    assertTrue(said(Contract.usual("siv", 0.999, PARIS)).contains("jour et nuit"));
  }

  @Test
  void theRulesOfAnAccountSayWhatItsPercentilesAre() {
    Account account = new Account(Contract.usual("siv", 0.999, PARIS), Period.between(START, START.plusSeconds(3600)),
        Made.facts(START, START.plusSeconds(3600), Made.windows(START, "U12")));
    List<String> keys = Terms.of(account).stream().map(Reason::key).toList();
    assertFalse(keys.stream().anyMatch(k -> k.contains("percentiles")), keys.toString());
    assertEquals(keys.size(), Set.copyOf(keys).size());
    assertTrue(keys.contains("history.contract.rule.punctuality"));
  }

  private static final java.time.Instant START = java.time.Instant.parse("2026-11-01T00:00:00Z");
}

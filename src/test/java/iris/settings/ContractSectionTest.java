package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.contract.Contract;
import iris.history.contract.Hours;
import iris.history.contract.Hours.Shift;
import iris.history.contract.Period;
import iris.signal.Origin;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The section of the contracts. */
class ContractSectionTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Shift DAY = new Shift(LocalTime.of(8, 30), LocalTime.of(18, 0));

  private static Reading read(String yaml) {
    return SettingsReader.read(List.of(new ConfigText("iris.yaml", Path.of("/etc/iris"), yaml, false)));
  }

  private static Settings settings(String yaml) {
    return assertInstanceOf(Reading.Good.class, read(yaml), () -> read(yaml).toString()).settings();
  }

  private static List<Problem> problems(String yaml) {
    return assertInstanceOf(Reading.Bad.class, read(yaml)).problems();
  }

  @Test
  void aWholeContractIsRead() {
    Contract c = settings("""
        contracts:
          siv-2026:
            name: SIV 2026
            services: [siv, permis]
            target: 99.95 %
            period: quarter
            zone: Europe/Paris
            hours: lun-ven 08:30-18:00, sat 09:00-12:30, 14:00-24:00
            holidays: [2026-12-25, 2027-01-01]
            maintenance: counted
            against: provider, unknown
            p95-limit: 2s
            apdex: 500ms
        """).contracts().getFirst();
    Map<DayOfWeek, List<Shift>> week = Map.of(DayOfWeek.MONDAY, List.of(DAY), DayOfWeek.TUESDAY, List.of(DAY),
        DayOfWeek.WEDNESDAY, List.of(DAY), DayOfWeek.THURSDAY, List.of(DAY), DayOfWeek.FRIDAY, List.of(DAY),
        DayOfWeek.SATURDAY, List.of(new Shift(LocalTime.of(9, 0), LocalTime.of(12, 30)),
            new Shift(LocalTime.of(14, 0), LocalTime.MIDNIGHT)));
    assertEquals(new Contract("siv-2026", "SIV 2026", List.of("siv", "permis"), 0.9995, PARIS, new Hours(week),
        Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01")), true, Set.of(Origin.PROVIDER, Origin.UNKNOWN),
        Period.Unit.QUARTER, Optional.of(Duration.ofSeconds(2)), Optional.of(Duration.ofMillis(500))), c);
  }

  @Test
  void whatIsNotWrittenIsRoundTheClockByMonthWhoeverIsAtFault() {
    Contract c = settings("""
        services:
          siv: {p95-limit: 3s}
        contracts:
          siv: {services: siv, target: 99.9%, zone: Europe/Paris}
        """).contracts().getFirst();
    assertEquals(new Contract("siv", "siv", List.of("siv"), 0.999, PARIS, Hours.ALWAYS, Set.of(), false, Contract.ALL,
        Period.Unit.MONTH, Optional.of(Duration.ofSeconds(3)), Optional.empty()), c);
  }

  @Test
  void aServiceWithoutAContractIsPromisedItsTarget() {
    Settings s = settings("""
        services:
          permis: {target: 99.5%, name: Permis}
        contracts:
          siv: {services: [siv], target: 99%}
        """);
    assertEquals("siv", s.contract("siv", PARIS).id());
    assertEquals(0.995, s.contract("permis", PARIS).target());
    assertEquals("Permis", s.contract("permis", PARIS).name());
    assertEquals(0.999, s.contract("unheard-of", PARIS).target());
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsSaidWithItsLineAndKey() {
    return Map.of(
        "target: 0%", "settings.value.share",
        "zone: Mars/Olympus", "settings.agent.zone",
        "hours: mon-fri 8h-18h", "settings.contract.hours",
        "hours: 08:00-18:00", "settings.contract.hours",
        "hours: mon-foo 08:00-18:00", "settings.contract.hours",
        "holidays: 25/12/2026", "settings.contract.date",
        "against: nobody", "settings.value.choice",
        "period: hour", "settings.value.choice",
        "services: [siv, siv]", "settings.contract.services",
        "maintenance: perhaps", "settings.value.choice").entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
          String key = e.getKey().substring(0, e.getKey().indexOf(':'));
          String rest = (key.equals("target") ? "" : "    target: 99%\n") + (key.equals("services") ? "" : "    services: siv\n");
          Problem p = problems("contracts:\n  siv:\n    " + e.getKey() + "\n" + rest).getFirst();
          assertEquals(e.getValue(), p.reason().key());
          assertEquals(3, p.line());
          assertEquals("contracts.siv." + key, p.key());
        }));
  }

  @Test
  void aContractNeedsServicesAndATarget() {
    List<String> missing = problems("contracts:\n  siv:\n    name: x\n").stream().map(Problem::key).toList();
    assertTrue(missing.containsAll(List.of("contracts.siv.services", "contracts.siv.target")), missing.toString());
  }

  @Test
  void aWeekMayBeGoneOver() {
    Hours h = settings("contracts: {a: {services: s, target: 1, hours: 'fri-mon 22:00-06:00'}}").contracts().getFirst().hours();
    assertEquals(Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY), h.week().keySet());
  }
}

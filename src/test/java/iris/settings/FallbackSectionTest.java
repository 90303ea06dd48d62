package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Rules;
import iris.fallback.Deed;
import iris.fallback.Plan;
import iris.fallback.StatusCheck;
import iris.fallback.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The section of the plans of fallbacks. */
class FallbackSectionTest {
  private static final Path BASE = Path.of("/etc/iris");

  private static Reading read(String yaml) {
    return SettingsReader.read(List.of(new ConfigText("iris.yaml", BASE, yaml, false)));
  }

  private static Plan plan(String yaml) {
    return assertInstanceOf(Reading.Good.class, read(yaml), () -> read(yaml).toString()).settings().fallbacks().getFirst();
  }

  private static List<Problem> problems(String yaml) {
    return assertInstanceOf(Reading.Bad.class, read(yaml)).problems();
  }

  @Test
  void aWholePlanIsReadAndTheBoardIsToldWhatItMustKnow() {
    String yaml = """
        fallbacks:
          siv:
            name: SIV interne
            checklist:
              - Prévenir les agences, et le siège
              - Regarder la file
            helps-for: [external, network]
            good-windows: 4
            remind-every: 30m
            timeout: 90s
            bearer: file:siv.token
            ca: router-ca.pem
            activate:
              url: https://router.example.org/siv/fallback
              method: put
              headers: ["Content-Type: application/json", "X-Api-Key: env:SIV_KEY"]
              body: '{"route": "on"}'
              status: 202
            return:
              command: [/usr/local/bin/siv-route, "off, now"]
              environment: ["SIV_TOKEN=env:SIV_TOKEN"]
            check:
              url: https://router.example.org/siv
              pointer: /route
              equals: fallback
              every: 15s
        """;
    Plan plan = plan(yaml);
    assertEquals("siv", plan.service());
    assertEquals(List.of("Prévenir les agences, et le siège", "Regarder la file"), plan.checklist());
    assertEquals(Set.of(Fault.EXTERNAL, Fault.NETWORK_BETWEEN), plan.helps());
    Deed.Call on = assertInstanceOf(Deed.Call.class, plan.on().orElseThrow());
    assertEquals("PUT", on.method());
    assertEquals(Optional.of(Path.of("/etc/iris/router-ca.pem")), on.authority());
    assertEquals(new Value.Hidden("env:SIV_KEY"), on.headers().get("X-Api-Key"));
    assertEquals(new Deed.Login.Bearer(new Value.Hidden("file:/etc/iris/siv.token")), on.login().orElseThrow());
    assertEquals(new Deed.Expected(202, 202), on.expected());
    Deed.Command off = assertInstanceOf(Deed.Command.class, plan.off().orElseThrow());
    assertEquals(List.of("/usr/local/bin/siv-route", "off, now"), off.line());
    StatusCheck check = plan.check().orElseThrow();
    assertEquals(Optional.of(new StatusCheck.At("/route", "fallback")), check.at());
    assertEquals(Duration.ofSeconds(15), check.every());
    Rules.FallbackRules rules = assertInstanceOf(Reading.Good.class, read(yaml)).settings().rules().fallback("siv").orElseThrow();
    assertTrue(rules.on() && rules.off() && rules.checked());
    assertEquals(4, rules.goodWindows());
    assertEquals(Duration.ofSeconds(90), rules.patience());
  }

  @Test
  void aPlanThatIsSwitchedByHandNeedsNothing() {
    Plan plan = plan("fallbacks: {siv: {checklist: [Call the router team]}}");
    assertTrue(plan.on().isEmpty() && plan.off().isEmpty() && plan.check().isEmpty());
    assertFalse(plan.rules().on());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsLine() {
    List<Problem> all = problems("""
        fallbacks:
          siv:
            helps-for: weather
            activate:
              url: https://router.example.org/on
              command: [/bin/true]
              status: 2xx
            return:
              body: off
            check:
              command: "/bin/test -e /on"
              pointer: route
            user: iris
            remind-evry: 1h
        """);
    assertEquals(List.of(
        "3 fallbacks.siv.helps-for settings.value.choice",
        "6 fallbacks.siv.activate.command settings.fallback.either",
        "7 fallbacks.siv.activate.status settings.fallback.status",
        "9 fallbacks.siv.return.body settings.feed.wants",
        "11 fallbacks.siv.check.command settings.fallback.command",
        "12 fallbacks.siv.check.pointer settings.fallback.pointer",
        "13 fallbacks.siv.user settings.feed.wants",
        "14 fallbacks.siv.remind-evry settings.key.unknown-near"),
        all.stream().map(p -> p.line() + " " + p.key() + " " + p.reason().key()).toList());
  }

  @Test
  void aSecretThatIsWrittenInPlainIsRefusedAndNotRepeated() {
    List<Problem> all = problems("""
        fallbacks:
          siv:
            bearer: hunter2
            activate:
              url: https://router.example.org/on
              headers: ["Authorization: Basic hunter2"]
            return:
              url: https://iris:hunter2@router.example.org/off
        """);
    assertEquals(3, all.size(), all::toString);
    assertFalse(all.toString().contains("hunter2"), all::toString);
  }

  @Test
  void theSettingsPrintNoSecret() {
    assertFalse(plan("fallbacks: {siv: {bearer: 'env:X', activate: {url: 'https://r.example.org/on?token=abc'}}}")
        .on().orElseThrow().name().contains("abc"));
  }
}

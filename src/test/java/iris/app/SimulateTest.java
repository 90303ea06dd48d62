package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.simulate.Fault;
import iris.agent.simulate.House;
import iris.agent.simulate.Nature;
import iris.agent.simulate.Plan;
import iris.agent.simulate.Siv;
import iris.words.Lang;
import iris.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator from the command line. */
class SimulateTest {
  private static final Words EN = Words.of(Lang.EN, ZoneOffset.UTC);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final Terminal terminal = new Terminal(to, to, EN);

  private void run(String line) throws Exception {
    assertEquals(0, Commands.run(Orders.of(line.split(" ")), terminal));
  }

  @ParameterizedTest
  @CsvSource({
    "--log /no/such/folder/a.log, app.simulate.not-written, /no/such/folder/a.log",
    "--certificate /no/such/folder/a.pem, app.simulate.not-written, /no/such/folder/a.pem",
    "--log /, app.simulate.not-written, /",
    "--host nobody.invalid, app.simulate.host, nobody.invalid",
  })
  void whatKeepsItFromStartingIsNamed(String options, String key, String what) {
    Misuse refused = assertThrows(Misuse.class, () -> run("simulate siv --port 0 --traffic off " + options));
    assertEquals(key, refused.reason().key());
    assertEquals(what, refused.reason().args().getFirst());
  }

  @Test
  void aPortThatIsTakenIsNoLog() throws Exception {
    try (House house = House.open(); Siv siv = onRow(house)) {
      Misuse refused = assertThrows(Misuse.class, () -> run("simulate siv --traffic off --port " + siv.front().getPort()));
      assertEquals("app.simulate.taken", refused.reason().key());
    }
  }

  @Test
  void aFaultIsInjectedAndEndedByCommand() throws Exception {
    try (House house = House.open();
        Siv siv = onRow(house)) {
      run("simulate siv fault slow --for 10m --share 50% --port " + siv.front().getPort());
      assertEquals(Fault.SLOW, siv.faults().getFirst().fault());
      assertTrue(out.toString(StandardCharsets.UTF_8).contains("slow: 50 % of the transactions, until "), out::toString);
      run("simulate siv fault none --port " + siv.front().getPort());
      assertEquals(List.of(), siv.faults());
      Misuse refused = assertThrows(Misuse.class,
          () -> run("simulate siv fault certificate-expired --port " + siv.front().getPort()));
      assertTrue(EN.say(refused.reason()).contains("--tls"), EN.say(refused.reason()));
    }
  }

  /** The three ports of a simulator stand in a row only if it was told where. */
  private static Siv onRow(House house) throws Exception {
    for (int port = 42_700; ; port += 3) {
      Plan any = Plan.quiet(Nature.SIV);
      try {
        return new Siv(new Plan(any.host(), port, any.certificate(), any.log(), any.form(), false, true, 1, any.nature(),
            List.of()), house, Instant::now, EN, _ -> {});
      } catch (java.io.IOException taken) {
        if (port > 43_700) throw taken;
      }
    }
  }

  @Test
  void withoutASimulatorItIsSaidHowToStartOne() {
    Misuse nobody = assertThrows(Misuse.class, () -> run("simulate siv fault slow --port 1"));
    assertEquals("app.simulate.nobody", nobody.reason().key());
  }

  @Test
  void aScriptIsReadStepByStep() throws Exception {
    assertEquals(
        List.of(new Plan.Step(Duration.ofSeconds(30), Fault.EXTERNAL_DOWN, Optional.of(Duration.ofMinutes(2)), 1),
            new Plan.Step(Duration.ofMinutes(5), Fault.ERRORS, Optional.empty(), 0.3)),
        ScriptFile.of("s.yaml", "- {at: 30s, fault: external-down, for: 2m}\n- at: 5m\n  fault: errors\n  share: 30%\n"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "'- {at: [';app.script.syntax", "'';app.script.shape", "at: 3s;app.script.shape", "- 3;app.script.shape",
    "'- {at: 3s, fault: slow, until: 4s}';app.script.shape", "'- {at: 3, fault: slow}';app.script.span",
    "'- {fault: slow}';app.script.span", "'- {at: 3s, fault: fire}';app.script.fault", "'- {at: 3s}';app.script.fault",
    "'- {at: 3s, fault: provider-down, share: 30%}';app.script.no-share",
    "'- {at: 3s, fault: slow, share: lots}';app.usage.share", "'- {at: 3s, fault: slow, for: ever}';app.script.span",
  })
  void aScriptThatIsWrongIsSaidToBeSo(String text, String key) {
    assertEquals(key, assertThrows(Misuse.class, () -> ScriptFile.of("s.yaml", text)).reason().key());
  }
}

package iris.relay.passive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Hostile;
import iris.relay.real.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassiveResultTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:12:20.900Z");

  private static Target target(Mapping mapping, boolean statistics) {
    Map<Param, Value> params = new LinkedHashMap<>();
    params.put(Param.FILE, new Value.File(Path.of("/nagios.cmd")));
    params.put(Param.STATISTICS, new Value.Flag(statistics));
    return new Target("nagios", Kind.NAGIOS_PIPE, params, mapping);
  }

  private static PassiveResult usual(Message m) {
    return PassiveResult.of(m, target(Mapping.USUAL, true));
  }

  @Test
  void figuresBecomePerformanceData() {
    assertEquals("[1795356741] PROCESS_SERVICE_CHECK_RESULT;iris;siv;0;OK - SIV : 117 sur 120 transactions"
        + "|transactions=120;;;0 failed=3;;;0 availability=97.50%;;;0;100 transaction_mean=412ms;;;0"
        + " transaction_p95=900ms;;;0 response_mean=300ms;;;0 response_p95=700ms;;;0 age=0s;;;0\n",
        usual(Samples.statistic(Samples.SIV, AT)).line(AT.plusSeconds(1)));
  }

  @Test
  void whoWantsNoStatisticsGetsNoFigures() {
    Target without = target(Mapping.USUAL, false);
    assertEquals("", PassiveResult.of(Samples.statistic(Samples.SIV, AT), without).performance());
    assertFalse(PassiveResult.taken(Message.Sort.STATISTIC, without));
    assertTrue(PassiveResult.taken(Message.Sort.STATE, without));
  }

  @Test
  void theLastFiguresAreNotDrawnOnWhileNothingIsKnown() {
    Message known = Samples.statistic(Samples.SIV, AT);
    Message unknown = new Message("s", "", Samples.SIV, AT, Message.Sort.STATE, Optional.empty(), Level.UNKNOWN,
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "?", known.figures(), Optional.empty());
    assertEquals("", usual(unknown).performance());
  }

  @Test
  void whatIsMutedSaysWhyAndKeepsItsLevel() {
    Message muted = new Message("s", "", Samples.SIV, AT, Message.Sort.STATE, Optional.empty(), Level.CRITICAL,
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "down", Optional.empty(),
        Optional.of("maintenance; until 15:00"));
    assertEquals("CRITICAL - [maintenance until 15:00] down", usual(muted).output());
    assertEquals(Level.CRITICAL, usual(muted).level());
  }

  /** Whatever the feed says in whatever place: one command, five fields, nothing that a shell reads. */
  @Test
  void hostileTextIsOneDullLine() {
    Mapping everywhere = new Mapping("{name}", Optional.of("{summary}"), Map.of(), Map.of(), Optional.of("{name}{summary}"));
    String line = PassiveResult.of(Hostile.outage(AT), target(everywhere, true)).line(AT);
    assertEquals(line.length() - 1, line.indexOf('\n'));
    assertTrue(line.getBytes(StandardCharsets.UTF_8).length < 4096, "not in one piece through a pipe");
    assertEquals(4, line.chars().filter(c -> c == ';').count(), line);
    String text = line.substring(line.indexOf(';')).replace(";", "");
    for (String sign : "` $ ( ) < > | & ' \" \\ \r \u0000 \u0085 \u2028 \u202E".split(" "))
      assertFalse(text.contains(sign), "U+" + Integer.toHexString(sign.charAt(0)) + " in " + line);
  }

  @Test
  void aNameOfSignsOnlyIsStillAName() {
    Signal odd = new Signal(Signal.Kind.SERVICE, "$();|", "x");
    assertEquals("-", usual(Samples.outage(odd, AT)).service());
    assertEquals(new PassiveResult.Place("iris", "-"), PassiveResult.place(odd, target(Mapping.USUAL, true)));
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN, critical, CRITICAL", "UNKNOWN, 2, CRITICAL", "UNKNOWN, ok, UNKNOWN", "CRITICAL, 0, CRITICAL",
      "WARNING, nonsense, WARNING", "OK, warning, WARNING"})
  void aLevelMayBeMappedToAnotherButNeverToGood(Level level, String word, Level expected) {
    Mapping mapping = new Mapping("iris", Optional.empty(), Map.of(level, word), Map.of(), Optional.empty());
    assertEquals(expected, PassiveResult.of(Samples.state(Samples.SIV, level, AT), target(mapping, true)).level());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a\nb", "a|b", "`a`", "$a", ""})
  void aResultThatIsNotDullIsNotBorn(String odd) {
    assertThrows(IllegalArgumentException.class, () -> new PassiveResult("iris", "siv", Level.OK, odd, ""));
    assertThrows(IllegalArgumentException.class, () -> new PassiveResult("iris", odd, Level.OK, "well", ""));
  }
}

package iris.relay.syslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.relay.Ground;
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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EntryTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
  /** RFC 5424, 6, as far as we use it. */
  private static final Pattern LINE = Pattern.compile("<\\d{1,3}>1 [-0-9T:.]+Z [!-~]{1,255} [!-~]{1,48} - [!-~]{1,32} "
      + "(\\[[!-~&&[^=\\]\"]]{1,32}( [!-~&&[^=\\]\"]]{1,32}=\"([^\"\\\\\\]\\p{Cc}]|\\\\[\"\\\\\\]])*\")*])+ [^\\p{Cc}]*");

  private static Target target(Mapping mapping, String facility) {
    return new Target("t", Kind.SYSLOG_UDP, Map.of(Param.ADDRESS, new Value.Text("log"), Param.FACILITY,
        new Value.Text(facility)), mapping);
  }

  private static String line(Message m, Mapping mapping, int most) throws Ground.Locked {
    byte[] bytes = Entry.of(m, target(mapping, "local0"), most);
    assertTrue(bytes.length <= most, () -> bytes.length + " bytes");
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void theLineIsAsTheStandardWantsIt() throws Exception {
    assertEquals("<130>1 2026-11-23T12:00:00.123Z iris iris - OUTAGE [iris@32473 signal=\"siv\" "
        + "sig=\"siv|OUTAGE@6012345#begin\" state=\"critical\" sort=\"begin\" alarm=\"outage\" "
        + "episode=\"siv|OUTAGE@6012345\" origin=\"external\" since=\"2026-11-23T12:00:00.123Z\"][origin software=\"IRIS\"] "
        + "SIV : indisponible, origine service externe", line(Samples.outage(Samples.SIV, NOON), Mapping.USUAL, 8192));
  }

  @Test
  void onlyAnEventHasTheRankOfItsTrouble() throws Exception {
    assertTrue(line(Samples.recovery(Samples.SIV, NOON, NOON), Mapping.USUAL, 8192).startsWith("<133>1 "));
    assertTrue(line(Samples.state(Samples.SIV, Level.CRITICAL, NOON), Mapping.USUAL, 8192).startsWith("<134>1 "));
    assertTrue(line(Samples.heartbeat(NOON), Mapping.USUAL, 8192).startsWith("<134>1 "));
    Mapping own = new Mapping("iris", Optional.empty(), Map.of(Level.CRITICAL, "alert"), Map.of(), Optional.empty());
    assertTrue(line(Samples.outage(Samples.SIV, NOON), own, 8192).startsWith("<129>1 "));
  }

  @Test
  void anUnknownFacilityIsToldAndNotGuessed() {
    Ground.Locked locked = assertThrows(Ground.Locked.class,
        () -> Entry.of(Samples.heartbeat(NOON), target(Mapping.USUAL, "local9"), 8192));
    assertEquals("relay.syslog.facility", locked.reason().key());
  }

  @Test
  void whateverIsInItStaysOneLineOfTheStandardAndWithinItsBound() throws Exception {
    Mapping wide = new Mapping("h {name}", Optional.of("{name}"), Map.of(), Map.of("a b=\"]", "{summary}", "é",
        "{name}"),
        Optional.of("{name} {summary}"));
    Random random = new Random(5424);
    for (int i = 0; i < 150; i++) {
      Message m = message(random);
      for (Mapping mapping : new Mapping[] {Mapping.USUAL, wide}) {
        for (int most : new int[] {1200, 8192}) {
          String line = line(m, mapping, most);
          assertTrue(LINE.matcher(line).matches(), line);
        }
      }
    }
    assertTrue(LINE.matcher(line(Hostile.outage(NOON), wide, 1200)).matches());
  }

  private static Message message(Random random) {
    return new Message("x" + text(random, 199), "e" + text(random, 300),
        new Signal(Signal.Kind.FEED, "k" + text(random, 300), text(random, 3000)), NOON, Message.Sort.BEGIN,
        Optional.of(AlarmKey.Kind.OUTAGE), Level.CRITICAL,
        Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), text(random, 5000), Optional.empty(),
        Optional.of(text(random, 300)));
  }

  private static String text(Random random, int most) {
    StringBuilder out = new StringBuilder();
    int length = random.nextInt(most);
    while (out.length() < length - 1)
      out.appendCodePoint(random.nextInt(4) == 0 ? "\"\\]=[ \n\u0000\u202E\uFEFF\u2028".charAt(random.nextInt(11))
          : random.nextInt(1, 0x1FFFF));
    return out.toString();
  }
}

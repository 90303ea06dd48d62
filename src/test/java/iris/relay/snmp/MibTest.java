package iris.relay.snmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict.Fault;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.real.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MibTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final String mib = Files.readString(Path.of("src/docs/relay/IRIS-MIB.txt"));

  MibTest() throws IOException {}

  /** {@code supervisionLost(3)}, as the MIB writes them. */
  private static String numbered(Enum<?>[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> camel(values[i].name()) + "(" + (i + 1) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String camel(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("_");
    return words[0] + Arrays.stream(words).skip(1).map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
        .collect(Collectors.joining());
  }

  private String numbersOf(String object) {
    Matcher m = Pattern.compile(object + " OBJECT-TYPE\\s+SYNTAX\\s+INTEGER \\{([^}]*)}").matcher(mib);
    assertTrue(m.find(), object);
    return m.group(1).replaceAll("\\s+", " ").strip();
  }

  @Test
  void everyAlarmOriginAndSortHasItsNumberInTheMib() {
    assertEquals(numbered(AlarmKey.Kind.values()), numbersOf("irisAlarm"));
    assertEquals(numbered(Fault.values()), numbersOf("irisOrigin"));
    assertEquals(numbered(Message.Sort.values()), numbersOf("irisSort"));
  }

  /** RFC 2578, 8: what OBJECTS lists comes first and in that order. */
  @Test
  void eachNotificationBeginsWithTheObjectsThatTheMibListsForIt() {
    Stream.of(Samples.outage(Samples.SIV, NOON), Samples.recovery(Samples.SIV, NOON, NOON.plusSeconds(60)),
        Samples.statistic(Samples.SIV, NOON), Samples.state(Samples.SIV, iris.relay.Level.OK, NOON),
        Samples.heartbeat(NOON)).forEach(m -> {
          String name = "iris" + camel("_" + m.sort().name());
          Matcher listed = Pattern.compile(name + " NOTIFICATION-TYPE\\s+OBJECTS\\s+\\{([^}]*)}").matcher(mib);
          assertTrue(listed.find(), name);
          List<String> objects = Arrays.stream(listed.group(1).strip().split("\\s*,\\s*")).map(this::number).toList();
          List<String> sent = Bindings.of(m, Mapping.USUAL, 0).stream().skip(2)
              .map(b -> Integer.toString(b.getOid().get(b.getOid().size() - 2))).limit(objects.size()).toList();
          assertEquals(objects, sent, name);
        });
  }

  private String number(String object) {
    Matcher m = Pattern.compile(object + " OBJECT-TYPE.*?::= \\{ irisObjects (\\d+) }", Pattern.DOTALL).matcher(mib);
    assertTrue(m.find(), object);
    return m.group(1);
  }
}

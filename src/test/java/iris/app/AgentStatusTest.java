package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.agent.keep.Glance;
import iris.signal.Verdict;
import iris.words.Lang;
import iris.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentStatusTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static List<String> said(boolean running, Optional<Instant> alive, Optional<Instant> window) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var service = new Glance.OfService("SIV", Verdict.UNKNOWN, window, List.of());
    AgentStatus.say(new Glance.Seen(running, alive, List.of(service)),
        new Terminal(to, to, Words.of(Lang.EN, ZoneOffset.UTC)));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void whatNeverWasIsSaidInWordsAndNotWithADashForADate() {
    assertEquals(List.of("the agent does not run; it has written nothing here yet", "SIV: no window yet; 0 open incidents"),
        said(false, Optional.empty(), Optional.empty()));
    assertEquals("the agent runs; it has written nothing yet", said(true, Optional.empty(), Optional.empty()).getFirst());
  }

  @Test
  void whatWasIsSaidWithItsTime() {
    List<String> said = said(true, Optional.of(NOON), Optional.of(NOON));
    assertEquals(2, said.stream().filter(line -> line.contains("12:00")).count(), said.toString());
  }
}

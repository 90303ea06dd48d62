package iris.agent.source.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PluginOutputTest {
  private static Optional<Duration> latency(String said) {
    return Performance.latency(PluginOutput.of(said).performance());
  }

  @Test
  void theFirstLineIsTheSentenceAndTheTimeIsTheLatency() {
    String http = "HTTP OK: HTTP/1.1 200 OK - 612 bytes in 0.004 second response time "
        + "|time=0.004173s;;;0.000000;10.000000 size=612B;;;0\n";
    assertEquals("HTTP OK: HTTP/1.1 200 OK - 612 bytes in 0.004 second response time", PluginOutput.of(http).sentence());
    assertEquals(Optional.of(Duration.ofNanos(4_173_000)), latency(http));
    assertEquals(2, PluginOutput.of(http).performance().size());
  }

  @Test
  void labelsMayBeQuotedAndHoldBlanksAndSigns() {
    assertEquals(List.of(new Performance("it's = 1", 3, "%"), new Performance("response time", 12.5, "ms")),
        PluginOutput.of("OK | 'it''s = 1'=3%;@80:;~:90 'response time'=12.5ms;100;200;0;").performance());
  }

  @Test
  void figuresMayFollowTheLongText() {
    assertEquals(Optional.of(Duration.ofMillis(7)),
        latency("PING OK | pl=0%;60;100;0\nmore text\nand more | rta=7.000ms;3000;5000;0\n"));
  }

  @Test
  void whatIsNoTimeIsNoLatency() {
    assertEquals(Optional.empty(), latency("OK | uptime=5s users=3 time=U time=5B time=-1s load1=0.2"));
    assertEquals(Optional.of(Duration.ofNanos(1500)), latency("OK | lost word U=U time=1,5us"));
    assertEquals("", PluginOutput.of("").sentence());
  }

  @Test
  void controlCharactersAndEndlessLinesAreTidied() {
    assertEquals("a b", PluginOutput.of("a\u001b\tb\r\n").sentence());
    assertEquals(PluginOutput.SHOWN + 1, PluginOutput.of("x".repeat(9000)).sentence().length());
  }

  @Test
  void noOutputMakesReadingRunAway() {
    String evil = "OK |" + "''".repeat(4000) + " " + "1.".repeat(2000) + " " + "a=1;".repeat(2000);
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertTrue(latency(evil).isEmpty()));
  }
}

package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLinesTest {
  private final EventLines lines = new EventLines();

  private int take(String text) {
    return lines.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anEventEndsWithAnEmptyLineHoweverItsBytesAreCut() {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      byte[] bytes = "\uFEFFid: 7\nevent: published\ndata: {}\ndata: é\n\n: -\n\ndata\n\n".replace("\n", end)
          .getBytes(StandardCharsets.UTF_8);
      for (int cut = 0; cut <= bytes.length; cut++) {
        EventLines one = new EventLines();
        int events = one.take(ByteBuffer.wrap(bytes, 0, cut)) + one.take(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
        assertEquals(2, events, "cut at " + cut);
        assertEquals(Optional.of("7"), one.id());
      }
    }
  }

  @Test
  void commentsAndLinesWithoutDataAreNoEvents() {
    assertEquals(0, take(": heartbeat\n\nretry: 3000\nid: 41\n\nevent: nothing\n\n"));
    assertEquals(Optional.of(Duration.ofSeconds(3)), lines.retry());
    assertEquals(Optional.of("41"), lines.id());
  }

  @Test
  void anIdCountsWhenItsEventEndedAndOnlyIfItCanBeSentBack() {
    take("id: 1\ndata: x\n\nid: 2\ndata: y\n");
    assertEquals(Optional.of("1"), lines.id());
    take("\nid: \u00e9\ndata: z\n\n");
    assertEquals(Optional.of("2"), lines.id());
    take("id: " + "9".repeat(300) + "\ndata: z\n\nretry: soon\n\n");
    assertEquals(Optional.of("2"), lines.id());
    assertEquals(Optional.empty(), lines.retry());
  }

  @Test
  void anEndlessLineIsNotKept() {
    String part = "x".repeat(1 << 16);
    assertEquals(0, take("data: "));
    for (int i = 0; i < 200; i++) assertEquals(0, take(part));
    assertEquals(1, take("\n\n"));
  }
}

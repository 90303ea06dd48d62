package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Judged;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** Windows of a snapshot are packed: every board comes back as it was, and no damaged one comes back as another. */
class BoardBytesTest {
  private static final Rules RULES =
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of());
  private static final Now LATER = new Now(Fixtures.START.plusSeconds(4_000), Duration.ofHours(1));
  private static final Board HEARD = Board.first(RULES, LATER)
      .after(new Input.Heard(Fixtures.published("siv", Fixtures.windows(12))), LATER).board();
  private static final List<String> WORDS =
      List.of("", "siv", "urn:iris:siv:window:", "é|à", "\uD83D\uDE00", "\uD83D\uDE01 ", "\u0141", "|1|fa39", "x".repeat(99));

  /** Whatever a window can be, and two in a row that share much, little or nothing. */
  private static Board odd(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Instant, Judged> windows = new TreeMap<>();
    for (int i = 0; i < 40; i++) {
      Instant from = Fixtures.START.plusSeconds(random.nextInt(-90_000, 90_000)).plusNanos(nanos(random));
      Instant to = from.plusSeconds(1 + random.nextInt(90_000)).plusNanos(nanos(random));
      long total = random.nextBoolean() ? random.nextLong(1, Long.MAX_VALUE) : 0;
      Window window = new Window(word(random), from, to, verdict(random), total, total == 0 ? 0 : random.nextLong(total),
          random.nextBoolean() ? Map.of() : Map.of(Origin.NETWORK, 7L, Origin.PROVIDER, random.nextLong()), timing(random),
          random.nextBoolean() ? List.of() : List.of(new Window.Response(word(random), timing(random))),
          random.nextBoolean() ? List.of() : List.of(new Window.Histogram(word(random), word(random), "v2", word(random))));
      Optional<Instant> published = random.nextBoolean() ? Optional.empty()
          : Optional.of(to.plusSeconds(random.nextInt(-9, 90_000)).plusNanos(nanos(random)));
      windows.put(random.nextBoolean() ? from : from.plusSeconds(1),
          new Judged(window, verdict(random), random.nextBoolean(), word(random), word(random), published));
    }
    return HEARD.each(service -> service.with(windows));
  }

  private static int nanos(SplittableRandom random) {
    return random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
  }

  private static String word(SplittableRandom random) {
    return WORDS.get(random.nextInt(WORDS.size())) + WORDS.get(random.nextInt(WORDS.size()));
  }

  private static Verdict verdict(SplittableRandom random) {
    return Verdict.values()[random.nextInt(Verdict.values().length)];
  }

  private static Timing timing(SplittableRandom random) {
    return random.nextBoolean() ? Timing.NONE
        : new Timing(Timing.ABSENT, random.nextLong(0, Long.MAX_VALUE), random.nextInt(9_000), 0, random.nextInt(9_000));
  }

  @Test
  void aBoardComesBackAsItWas() {
    assertEquals(HEARD, BoardBytes.board(BoardBytes.of(HEARD)));
    assertEquals(12, HEARD.services().get("siv").windows().size());
    Board nothing = Board.first(RULES, new Now(Fixtures.START, Duration.ZERO));
    assertEquals(nothing, BoardBytes.board(BoardBytes.of(nothing)));
  }

  @Test
  void windowsOfAnyKindComeBackAsTheyWere() {
    for (long seed = 0; seed < 200; seed++) {
      Board odd = odd(seed);
      assertEquals(odd, BoardBytes.board(BoardBytes.of(odd)), "seed " + seed);
    }
  }

  @Test
  void aBoardOfTheVersionsBeforeIsRead() {
    assertEquals(HEARD, BoardBytes.board(Squeeze.in(Codec.board(HEARD))));
  }

  @Test
  void aDamagedBodyIsSaidToBeOne() {
    byte[] body = BoardBytes.of(HEARD);
    for (int length = 0; length < body.length; length += 7) damaged(Arrays.copyOf(body, length));
    byte[] packed = Squeeze.out(Arrays.copyOfRange(body, 1, body.length));
    for (int i = 0; i < packed.length; i++) {
      byte[] other = packed.clone();
      other[i] ^= (byte) (1 + i % 255);
      byte[] squeezed = Squeeze.in(other);
      byte[] wrong = new byte[squeezed.length + 1];
      wrong[0] = 2;
      System.arraycopy(squeezed, 0, wrong, 1, squeezed.length);
      try {
        // A figure may be another figure: what counts is that nothing else is thrown than who reads it expects.
        assertTrue(BoardBytes.board(wrong).services().size() <= 1);
      } catch (IllegalArgumentException | JacksonException expected) {
        assertTrue(String.valueOf(expected.getMessage()).length() > 1);
      }
    }
  }

  private static void damaged(byte[] body) {
    assertThrows(IllegalArgumentException.class, () -> BoardBytes.board(body));
  }

  @Test
  void aDayOfFiftyServicesTakesNoMoreRoomThanBefore() {
    Map<String, ServiceState> seen = HEARD.services();
    assertEquals(List.of("siv"), new ArrayList<>(seen.keySet()));
    assertTrue(BoardBytes.of(HEARD).length <= Squeeze.in(Codec.board(HEARD)).length);
  }
}

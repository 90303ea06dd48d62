package iris.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Contact;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.wall.TileModel;
import iris.ui.wall.WallMaker;
import iris.ui.wall.WallModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The wall of many services costs what changed, and shows what it would show if it were made anew. */
class WallOfManyTest {
  private static final int DEPTH = 24;
  private static final List<Provider> PROVIDERS = IntStream.range(0, 12).mapToObj(Provider::new).toList();

  private final WallMaker maker = new WallMaker();
  private Now now = new Now(Instant.parse("2026-11-22T06:00:10Z"), Duration.ofHours(1));
  private Board board = Board.first(new Rules(PROVIDERS.stream()
      .map(p -> new Rules.FeedRules(p.id(), p.id(), Optional.empty(), Duration.ofMinutes(1))).toList(), Map.of()), now);

  private void take(Input input) {
    board = board.after(input, now).board();
  }

  private static Input document(Provider provider, Instant at) {
    Reading read = Rss.read(provider.document(Provider.edition(at), DEPTH), ReadOptions.of(provider.id(), provider.id()));
    if (!(read instanceof Reading.Read(var bulletin))) throw new IllegalStateException("unread: " + read);
    return new Input.Heard(new Report.Published(provider.id(), bulletin, Contact.NOTHING_KNOWN, false));
  }

  private TileModel tile(int n) {
    return maker.make(board, now.wall()).tiles().get(n);
  }

  @Test
  void whateverHappensTheWallIsAsIfItWereMadeAnew() {
    SplittableRandom dice = new SplittableRandom(25);
    int alarmed = 0;
    for (int step = 0; step < 600; step++) {
      now = now.plus(Duration.ofSeconds(dice.nextInt(1, 60)));
      Provider provider = PROVIDERS.get(dice.nextInt(PROVIDERS.size()));
      take(switch (dice.nextInt(6)) {
        case 0 -> new Input.Tick();
        case 1 -> new Input.Heard(new Report.Unchanged(provider.id(), Contact.NOTHING_KNOWN));
        case 2 -> new Input.Heard(new Report.Unreached(provider.id(), Reason.of("feed.dns", "x")));
        case 3 -> new Input.Did(new Act.Acknowledge(
            new AlarmKey(AlarmKey.Kind.OUTAGE, provider.id()), "Marie", ""));
        default -> document(provider, now.wall());
      });
      assertEquals(WallModel.of(board, now.wall()), maker.make(board, now.wall()), "step " + step);
      alarmed += board.alarms().size();
    }
    assertTrue(alarmed > 0, "a walk without an alarm proves little");
  }

  @Test
  void oneDocumentMakesOneTile() {
    for (Provider provider : PROVIDERS) take(document(provider, now.wall()));
    // Each feed that answered for the first time is evidence for the others.
    take(new Input.Tick());
    WallModel before = maker.make(board, now.wall());
    now = now.plus(Duration.ofSeconds(1));
    take(new Input.Heard(new Report.Unchanged(PROVIDERS.get(3).id(), Contact.NOTHING_KNOWN)));
    WallModel after = maker.make(board, now.wall());
    for (int i = 0; i < PROVIDERS.size(); i++) {
      if (i == 3) assertNotSame(before.tiles().get(i), after.tiles().get(i));
      else assertSame(before.tiles().get(i), after.tiles().get(i));
    }
  }

  @Test
  void aPollThatBringsNothingNewMovesTheClockAndLeavesTheDay() {
    take(document(PROVIDERS.getFirst(), now.wall()));
    TileModel before = tile(0);
    now = now.plus(Duration.ofSeconds(30));
    take(new Input.Heard(new Report.Unchanged(PROVIDERS.getFirst().id(), Contact.NOTHING_KNOWN)));
    TileModel after = tile(0);
    assertEquals(Optional.of(now.wall()), after.reached());
    assertSame(before.day(), after.day());
  }

  @Test
  void theDayMovesOnForAllThoughNothingIsHeard() {
    take(document(PROVIDERS.getFirst(), now.wall()));
    Instant before = tile(0).day().end();
    now = now.plus(Duration.ofMinutes(5));
    assertEquals(before.plusSeconds(300), tile(0).day().end());
  }
}

package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.ui.alert.Standing;
import iris.ui.wall.WallMaker;
import iris.ui.wall.WallModel;
import iris.ui.wall.WallView;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws what is true: all that differs at each new board, the clock and the ages at each beat. On the FX thread. */
final class Picture {
  private final Ports ports;
  private final Optional<Elsewhen> elsewhen;
  private final Lines lines;
  private final WallView wall;
  private final ShellView shell;
  private final Words words;
  private final WallMaker maker = new WallMaker();
  private @Nullable Board board;
  private EventLog log = EventLog.EMPTY;
  private Instant drawn = Instant.EPOCH;
  private WallModel tiles = WallModel.EMPTY;
  private String title = "";

  Picture(Ports ports, Words words, WallView wall, ShellView shell, Optional<Elsewhen> elsewhen) {
    this.ports = ports;
    this.elsewhen = elsewhen;
    this.words = words;
    this.lines = new Lines(words);
    this.wall = wall;
    this.shell = shell;
  }

  /** For the task bar, where a person sees it without seeing the window. */
  String title() {
    return title;
  }

  /** Nothing of this board is missed if it is drawn with the next beat. */
  boolean waits(Board next) {
    return elsewhen.isEmpty() && board != null && (next == board || Urgency.figuresOnly(board, next));
  }

  /** The same of these events. */
  boolean waits(EventLog next) {
    return elsewhen.isEmpty() && next.windowsOnlySince(log);
  }

  /** @param still no movement is wanted; returns true while a sign moves */
  boolean draw(boolean still) {
    Now now = ports.now().get();
    Board next = ports.board().get();
    log = ports.events().get();
    // The day on the tiles moves with the clock even when nothing is heard.
    if (next != board || Duration.between(drawn, now.wall()).abs().toSeconds() >= 60) {
      board = next;
      drawn = now.wall();
      tiles = maker.make(next, now.wall());
      wall.show(tiles);
    }
    // Sentences of five hundred events are dear, and a wall shows none of them.
    List<EventLine> told = shell.listing() ? lines.of(log, next, now) : List.of();
    DeskModel seen = DeskModel.of(next, tiles, log, told, now, words);
    DeskModel model = elsewhen.map(time -> seen.saying(time.blind())).orElse(seen);
    shell.show(model, tiles.tiles().size());
    shell.standing(Standing.of(next, now, words));
    title = words.say("ui.desk.title", model.header().overall().word());
    shell.banner().tick(now.wall(), still);
    wall.tick(now.wall());
    return !still && (shell.banner().hurried() || wall.hurried());
  }
}

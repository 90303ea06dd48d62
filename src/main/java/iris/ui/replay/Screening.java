package iris.ui.replay;

import iris.ui.acts.ServicesPage;
import iris.ui.desk.ConsoleWindow;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.fallback.FallbackPage;
import iris.ui.origin.OriginPage;
import iris.ui.page.Page;
import iris.ui.receipt.WhyPage;
import iris.ui.station.Station;
import iris.ui.station.alarms.AlarmsPage;
import iris.ui.station.keep.Keepsake;
import iris.words.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;

/**
 * A film in windows of its own: the tiles and the workstation as they were. What is done in them is refused before it
 * goes anywhere: behind them there is no desk that could take it. On the FX thread.
 */
public final class Screening implements AutoCloseable {
  /**
   * What it needs of the house.
   *
   * @param live the clock of the world, which every window of a film shows as well
   * @param faults told of what no code expected
   * @param dress gives a window the looks of the program
   * @param links takes what is to be opened outside
   * @param closed told once when no window of it is open any more
   */
  public record House(
      InstantSource live, Consumer<Throwable> faults, Consumer<Stage> dress, Consumer<Wish.Open> links, Runnable closed) {
    public House {
      Objects.requireNonNull(live);
      Objects.requireNonNull(faults);
      Objects.requireNonNull(dress);
      Objects.requireNonNull(links);
      Objects.requireNonNull(closed);
    }
  }

  private final Player player;
  private final House house;
  private final Mark mark;
  private final WindowOptions looks;
  private final Ports ports;
  private final Stage wallStage = new Stage();
  private final Stage deskStage = new Stage();
  private final ConsoleWindow wall;
  private final Station desk;
  private boolean ended;

  /** @param looks as the windows of the present have them */
  public Screening(Player player, Words words, WindowOptions looks, House house) {
    this.player = player;
    this.house = house;
    mark = new Mark(player, words, house.live());
    // Nothing calls anybody: what blinks in life stands still, also while the film does.
    this.looks = looks.with(WindowOptions.Motion.REDUCED).at(mark, words.say("ui.replay.read-only"));
    ports = new Ports(player.board(), player.events(), act -> { }, player::now, house.faults(),
        words.say("ui.replay.nobody"), this::grant);
    wall = new ConsoleWindow(ports, words, this.looks);
    desk = new Station(ports, words, this.looks.onDesk(), pages(), Keepsake.forgetful());
  }

  /** Those that show what was; those that look back, judge or set something are about now. */
  private static List<Page.Making> pages() {
    return List.of((ports, words) -> new AlarmsPage(ports, words, Keepsake.forgetful()), OriginPage::new,
        FallbackPage::new, ServicesPage::new, WhyPage::new);
  }

  /** Brings both windows up, that of the tiles in front. */
  public void show() {
    for (Stage stage : List.of(deskStage, wallStage)) {
      house.dress().accept(stage);
      ReplayKeys.on(stage, player);
      stage.setOnHidden(hidden -> {
        if (!wallStage.isShowing() && !deskStage.isShowing() && !desk.away()) end();
      });
    }
    desk.show(deskStage);
    wall.show(wallStage);
    mark.follow();
    wallStage.toFront();
    wallStage.requestFocus();
  }

  /** To this instant, in front of all others. */
  public void seek(Instant at) {
    player.seek(at);
    front(wallStage);
  }

  private void grant(Wish wish) {
    switch (wish) {
      case Wish.Desk(Optional<String> page, Optional<String> subject) -> {
        if (!deskStage.isShowing()) deskStage.show();
        desk.front();
        desk.open(page, subject);
      }
      case Wish.Wall _ -> front(wallStage);
      case Wish.Open open -> house.links().accept(open);
      case Wish.Replay(Instant at, var answer) -> player.seek(at);
    }
  }

  private static void front(Stage stage) {
    if (!stage.isShowing()) stage.show();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  private void end() {
    if (ended) return;
    close();
    house.closed().run();
  }

  @Override
  public void close() {
    if (ended) return;
    ended = true;
    wallStage.setOnHidden(null);
    deskStage.setOnHidden(null);
    desk.close();
    wall.close();
    mark.close();
    // It may be on its way through a long night: nobody waits for that here.
    Thread.ofVirtual().name("end of replay").start(player::close);
  }
}

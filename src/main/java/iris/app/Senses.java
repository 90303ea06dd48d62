package iris.app;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.app.running.Running;
import iris.feed.Fetcher;
import iris.feed.Pollers;
import iris.feed.Reach;
import iris.feed.Rejects;
import iris.flow.Cell;
import iris.notify.Alerting;
import iris.notify.Memory;
import iris.notify.Teller;
import iris.notify.Wording;
import iris.notify.sound.Loudspeaker;
import iris.notify.toast.Desktop;
import iris.notify.tray.Tray;
import iris.probe.Probe;
import iris.settings.Settings;
import iris.signal.Report;
import iris.words.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the console hears with and speaks with: feeds and checks of its own, sound, notifications, the item in the tray.
 * None of it is needed to show what is remembered, and all of it together loads more than the window does.
 */
final class Senses implements AutoCloseable {
  /**
   * What they know of the console.
   *
   * @param first the board that nothing was told of yet
   * @param input takes what was heard and answered; must not block
   * @param acts what is done by a notification
   * @param front brings the window up
   */
  record House(Outset outset, Path state, Supplier<Now> clock, Board first, Cell<Board> board, Consumer<Input> input,
      Consumer<Act> acts, Runnable front) {}

  final Loudspeaker loudspeaker;
  final Desktop desktop;
  final Teller teller;
  final Pollers pollers;
  private final Running running = new Running();
  private final Vantage vantage;
  private final Tray tray;

  Senses(House house, Settings settings, Alerting alerting, Words words) {
    InstantSource wall = () -> house.clock().get().wall();
    Consumer<Report> report = heard -> house.input().accept(new Input.Heard(heard));
    loudspeaker = Loudspeaker.ofThisMachine(alerting, System.getenv(), report);
    desktop = Desktop.ofThisMachine(alerting, System.getenv(), words, report, house.acts(), house.front());
    Teller.Outlets outlets = new Teller.Outlets(loudspeaker, desktop,
        answers -> house.input().accept(new Input.Answered(answers)), why -> {}, report);
    teller = running.keep(new Teller(Memory.of(house.outset().restored().recent()), house.first(), house.clock(),
        new Wording(words), outlets));
    tray = running.keep(Tray.ofThisMachine(System.getenv(), words, house.board(), house.clock(), Icons::png, house.front()));

    Fetcher fetcher = running.keep(new Fetcher(wall, System.getenv()));
    Reach reach = id -> Optional.ofNullable(house.board().get().feeds().get(id)).flatMap(FeedState::newest);
    pollers = running.keep(new Pollers(fetcher, report, Optional.of(new Rejects(house.state().resolve("rejected"))), reach,
        wall, new SplittableRandom()));
    vantage = running.keep(new Vantage(new Probe(wall), report));
    pollers.configure(settings.feeds());
    vantage.configure(settings.vantage());
  }

  /** Takes changed settings and another language over. */
  void reconfigure(Settings changed, Alerting alerting, Words in) {
    pollers.configure(changed.feeds());
    vantage.configure(changed.vantage());
    loudspeaker.reconfigure(alerting);
    desktop.reconfigure(alerting, in);
    teller.speak(new Wording(in));
    tray.speak(in);
  }

  /** There is a tray, and our item in it. */
  boolean trayed() {
    return tray.there();
  }

  @Override
  public void close() {
    running.close();
  }
}

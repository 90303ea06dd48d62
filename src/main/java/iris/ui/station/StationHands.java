package iris.ui.station;

import iris.alarm.Act;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.desk.WindowOptions;
import java.time.Duration;
import java.util.List;

/** What each key of the window does. */
record StationHands(Station station) implements StationKeys.Hands {
  /** Section 5 of the alarm model: a horn is silent for 10 minutes at most. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private Binder binder() {
    return station.binder();
  }

  @Override
  public void gesture() {
    station.undo().gesture();
  }

  @Override
  public void page(int at) {
    binder().open(at);
    station.open(java.util.Optional.empty(), java.util.Optional.empty());
  }

  @Override
  public void step(int pages) {
    page(Math.floorMod(binder().at() + pages, binder().size()));
  }

  @Override
  public void silence() {
    Ports ports = station.inner();
    boolean silenced = ports.board().get().silencedUntil().filter(ports.now().get().wall()::isBefore).isPresent();
    ports.acts().accept(silenced ? new Act.Unsilence(ports.author()) : new Act.Silence(ports.author(), SILENCE));
  }

  @Override
  public void undo() {
    List<Act> back = station.undo().take(station.inner().author());
    if (back.isEmpty()) station.notice(binder().words.say("ui.station.undo.none"));
    back.forEach(station.inner().acts());
  }

  @Override
  public void theme() {
    WindowOptions.Theme[] all = WindowOptions.Theme.values();
    station.appearance().theme(all[(station.appearance().theme().ordinal() + 1) % all.length]);
    station.notice(binder().words.say("ui.desk.theme." + station.appearance().theme()));
  }

  @Override
  public void wall() {
    station.ports().wishes().accept(new Wish.Wall());
  }

  @Override
  public void full() {
    station.full();
  }

  @Override
  public void help() {
    if (binder().view.helping()) binder().view.unhelp();
    else binder().view.help(new StationHelp(binder().words, binder().page().keys()));
  }

  @Override
  public void who() {
    binder().author.ask();
  }

  @Override
  public boolean unask() {
    return binder().author.escape();
  }

  @Override
  public boolean escape() {
    boolean helping = binder().view.helping();
    binder().view.unhelp();
    return helping;
  }
}

package iris.app;

import iris.alarm.Board;
import iris.alarm.Desk;
import iris.alarm.FeedState;
import iris.alarm.Input;
import iris.alarm.Supervision;
import iris.app.running.Running;
import iris.feed.Fetcher;
import iris.feed.Pollers;
import iris.feed.Reach;
import iris.flow.Mailbox;
import iris.history.Retention;
import iris.probe.Probe;
import iris.settings.Settings;
import iris.signal.Report;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Everything of IRIS that needs no screen, in the order in which it starts: pollers, own checks, desk and journal, and
 * who hears what came of it. It ends in the reverse order.
 */
final class Unattended implements AutoCloseable {
  /** Nobody looks at charts here: the past is kept for a start, and for who was not told of it yet. */
  private static final Duration WINDOWS = Duration.ofDays(8);

  private final Running running = new Running();
  private final Mailbox<Input> inputs;
  private final Recording recording;
  private final Outset outset;
  private final Desk desk;
  private final Pollers pollers;
  private final Vantage vantage;
  private final PartsWatch parts;
  private volatile Board board;

  /**
   * @param inputs of the desk; {@code reports} leads there
   * @param heard hears each step in order, once it is kept, with the journal's number of the last; on one thread
   */
  Unattended(Settings settings, Outset outset, SystemClock clock, Mailbox<Input> inputs, Consumer<Report> reports,
      Recording.Heard heard) {
    this.outset = outset;
    this.inputs = inputs;
    InstantSource wall = () -> clock.get().wall();
    Board first = outset.board().orElseGet(() -> Board.first(settings.rules(), clock.get()));
    board = first;
    recording = running.keep(new Recording(outset, lean(settings.retention()), (entries, kept) -> {
      board = entries.getLast().outcome().board();
      heard.hear(entries, kept);
    }, reports));
    desk = running.keep(Desk.open(first, inputs, clock, recording));
    outset.restored().stopped().ifPresent(stopped -> inputs.post(new Input.Restarted(stopped)));
    inputs.post(new Input.Reconfigured(settings.rules()));
    outset.fault().ifPresent(why -> reports.accept(new Report.Health("journal", false, why)));
    Fetcher fetcher = running.keep(new Fetcher(wall, System.getenv()));
    Reach reach = id -> Optional.ofNullable(board.feeds().get(id)).flatMap(FeedState::newest);
    pollers = running.keep(new Pollers(fetcher, reports, Optional.empty(), reach, wall, new SplittableRandom()));
    vantage = running.keep(new Vantage(new Probe(wall), reports));
    pollers.configure(settings.feeds());
    vantage.configure(settings.vantage());
    parts = running.keep(new PartsWatch(watched(), pollers::look, reports, () -> { }, PartsWatch.EVERY, PartsWatch.PATIENCE));
  }

  private List<PartsWatch.Part> watched() {
    List<PartsWatch.Part> watched = new ArrayList<>();
    watched.add(new PartsWatch.Part("desk", inputs::size, () -> desk.heartbeat().mono().toNanos(), desk::stack));
    recording.part().ifPresent(watched::add);
    return watched;
  }

  private static Retention lean(Retention wanted) {
    return new Retention(least(wanted.windows()), least(wanted.hours()), least(wanted.days()), least(wanted.months()),
        least(wanted.inputs()), least(wanted.transitions()));
  }

  private static Duration least(Duration wanted) {
    return wanted.compareTo(WINDOWS) < 0 ? wanted : WINDOWS;
  }

  /** Takes a changed configuration over; nothing restarts. */
  void reconfigure(Settings changed) {
    inputs.post(new Input.Reconfigured(changed.rules()));
    outset.journal().ifPresent(journal -> journal.keep(lean(changed.retention())));
    pollers.configure(changed.feeds());
    vantage.configure(changed.vantage());
  }

  /** Desk and journal take their letters. */
  boolean well() {
    return parts.well();
  }

  /** Feeds that can be believed now. */
  long fresh() {
    return board.feeds().values().stream().filter(f -> f.supervision() == Supervision.FRESH).count();
  }

  @Override
  public void close() {
    running.close();
  }
}

package iris.app;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Desk;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.app.running.Running;
import iris.fallback.Switchboard;
import iris.flow.Mailbox;
import iris.history.Entry;
import iris.notify.Alerting;
import iris.notify.Pattern;
import iris.notify.Wording;
import iris.report.reckon.Books;
import iris.settings.ConfigFiles;
import iris.settings.Settings;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.classify.Trial;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.setup.Bench;
import iris.ui.shift.Trials;
import iris.words.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything that runs behind the window, in the order in which it starts; it ends in the reverse order, each part
 * within a limit of its own.
 */
final class Console implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("iris");

  private final Running running = new Running();
  private final Mailbox<Input> inputs = new Mailbox<>();
  private volatile Words words;
  private volatile String login;
  private volatile Settings settings;
  private final Outset outset;
  private final Supplier<Now> clock;
  private final Past past;
  private final Telling telling;
  private final Switchboard switchboard;
  private final Outward outward;
  private final Hindsight hindsight;
  private final Optional<Path> journal;
  private final Desk desk;
  private final Recording recording;
  private final Senses.House house;
  /** Both empty until {@link #begin}; written once, under the lock. */
  private volatile Optional<Senses> senses = Optional.empty();
  private volatile Optional<PartsWatch> parts = Optional.empty();
  private boolean closed;
  private volatile Runnable front = () -> {};
  private volatile Consumer<Wish> wishes = wish -> {};

  /**
   * One that watches from now on.
   *
   * @param state folder for what the console keeps besides its journal
   */
  Console(Settings settings, Outset outset, Path state, Words words) {
    this(settings, outset, state, words, SystemClock.starting());
  }

  /** The same by another clock: a month goes by in minutes. */
  Console(Settings settings, Outset outset, Path state, Words words, Supplier<Now> clock) {
    this(outset, settings, state, words, clock);
    begin();
  }

  /** One that knows what is remembered, and neither hears nor tells before {@link #begin}. */
  static Console remembering(Settings settings, Outset outset, Path state, Words words) {
    return new Console(outset, settings, state, words, SystemClock.starting());
  }

  private Console(Outset outset, Settings settings, Path state, Words words, Supplier<Now> clock) {
    this.words = words;
    this.settings = settings;
    login = login(settings);
    this.outset = outset;
    this.clock = clock;
    Board first = outset.board().orElseGet(() -> Board.first(settings.rules(), clock.get()));
    past = keep(new Past(outset, state, this::withoutJournal));
    telling = new Telling(first, EventLog.EMPTY.plus(outset.restored().recent()), past::keep);
    house = new Senses.House(outset, state, clock, first, telling.board, inputs::post, this::fromToast, () -> front.run());

    outward = keep(new Outward(state, clock, this::report, Optional.empty(), outset));
    // Before anything happens: what the journal has and the servers do not is told first.
    outward.configure(settings.relay(), words);
    recording = keep(new Recording(outset, settings.retention(), this::pass, this::report));
    switchboard = new Switchboard(new VaultSecrets(System.getenv(), () -> clock.get().wall()), System.getenv(), this::report);
    desk = keep(Desk.open(first, inputs, clock, recording));
    // Ends before the desk, which hears its last words.
    keep(switchboard);
    outset.restored().stopped().ifPresent(stopped -> inputs.post(new Input.Restarted(stopped)));
    inputs.post(new Input.Reconfigured(settings.rules()));
    outset.fault().ifPresent(why -> report(new Report.Health("journal", false, why)));
    if (outset.board().isPresent()) telling.leave(first);

    boolean kept = outset.journal().isPresent() || outset.readOnly().isPresent();
    journal = kept ? Optional.of(state) : Optional.empty();
    hindsight = keep(new Hindsight(journal, clock));
    switchboard.configure(settings.fallbacks());
  }

  /** Watches from now on; once. What was to be told until now is told now. */
  synchronized void begin() {
    if (senses.isPresent() || closed) return;
    Senses begun = keep(new Senses(house, settings, alerting(settings), words));
    telling.tellBy(begun.teller);
    senses = Optional.of(begun);
    InstantSource wall = () -> clock.get().wall();
    past.annals().ifPresent(years -> keep(new Habits(telling.board::get, years, past.reader(), wall,
        () -> this.words.figures().zone(), this::report, Habits.EVERY)));
    parts = Optional.of(keep(watch(begun)));
    // A console that only looks on leaves the writing to the first one.
    outset.journal().ifPresent(journal -> keep(new Monthly(() -> this.settings, promised(), house.state(),
        ZoneId.systemDefault(), wall, this::report, Monthly.EVERY)));
  }

  /** After the threads that nobody sees. The horn needs neither desk nor journal. */
  private PartsWatch watch(Senses with) {
    List<PartsWatch.Part> watched = new ArrayList<>();
    watched.add(new PartsWatch.Part("desk", inputs::size, () -> desk.heartbeat().mono().toNanos(), desk::stack));
    watched.add(new PartsWatch.Part("notify", with.teller::waiting, with.teller::turns, with.teller::stack));
    recording.part().ifPresent(watched::add);
    return new PartsWatch(watched, with.pollers::look, this::report, () -> with.loudspeaker.play(Pattern.P2),
        PartsWatch.EVERY, PartsWatch.PATIENCE);
  }

  /** All threads behind the window take their letters. */
  boolean well() {
    return parts.map(PartsWatch::well).orElse(true);
  }

  /** What the window knows of all this. */
  Ports ports() {
    return new Ports(telling.board, telling.events, this::act, clock, this::fault, () -> login, wish -> wishes.accept(wish));
  }

  /** What was, for the pages that tell it. */
  Past past() {
    return past;
  }

  /** What reports are made of; only on the reader's thread of {@link #past}. */
  Books books() {
    return new Books(past.annals().orElse(Nowhere.YEARS), promised());
  }

  private Promised promised() {
    return new Promised(() -> settings, ZoneId.systemDefault(), () -> Optional.of(telling.board.get()));
  }

  /** What the check of the station tries. */
  Trials trials() {
    Senses with = begun();
    return new Trying(with.loudspeaker, with.desktop, () -> new Wording(words));
  }

  /** Where the journal lies that can be played again; empty where nothing is kept. */
  Optional<Path> journal() {
    return journal;
  }

  /** What tries a rule on all that was announced. */
  Trial hindsight() {
    return hindsight;
  }

  /** Why nothing can be done on this console. */
  Optional<String> readOnly() {
    return outset.readOnly().map(words::say);
  }

  /** What the page of the settings works with. */
  Bench bench(ConfigFiles files) {
    return new SetupBench(files, () -> clock.get().wall(), outset::readOnly, (a, b) -> begun().loudspeaker.tryOut(a, b));
  }

  /** There is a tray, and our item in it. */
  boolean trayed() {
    return senses.map(Senses::trayed).orElse(false);
  }

  /** What brings the window to the front, once there is one. */
  void onFront(Runnable act) {
    front = act;
  }

  /** Who grants what a window wishes, once there is somebody. */
  void onWish(Consumer<Wish> grant) {
    wishes = grant;
  }

  /** Takes a changed configuration over, and speaks its language from now on; all state is kept. */
  synchronized void reconfigure(Settings changed, Words in) {
    words = in;
    login = login(changed);
    settings = changed;
    inputs.post(new Input.Reconfigured(changed.rules()));
    outset.journal().ifPresent(journal -> journal.keep(changed.retention()));
    switchboard.configure(changed.fallbacks());
    outward.configure(changed.relay(), in);
    // Who has not begun begins with these.
    senses.ifPresent(with -> with.reconfigure(changed, alerting(changed), in));
  }

  /** Looks at all feeds now. */
  void pollNow() {
    senses.ifPresent(with -> with.pollers.pollNow());
  }

  void report(Report report) {
    inputs.post(new Input.Heard(report));
  }

  /** What no code expected, on whatever thread: an alarm of its own, never silence. */
  void fault(Throwable bug) {
    LOG.log(System.Logger.Level.ERROR, "a fault of the console", bug);
    report(new Report.Health("console", false, Reason.of("app.fault", bug.toString())));
  }

  /** A toast knows the login alone; who is at the desk signs. */
  private void fromToast(Act act) {
    String by = telling.board.get().author(login);
    act(act instanceof Act.Acknowledge(var alarm, var none, var reason) ? new Act.Acknowledge(alarm, by, reason) : act);
  }

  private void act(Act act) {
    if (outset.readOnly().isEmpty()) inputs.post(new Input.Did(act));
  }

  /** The journal takes nothing now; on the thread of who reads it. */
  private boolean withoutJournal() {
    Report.Health journal = telling.board.get().health().get("journal");
    return journal != null && !journal.well();
  }

  /**
   * A plan is run only after the journal was offered the order to run it: what is done twice was done once too often.
   * One that is broken, or that there is none of, holds nothing up: production matters more than the record.
   */
  private void pass(List<Entry> entries, long kept) {
    List<Outcome> outcomes = entries.stream().map(Entry::outcome).toList();
    telling.pass(outcomes);
    outward.heard(outcomes, kept);
    outcomes.forEach(outcome -> switchboard.heard(outcome.transitions()));
  }

  /** A second console on one profile looks on in silence: the first one tells. */
  private Alerting alerting(Settings settings) {
    Alerting wanted = settings.alerting();
    boolean mute = outset.readOnly().isPresent();
    return new Alerting(
        wanted.sound() && !mute, wanted.volume(), wanted.toasts() && !mute,
        settings.display().wall() ? Optional.empty() : Optional.of(login(settings)), Icons.file());
  }

  private static String login(Settings settings) {
    return Login.of(System.getenv("IRIS_OPERATOR"), settings.display().operator(), System.getProperty("user.name"));
  }

  private <T extends AutoCloseable> T keep(T part) {
    return running.keep(part);
  }

  /** Whoever needs them earlier than the start would have them has them now. */
  private Senses begun() {
    begin();
    return senses.orElseThrow(() -> new IllegalStateException("closed"));
  }

  @Override
  public synchronized void close() {
    closed = true;
    running.close();
  }
}

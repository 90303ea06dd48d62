package iris.history.film;

import iris.alarm.Act;
import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Answer;
import iris.alarm.Board;
import iris.alarm.Desk;
import iris.alarm.Guidance;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.Outcome;
import iris.alarm.Outlook;
import iris.alarm.Rights;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.flow.Mailbox;
import iris.history.Entry;
import iris.history.Keeper;
import iris.history.Opening;
import iris.history.Profile;
import iris.signal.Contact;
import iris.signal.FallbackSight;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Reason;
import iris.signal.Report;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A night lived by the real desk, keeper and journal, at the speed of the machine: several feeds with outages, notices,
 * revisions and works, a service that flaps, operators, fallbacks, checks, a stop of the program, a sleep, a clock that is
 * set forward and one that is set back.
 */
public final class Night implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-10-24T20:00:00Z");
  private static final Duration TICK = Duration.ofSeconds(10);
  private static final int LOST = 2;

  private final Path folder;
  private final SplittableRandom random;
  private final List<Provider> providers;
  /** Every step that was ever taken, in order. */
  public final List<Entry> lived = new ArrayList<>();
  private final Semaphore taken = new Semaphore(0);
  private final Semaphore kept = new Semaphore(0);
  private Mailbox<Input> inputs;
  private Keeper keeper;
  private Desk desk;
  private volatile Now now = new Now(START.plusMillis(137), Duration.ofHours(3).plusNanos(12_345));
  private volatile Board board;

  public Night(Path folder, int feeds, long seed) {
    this.folder = folder;
    random = new SplittableRandom(seed);
    providers = java.util.stream.IntStream.range(0, feeds).mapToObj(i -> new Provider(i, seed)).toList();
    start(Duration.ZERO);
  }

  private Rules rules() {
    List<Rules.FeedRules> feeds = providers.stream()
        .map(p -> new Rules.FeedRules(p.feed(), "Prestataire " + p.feed(), Optional.empty(), Duration.ofMinutes(1))).toList();
    Rules.FallbackRules plan = new Rules.FallbackRules("secours", Set.of(OriginVerdict.Fault.PROVIDER), true, true, true,
        Duration.ofMinutes(2), 2, Duration.ofHours(1), List.of("appelé"));
    return new Rules(feeds, Map.of("s0", new Rules.ServiceRules(Optional.of("SIV"), 0.5, 0.95,
        Optional.of(Duration.ofSeconds(2)), 0.999)), Rights.OPEN, new Outlook(Set.of("f0"), Optional.of("neutral")),
        Map.of("s0", Guidance.NONE), Map.of("s0", plan));
  }

  /** The program starts. */
  private void start(Duration stood) {
    Opening.Writable opened = (Opening.Writable) Profile.open(folder, now.wall());
    if (opened.restored().damage().isPresent()) throw new AssertionError(opened.restored().damage().get());
    now = new Now(now.wall().plus(stood), Duration.ofMillis(812));
    Board first = opened.restored().board().orElseGet(() -> Board.first(rules(), now));
    board = first;
    keeper = new Keeper(opened.journal(), entries -> kept.release(entries.size()), health -> inputs.post(new Input.Heard(health)));
    inputs = new Mailbox<>();
    desk = Desk.open(first, inputs, () -> now, this::step);
    opened.restored().stopped().ifPresent(stopped -> post(new Input.Restarted(stopped)));
    post(new Input.Reconfigured(rules()));
    for (String part : List.of("sound", "journal", "screen"))
      post(new Input.Heard(new Report.Health(part, true, Reason.of("app.config.taken"))));
    // With them the first snapshot is taken, however slow the disk is.
    settle();
  }

  /** Waits until all that was lived is kept. */
  public void settle() {
    wait(kept, lived.size() - counted);
    counted = lived.size();
  }

  private void step(Now at, Input input, Outcome outcome) {
    Entry entry = new Entry(at, input, outcome);
    lived.add(entry);
    board = outcome.board();
    keeper.keep(entry);
    taken.release();
  }

  /** One input, taken by the desk before the next one is thought of. */
  private void post(Input input) {
    inputs.post(input);
    wait(taken, 1);
  }

  private static void wait(Semaphore what, int times) {
    try {
      if (!what.tryAcquire(times, 60, TimeUnit.SECONDS)) throw new AssertionError("the desk or the journal stands still");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The program ends: well, or as by a power cut, without a last snapshot. Then it stands for so long. */
  public void stop(boolean well, Duration stood) {
    desk.close();
    settle();
    keeper.close();
    if (!well) forgetTheEnd();
    start(stood);
  }

  /** The snapshot that a program writes as it ends. */
  private void forgetTheEnd() {
    try (Connection db = Sqlite.writable(folder.resolve("journal.db"))) {
      Sqlite.execute(db, "DELETE FROM snapshot WHERE seq = (SELECT max(seq) FROM snapshot)");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private int counted;

  /** Both clocks go on by this much while nothing runs: the machine sleeps. */
  public void sleep(Duration time) {
    now = now.plus(time);
  }

  /** Somebody sets the wall clock. */
  public void set(Duration by) {
    now = new Now(now.wall().plus(by), now.mono());
  }

  /** Lives on for this long. */
  public void live(Duration time) {
    for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(TICK)) {
      now = now.plus(TICK);
      post(new Input.Tick());
      int turn = Math.floorMod((int) now.mono().toSeconds() / 10, 6);
      for (int i = 0; i < providers.size(); i++) if (i % 6 == turn) poll(providers.get(i));
      happen();
    }
  }

  private void poll(Provider p) {
    now = now.plus(Duration.ofMillis(random.nextInt(400)));
    post(new Input.Heard(p.answer(now.wall())));
  }

  private void happen() {
    List<Alarm> standing = List.copyOf(board.alarms().values());
    Optional<Alarm> alarm = standing.isEmpty() ? Optional.empty() : Optional.of(standing.get(random.nextInt(standing.size())));
    switch (random.nextInt(90)) {
      case 0, 1 -> alarm.ifPresent(a -> post(new Input.Did(new Act.Acknowledge(a.key(), "Léa", "vu | \"ok\""))));
      case 2 -> alarm.ifPresent(a -> post(new Input.Did(new Act.Comment(a.key(), "Léa", "prestataire appelé"))));
      case 3 -> alarm.ifPresent(a -> post(new Input.Did(new Act.Shelve(a.key(), "Max", "essais", Duration.ofMinutes(15)))));
      case 4 -> alarm.ifPresent(a -> post(new Input.Did(new Act.Unshelve(a.key(), "Max"))));
      case 5 -> post(new Input.Did(new Act.Silence("Max", Duration.ofMinutes(10))));
      case 6 -> post(new Input.Did(new Act.Maintain(service(), "Max", "migration", now.wall().plusSeconds(600), now.wall().plusSeconds(2400))));
      case 7 -> post(new Input.Did(new Act.OutOfService(service(), random.nextBoolean(), "admin", "recette", Optional.empty())));
      case 8 -> post(new Input.Did(new Act.Contest(service(), OriginVerdict.Fault.EXTERNAL, "Max", "vu ailleurs")));
      case 9 -> post(new Input.Did(new Act.Sign("Léa", "lea", "Léa")));
      case 10 -> post(new Input.Did(new Act.Note("Léa", "relève à 22 h")));
      case 11, 12 -> check(Report.Checked.Vantage.NEUTRAL_HOST, "neutral");
      case 13, 14 -> check(Report.Checked.Vantage.SERVICE, "f0");
      case 15 -> post(new Input.Heard(new Report.Health("sound", random.nextBoolean(), Reason.of("notify.sound.no-device"))));
      case 16 -> post(new Input.Did(new Act.SwitchFallback("s0", random.nextBoolean(), "Max", "panne", List.of("appelé"))));
      case 17 -> post(new Input.Heard(new Report.FallbackSeen("s0", FallbackSight.values()[random.nextInt(FallbackSight.values().length)], Reason.of("x"))));
      case 18 -> post(new Input.Did(random.nextBoolean() ? new Act.StartExercise(Optional.of("s0"), "Max") : new Act.StopExercise("Max")));
      case 19 -> alarm.ifPresent(a -> post(new Input.Did(new Act.Reset(a.key(), "Max"))));
      case 20 -> post(new Input.Heard(new Report.Unreached(providers.get(LOST % providers.size()).feed(), Reason.of("feed.timeout", 5))));
      case 21 -> post(new Input.Heard(new Report.Unreadable(providers.getFirst().feed(), Reason.of("rss.not-a-feed"), Contact.NOTHING_KNOWN)));
      case 22, 23, 24 -> answers();
      case 25, 26, 27 -> post(new Input.Heard(new Report.Customary(List.of(usual("s0", 0), usual("s4", 1), usual("s4", 0)))));
      default -> { }
    }
  }

  /** Until midnight the last service is usually quicker than it is, then not any more. */
  private Norm usual(String service, int hoursAgo) {
    Instant from = now.wall().truncatedTo(ChronoUnit.HOURS).minusSeconds(3600L * hoursAgo);
    var local = from.atZone(ZoneId.of("Europe/Paris"));
    return new Norm(service, from, from.plusSeconds(3600), local.getDayOfWeek(), local.getHour(), 6,
        Map.of(Measure.TRANSACTION, new Norm.Usual(service.equals("s4") && local.getHour() > 20 ? 200 : 510, 8)));
  }

  private void check(Report.Checked.Vantage vantage, String source) {
    post(new Input.Heard(new Report.Checked(source, vantage, random.nextInt(3) > 0, Reason.of("probe.ok"))));
  }

  private String service() {
    return "s" + random.nextInt(providers.size());
  }

  /** What became of the announcements of the last steps. */
  private void answers() {
    List<Answer> all = lived.subList(Math.max(0, lived.size() - 40), lived.size()).stream()
        .flatMap(e -> e.outcome().transitions().stream()).filter(Transition.Told.class::isInstance)
        .map(t -> ((Transition.Told) t).announcement())
        .map(a -> new Answer(a.alarm(), a.episode(), a.call(), !a.suppressed(), Reason.of("notify.told"),
            List.of(new Answer.Voice(Answer.Channel.SOUND, true, Reason.of("notify.told"))))).toList();
    if (!all.isEmpty()) post(new Input.Answered(all));
  }

  /** All that was said, to the last. */
  public List<Transition> said() {
    return lived.stream().flatMap(e -> e.outcome().transitions().stream()).toList();
  }

  public Board board() {
    return board;
  }

  public Now now() {
    return now;
  }

  /** Of one alarm at least. */
  public boolean raised(AlarmKey.Kind kind) {
    return said().stream().anyMatch(t -> t instanceof Transition.Moved m && m.alarm().kind() == kind);
  }

  /** The whole night. */
  public Night whole() {
    live(Duration.ofMinutes(62));
    stop(false, Duration.ofMinutes(41));
    live(Duration.ofMinutes(45));
    set(Duration.ofMinutes(12));
    live(Duration.ofMinutes(30));
    sleep(Duration.ofMinutes(22));
    live(Duration.ofMinutes(35));
    set(Duration.ofMinutes(-9));
    live(Duration.ofMinutes(40));
    stop(true, Duration.ofMinutes(3));
    live(Duration.ofMinutes(25));
    return this;
  }

  @Override
  public void close() {
    desk.close();
    keeper.close();
  }

}

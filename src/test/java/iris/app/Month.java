package iris.app;

import iris.alarm.Now;
import iris.alarm.Rules;
import iris.history.JournalAnnals;
import iris.history.Profile;
import iris.history.Retention;
import iris.history.story.Episode;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.settings.ConfigText;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.signal.Contact;
import iris.signal.Reason;
import iris.signal.Report;
import iris.store.Sqlite;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Days of many services as a console lives them: every document as bytes through the reader, the board, the journal and
 * both windows; closed and opened again each day, its pages turned, its language changed. The clock goes from step to step.
 */
final class Month implements AutoCloseable {
  /** Oftener than a board believes that its machine slept. */
  private static final int STEPS = 12;
  private static final Duration STEP = Town.PERIOD.dividedBy(STEPS);
  private static final Duration FIRST = Duration.ofSeconds(10);

  private final Path folder;
  private final int services;
  private final Settings settings;
  private final long[] read;
  private final long first;
  private final List<Town.Fate> met = new ArrayList<>();
  private final List<WeakReference<Object>> gone = new ArrayList<>();
  private final List<WeakReference<Object>> boards = new ArrayList<>();
  private volatile Now now;
  private Life life;
  private long window;
  private long revisions;
  private int restarts;
  private int pages;

  /** @param kept how long the journal keeps windows and what the board took; two days or more */
  Month(Path folder, int services, Instant start, Duration kept) throws Exception {
    this.folder = folder;
    this.services = services;
    settings = settings(services, kept);
    read = new long[services];
    first = start.getEpochSecond() / Town.PERIOD.toSeconds();
    window = first;
    // What is under way already may ring or be over.
    for (int n = 0; n < services; n++) {
      Town.Fate fate = Town.fate(n, Math.floorDiv(window, Town.DAY));
      if (fate.kind() != Town.Kind.CALM && fate.from() < window) met.add(fate);
    }
    begin();
  }

  private static Settings settings(int services, Duration kept) {
    ConfigText quiet = new ConfigText("test", Path.of("/"), "sound: {enabled: no}\nnotifications: {desktop: no}", false);
    if (!(SettingsReader.read(List.of(quiet)) instanceof iris.settings.Reading.Good(Settings usual))) throw new AssertionError();
    List<Rules.FeedRules> feeds = new ArrayList<>();
    for (int n = 0; n < services; n++)
      feeds.add(new Rules.FeedRules(Town.id(n), "Service " + n, Optional.empty(), Duration.ofMinutes(1)));
    Retention years = Retention.USUAL;
    Retention brief = new Retention(kept, years.hours(), years.days(), years.months(), Retention.LEAST, years.transitions());
    // No feeds: what would be polled is handed over by this.
    return new Settings(usual.display(), usual.alerting(), usual.vantage(), List.of(), new Rules(feeds, Map.of()), List.of(), brief,
        List.of(), Optional.empty(), List.of());
  }

  /** A program begins: its own clock begins at nought. */
  private void begin() throws Exception {
    now = new Now(Town.start(window).plus(FIRST), Duration.ZERO);
    life = new Life(settings, folder, () -> now);
  }

  Life life() {
    return life;
  }

  Instant time() {
    return Town.start(window);
  }

  int restarts() {
    return restarts;
  }

  List<WeakReference<Object>> gone() {
    return gone;
  }

  /** Boards of some periods ago: all but the last of these are the past, which the journal alone remembers. */
  List<WeakReference<Object>> boards() {
    return boards;
  }

  /** Goes on by this many windows. */
  void go(long windows) throws Exception {
    for (long end = window + windows; window < end; window++) period();
  }

  private void period() throws Exception {
    long slot = Math.floorMod(window, Town.DAY);
    if (slot == Town.CLOSED) {
      restart();
      return;
    }
    if (slot > Town.CLOSED && slot < Town.CLOSED + Town.AWAY) return;
    if (slot == Town.CLOSED + Town.AWAY) begin();
    note();
    for (int step = 0; step < STEPS; step++) {
      now = new Now(Town.start(window).plus(FIRST).plus(STEP.multipliedBy(step)), now.mono().plus(step == 0 ? Duration.ZERO : STEP));
      life.hear(step == 0 ? documents() : step == STEPS / 2 ? unchanged() : one(step));
    }
    now = new Now(now.wall().plus(STEP), now.mono().plus(STEP));
    if (slot % 12 == 5) life.acknowledge();
    if (slot % 12 == 8) life.turnTo(Life.PAGES.get(pages++ % Life.PAGES.size()), Town.id(pages % services));
    if (slot % 48 == 30) life.speak();
    if (slot == 200) life.reopen();
    if (slot % 12 == 0) boards.add(new WeakReference<>(life.board()));
  }

  /** The console is closed, and opened at once from what it kept. */
  void again() throws Exception {
    restart();
    begin();
  }

  private void restart() {
    gone.addAll(life.gone());
    life.close();
    life = null;
    restarts++;
  }

  private void note() {
    for (int n = 0; n < services; n++) {
      Town.Fate fate = Town.fate(n, Math.floorDiv(window, Town.DAY));
      if (fate.kind() != Town.Kind.CALM && fate.from() == window) met.add(fate);
    }
  }

  /** All that is published now, those whom nobody reaches first. */
  private List<Report> documents() {
    List<Report> reports = new ArrayList<>(silent());
    for (int n = 0; n < services; n++) {
      if (Town.unreached(n, window)) continue;
      long before = read[n];
      // The last window that was read before came without its revision, which is there now.
      if (before > first && before < window && Town.revised(n, before - 1)) revisions++;
      read[n] = window;
      Reading reading = Rss.read(Town.document(n, window), ReadOptions.of(Town.id(n), Town.id(n)));
      if (!(reading instanceof Reading.Read(var bulletin))) throw new AssertionError("unread: " + reading);
      reports.add(new Report.Published(Town.id(n), bulletin, Contact.NOTHING_KNOWN, false));
    }
    return reports;
  }

  private List<Report> silent() {
    List<Report> reports = new ArrayList<>();
    for (int n = 0; n < services; n++)
      if (Town.unreached(n, window)) reports.add(new Report.Unreached(Town.id(n), Reason.of("feed.dns", Town.id(n))));
    return reports;
  }

  private List<Report> unchanged() {
    List<Report> reports = new ArrayList<>(silent());
    for (int n = 0; n < services; n++)
      if (!Town.unreached(n, window)) reports.add(new Report.Unchanged(Town.id(n), Contact.NOTHING_KNOWN));
    return reports;
  }

  private List<Report> one(int step) {
    for (int n = 0; ; n++) {
      int service = (int) Math.floorMod(window * STEPS + step + n, (long) services);
      if (!Town.unreached(service, window)) return List.of(new Report.Unchanged(Town.id(service), Contact.NOTHING_KNOWN));
    }
  }

  /**
   * What of a time the journal holds.
   *
   * @param windows that it has at least once; {@code again} that were read with other figures
   */
  record Held(long windows, long again) {}

  /** Of the windows that start from {@code from} on, before {@code to}. */
  Held held(Instant from, Instant to) throws SQLException {
    String these = " FROM window WHERE start >= " + from.getEpochSecond() + " AND start < " + to.getEpochSecond();
    try (Connection db = Sqlite.readOnly(Profile.store(folder))) {
      long rows = Sqlite.figure(db, "SELECT count(*)" + these);
      long windows = Sqlite.figure(db, "SELECT count(*) FROM (SELECT DISTINCT service, start" + these + ")");
      return new Held(windows, rows - windows);
    }
  }

  /** Revisions that were published of windows that had been read before, but for those from before the start. */
  long revisions() {
    return revisions;
  }

  /**
   * What became of all that was to ring.
   *
   * @param made fates that ring; {@code rung} those that an episode in the journal tells, and {@code closed} those of them
   *     that are over; {@code episodes} all that the journal has
   * @param lost what rang and should not have, or did not and should have
   */
  record Told(int made, int rung, int closed, int episodes, List<String> lost) {}

  /** @param until fates that ended well before are over for the console too */
  Told told(Instant until) throws Exception {
    List<String> lost = new ArrayList<>();
    int rung = 0;
    int closed = 0;
    int episodes = 0;
    int made = 0;
    try (JournalAnnals annals = new JournalAnnals(folder)) {
      for (int n = 0; n < services; n++) {
        List<Episode> all = annals.episodes(Town.id(n), Instant.EPOCH, now.wall());
        episodes += all.size();
        Set<String> explained = new HashSet<>();
        for (Town.Fate fate : fates(n)) {
          if (fate.from() < first || !Town.start(fate.to() + 8).isBefore(until)) {
            all.stream().filter(e -> tells(e, fate)).forEach(e -> explained.add(e.id()));
            continue;
          }
          made++;
          List<Episode> of = all.stream().filter(e -> tells(e, fate)).toList();
          of.forEach(e -> explained.add(e.id()));
          boolean one = fate.kind() == Town.Kind.FLAPPING ? !of.isEmpty() : of.size() == 1;
          if (one) rung++;
          else lost.add(fate + " rang as " + of);
          if (one && of.stream().allMatch(e -> e.closed().isPresent())) closed++;
        }
        all.stream().filter(e -> !explained.contains(e.id())).forEach(e -> lost.add("nothing happened, and yet: " + e));
      }
    }
    return new Told(made, rung, closed, episodes, lost);
  }

  private List<Town.Fate> fates(int service) {
    return met.stream().filter(f -> f.service() == service).toList();
  }

  private static boolean tells(Episode e, Town.Fate fate) {
    return e.alarm().kind() == fate.kind().rings && !e.since().isBefore(Town.start(fate.from() - 1))
        && e.since().isBefore(Town.start(fate.to() + 2));
  }

  @Override
  public void close() {
    if (life == null) return;
    gone.addAll(life.gone());
    life.close();
    life = null;
  }
}

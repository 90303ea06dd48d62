package iris.history;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Item;
import iris.signal.Report;
import iris.signal.Service;
import iris.store.Sqlite;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Years of many services in a profile, made of the real series, and what a console and a report ask of them; beside the
 * raw engine's answers to the same questions. {@code main} prints milliseconds: medians of some rounds, and what of them the thread had of a
 * processor, since machines are shared.
 */
public final class ThreeYears {
  private static final Instant START = Instant.parse("2023-11-01T00:00:00Z");
  private static final int ROUNDS = 11;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final LongRun run;
  private final Path folder;
  private final Path bare;
  /** The first of the last month that is whole. */
  private final Instant month;

  private ThreeYears(LongRun run, Path folder) {
    this.run = run;
    this.folder = folder.resolve("profile-" + run.days() + "-" + run.services());
    bare = folder.resolve("bare-" + run.days() + "-" + run.services() + ".db");
    month = run.end().minus(Duration.ofDays(1)).atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1).minusMonths(1)
        .atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** @param args days, services, folder; stores that lie there from before are taken as they are */
  public static void main(String[] args) throws Exception {
    Optional<Path> captures = RealSeries.folder();
    if (captures.isEmpty()) {
      System.out.println("no ../shared/captures/series here: nothing to generate years from");
      return;
    }
    int days = args.length > 0 ? Integer.parseInt(args[0]) : 1095;
    int services = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("iris-years");
    LongRun run = new LongRun(RealSeries.read(captures.get()), START, days, services, 20261123);
    ThreeYears years = new ThreeYears(run, folder);
    System.out.printf("load %.1f on %d cores%n", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
    if (!Files.exists(Profile.store(years.folder))) years.make();
    years.sizes();
    years.ask();
    years.restart();
    System.out.printf("load %.1f%n", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private void make() throws Exception {
    long begin = System.nanoTime();
    try (Hold hold = Hold.of(folder).orElseThrow(); Connection db = hold.store(folder); Bulk bulk = new Bulk(db, run)) {
      Sqlite.execute(db, "PRAGMA synchronous=OFF");
      for (int service = 0; service < run.services(); service++) {
        Sqlite.execute(db, "BEGIN");
        bulk.service(service);
        Sqlite.execute(db, "COMMIT");
      }
      Sqlite.execute(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
    System.out.printf("made in %d s", (System.nanoTime() - begin) / 1_000_000_000);
    begin = System.nanoTime();
    try (BareTable table = BareTable.make(bare)) {
      for (int service = 0; service < run.services(); service++) {
        int number = service;
        table.begin();
        run.run(service, (hour, rows) -> table.hour(number, hour.getEpochSecond(), rows));
        table.commit();
      }
    }
    System.out.printf("; the bare table in %d s%n", (System.nanoTime() - begin) / 1_000_000_000);
  }

  private void sizes() throws Exception {
    try (Connection db = Sqlite.readOnly(Profile.store(folder)); Connection raw = Sqlite.readOnly(bare)) {
      long rows = Sqlite.figure(db, "SELECT count(*) FROM window");
      System.out.printf(Locale.ROOT, "%,d windows; store %,d MB, %.1f bytes a row; bare %,d MB, %.1f%n", rows,
          Files.size(Profile.store(folder)) >> 20, 1.0 * Files.size(Profile.store(folder)) / rows,
          Files.size(bare) >> 20, 1.0 * Files.size(bare) / Sqlite.figure(raw, "SELECT count(*) FROM raw"));
      for (String table : List.of("window", "hour", "day", "month"))
        System.out.printf(Locale.ROOT, "  %s: %,d rows%s%n", table, Sqlite.figure(db, "SELECT count(*) FROM " + table),
            pages(db, table));
    }
  }

  /** Where SQLite was built to tell it. */
  private static String pages(Connection db, String table) {
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT sum(pgsize) FROM dbstat WHERE name = '" + table + "'")) {
      return r.next() ? String.format(Locale.ROOT, ", %,d MB", r.getLong(1) >> 20) : "";
    } catch (java.sql.SQLException noSuchTable) {
      return "";
    }
  }

  /** A question to one service. */
  private interface Question {
    int ask(int service) throws Exception;
  }

  private void ask() throws Exception {
    Instant end = run.end();
    Instant year = end.minus(Duration.ofDays(365));
    long from = year.getEpochSecond();
    long to = end.getEpochSecond();
    row("open and first answer (a day of windows)", service -> {
      try (JournalAnnals annals = new JournalAnnals(folder)) {
        return annals.stretches(LongRun.key(service), end.minus(Duration.ofDays(1)), end, Grain.WINDOW).size();
      }
    }, service -> {
      try (BareTable table = BareTable.open(bare)) {
        return table.rows("raw", service, to - 86_400, to)[0].length;
      }
    });
    try (JournalAnnals annals = new JournalAnnals(folder); BareTable table = BareTable.open(bare)) {
      row("24 h of one service, windows", s -> annals.stretches(LongRun.key(s), end.minus(Duration.ofDays(1)), end,
          Grain.WINDOW).size(), s -> table.rows("raw", s, to - 86_400, to)[0].length);
      row("a year of one service, hours", s -> annals.stretches(LongRun.key(s), year, end, Grain.HOUR).size(),
          s -> table.rows("raw_hour", s, from, to)[0].length);
      row("a year of one service, days", s -> annals.stretches(LongRun.key(s), year, end, Grain.DAY).size(), null);
      row("a year of one service, windows", s -> annals.stretches(LongRun.key(s), year, end, Grain.WINDOW).size(),
          s -> table.rows("raw", s, from, to)[0].length);
      row("pan by a week: the hours that come into sight", s -> annals.stretches(LongRun.key(s),
          end.minus(Duration.ofDays(7)), end, Grain.HOUR).size(),
          s -> table.rows("raw_hour", s, to - 7 * 86_400, to)[0].length);
      Instant next = Grain.MONTH.next(month);
      long first = month.getEpochSecond();
      long last = next.getEpochSecond();
      row("month of all services, days", _ -> all(annals, month, next, Grain.DAY), null);
      row("month of all services, hours", _ -> all(annals, month, next, Grain.HOUR),
          _ -> IntStream.range(0, run.services()).map(s -> sum(table, "raw_hour", s, first, last)).sum());
      row("month of all services, windows", _ -> all(annals, month, next, Grain.WINDOW),
          _ -> IntStream.range(0, run.services()).map(s -> sum(table, "raw", s, first, last)).sum());
      MonthReport report = new MonthReport(annals, month, end);
      report.measure("the report of that month, one service", List.of(LongRun.key(run.services() / 2)));
      report.measure("the report of that month, all services", List.of());
    }
  }

  private static int sum(BareTable table, String of, int service, long from, long to) {
    try {
      return table.month(of, service, from, to) > 0 ? 1 : 0;
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int all(JournalAnnals annals, Instant from, Instant to, Grain grain) throws Exception {
    Tally tally = Tally.NONE;
    int n = 0;
    for (int service = 0; service < run.services(); service++)
      for (Stretch s : annals.stretches(LongRun.key(service), from, to, grain)) {
        tally = tally.plus(s.plain());
        n++;
      }
    if (tally.known() == 0) throw new IllegalStateException("nothing is known of the month");
    return n;
  }

  private void row(String what, Question ours, Question bares) throws Exception {
    System.out.printf(Locale.ROOT, "%-50s %s%s%n", what, median(ours), bares == null ? "" : "   bare " + median(bares));
  }

  /** Each round asks another service, the first of them one that nobody has asked for. */
  private String median(Question question) throws Exception {
    double[] wall = new double[ROUNDS];
    double[] cpu = new double[ROUNDS];
    int rows = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      long used = THREADS.getCurrentThreadCpuTime();
      rows = question.ask((i * 13 + 5) % run.services());
      cpu[i] = (THREADS.getCurrentThreadCpuTime() - used) / 1e6;
      wall[i] = (System.nanoTime() - begin) / 1e6;
    }
    double first = wall[0];
    Arrays.sort(wall);
    Arrays.sort(cpu);
    return String.format(Locale.ROOT, "%8.2f ms (first %.2f, best %.2f), processor %.2f, best %.2f; %,d rows",
        wall[ROUNDS / 2], first, wall[0], cpu[ROUNDS / 2], cpu[0], rows);
  }

  /** A console that watched the last day, and starts again. */
  private void restart() throws Exception {
    Instant now = run.end().plusSeconds(10);
    Rules rules = new Rules(List.of(new Rules.FeedRules("f", "F", Optional.empty(), Duration.ofMinutes(1))), Map.of());
    Now at = new Now(now, Duration.ofDays(1));
    Board board = Board.first(rules, at);
    long begin = System.nanoTime();
    Opening.Writable opened = (Opening.Writable) Profile.open(folder, now);
    System.out.printf("start of the console, before it ever wrote here: %d ms%n", since(begin));
    Input heard = new Input.Heard(document(now));
    Entry entry = new Entry(at, heard, board.after(heard, at));
    begin = System.nanoTime();
    opened.journal().write(List.of(entry));
    System.out.printf("a document of an hour of all services kept: %d ms%n", since(begin));
    Board last = entry.outcome().board();
    for (int tick = 1; tick <= 170; tick++) {
      Now then = at.plus(Duration.ofSeconds(10L * tick));
      Input input = new Input.Tick();
      Entry more = new Entry(then, input, last.after(input, then));
      last = more.outcome().board();
      opened.journal().write(List.of(more));
    }
    opened.journal().close();
    begin = System.nanoTime();
    try (Connection raw = Sqlite.writable(bare)) {
      System.out.printf("the bare table opened, a row of it read: %d ms (%d)%n", since(begin),
          Sqlite.figure(raw, "SELECT max(start) FROM raw_hour WHERE service = 5"));
    }
    for (int i = 0; i < 3; i++) {
      begin = System.nanoTime();
      opened = (Opening.Writable) Profile.open(folder, now);
      System.out.printf("restart of the console's journal, 170 inputs to replay: %d ms, board of %d services%n",
          since(begin), opened.restored().board().orElseThrow().services().size());
      opened.journal().close();
    }
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  /** The hour that begins where the run ended. */
  private Report document(Instant now) throws Exception {
    LongRun next = new LongRun(run.series(), run.end().minus(Duration.ofHours(1)), 1, run.services(), run.seed());
    List<Item> items = new ArrayList<>();
    List<Service> services = new ArrayList<>();
    for (int s = 0; s < run.services(); s++) {
      services.add(new Service(LongRun.key(s), "S" + s, List.of()));
      next.run(s, (_, rows) -> rows.stream().filter(r -> !r.kept().window().window().to().isAfter(now))
          .forEach(r -> items.add(new Item(r.kept().window().guid(), r.kept().window().revision(), "…", "…",
              r.kept().window().published(), Optional.empty(), Optional.empty(), 1, r.kept().window().window()))));
    }
    Channel channel = new Channel("F", Optional.empty(), "", "fr", "iris", Optional.of(now), 5, Optional.empty(),
        Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("a", "1.0", Duration.ofMinutes(5), Optional.empty())));
    return new Report.Published("f", new Bulletin(channel, Dialect.IRIS, services, items, List.of(), List.of()),
        Contact.NOTHING_KNOWN, false);
  }
}

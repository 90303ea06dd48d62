package iris.history;

import iris.alarm.AlarmKey;
import iris.alarm.Lifecycle;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.history.story.Archive;
import iris.history.story.Chapter;
import iris.history.story.Episode;
import iris.history.story.Search;
import iris.history.story.Story;
import iris.signal.Priority;
import iris.signal.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A journal of the first version with a million transitions: how long its way forward takes, once, and how long the
 * questions of the page of the episodes take then. {@code main} prints milliseconds.
 */
public final class MillionTransitions {
  private static final Instant START = Instant.parse("2025-11-22T00:00:00Z");
  private static final int SERVICES = 50;

  private MillionTransitions() {}

  /** @param args how many transitions; usually 1000000 */
  public static void main(String[] args) throws Exception {
    int wanted = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path folder = Files.createTempDirectory("iris-million");
    Path store = folder.resolve(Profile.STORE);
    try (var old = new GZIPInputStream(Files.newInputStream(Path.of("src/test/resources/iris/history/journal-1.db.gz")))) {
      Files.copy(old, store);
    }
    try (Connection db = iris.store.Sqlite.writable(store)) {
      fill(db, wanted);
    }
    System.out.printf("store of version 1: %d MB%n", Files.size(store) >> 20);
    long begin = System.nanoTime();
    Opening.Writable opened = (Opening.Writable) Profile.open(folder, START);
    System.out.printf("opened and brought forward: %d ms%n", since(begin));
    opened.journal().close();
    begin = System.nanoTime();
    opened = (Opening.Writable) Profile.open(folder, START);
    System.out.printf("opened again: %d ms; store %d MB%n", since(begin), Files.size(store) >> 20);
    try (Journal _ = opened.journal(); Archive archive = new JournalArchive(folder)) {
      for (int i = 0; i < 3; i++) ask(archive);
    }
  }

  private static void ask(Archive archive) throws Exception {
    long begin = System.nanoTime();
    List<Episode> first = archive.episodes(Search.ALL);
    System.out.printf("list of %d: %d ms; ", first.size(), since(begin));
    begin = System.nanoTime();
    int mine = archive.episodes(Search.of("service7")).size();
    System.out.printf("of one service (%d): %d ms; ", mine, since(begin));
    begin = System.nanoTime();
    int found = archive.episodes(new Search(Optional.empty(), Optional.empty(), "nobody", Set.of(), 0, 100)).size();
    System.out.printf("a text that is nowhere (%d): %d ms; ", found, since(begin));
    begin = System.nanoTime();
    Chapter chapter = archive.chapter(first.get(first.size() / 2), Set.of("service7", "feed7", "iris"));
    int lines = Story.of(chapter).lines().size();
    System.out.printf("story of %d lines: %d ms%n", lines, since(begin));
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  /** Eight transitions an episode, an episode every few minutes in one of the services. */
  private static void fill(Connection db, int wanted) throws Exception {
    db.setAutoCommit(false);
    try (PreparedStatement row = db.prepareStatement("INSERT INTO transition VALUES(?,?,?,?,?)")) {
      long seq = 100_000;
      for (int n = 0; n < wanted; ) {
        AlarmKey alarm = new AlarmKey(AlarmKey.Kind.OUTAGE, "service" + n / 8 % SERVICES);
        for (Transition t : episode(alarm, START.plusSeconds(n / 8 * 240L))) {
          row.setLong(1, ++seq);
          row.setInt(2, 0);
          row.setLong(3, t.at().toEpochMilli());
          row.setString(4, t.getClass().getSimpleName());
          row.setBytes(5, Squeeze.in(Codec.transition(t)));
          row.addBatch();
          n++;
        }
        if (n % 8_000 == 0) row.executeBatch();
      }
      row.executeBatch();
    }
    db.commit();
  }

  private static List<Transition> episode(AlarmKey alarm, Instant at) {
    String id = alarm + "@" + at.getEpochSecond() / 300;
    List<Transition> all = new ArrayList<>();
    Reason why = Reason.of("alarm.why.figures-down", at, 1200, 880);
    Lifecycle[] way = {Lifecycle.NORMAL, Lifecycle.UNACKED, Lifecycle.ACKED, Lifecycle.CLEARING_ACKED, Lifecycle.NORMAL};
    for (int i = 1; i < way.length; i++)
      all.add(new Transition.Moved(at.plusSeconds(60L * i), alarm, way[i - 1], way[i], Priority.P1, id,
          i == 2 ? Reason.of("alarm.why.acknowledged", "Marie") : why));
    all.add(1, told(Call.RAISE, alarm, id, at, at.plusSeconds(60), Optional.empty(), why));
    all.add(told(Call.CLEAR, alarm, id, at, at.plusSeconds(240), Optional.of(Duration.ofSeconds(240)), why));
    all.add(new Transition.Noted(at, alarm.subject(), Reason.of("alarm.note.fleeting", "alarm.kind.OUTAGE")));
    all.add(new Transition.Noted(at, "iris", Reason.of("alarm.note.flood")));
    return all;
  }

  private static Transition told(
      Call call, AlarmKey alarm, String id, Instant since, Instant at, Optional<Duration> lasted, Reason why) {
    return new Transition.Told(at, new Announcement(call, alarm, Priority.P1, id, "Service", Optional.empty(), since, lasted,
        Optional.of(Duration.ofMinutes(5)), why, false));
  }
}

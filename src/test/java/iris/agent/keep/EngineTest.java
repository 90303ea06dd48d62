package iris.agent.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.Mark;
import iris.agent.Published;
import iris.agent.book.Announcement;
import iris.signal.IncidentStep;
import iris.signal.Origin;
import iris.signal.Severity;
import iris.signal.Window;
import iris.store.Sqlite;
import iris.store.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  private static final Instant START = Bench.START;

  @TempDir Path folder;

  private static List<Window> windows(List<Published> all) {
    return all.stream().map(p -> p.item().body()).filter(Window.class::isInstance).map(Window.class::cast).toList();
  }

  private static List<IncidentStep> steps(List<Published> all) {
    return all.stream().map(p -> p.item().body()).filter(IncidentStep.class::isInstance).map(IncidentStep.class::cast)
        .toList();
  }

  @Test
  void aWindowIsPublishedOnceKeptAndNumbered() throws Exception {
    try (Bench bench = new Bench(folder, START)) {
      bench.hear(Bench.counted("siv", START.plusSeconds(10), 100, "m1"));
      bench.at(START.plusSeconds(320));
      Published published = bench.wall.all.getFirst();
      assertEquals("urn:iris:siv:window:2026-11-22T06:00:00Z", published.item().guid());
      assertEquals(100, windows(bench.wall.all).getFirst().total());
      assertEquals(1, published.number());
      assertEquals(List.of(published), bench.engine.shelf().between("siv", START, START.plusSeconds(3600)));
      assertEquals(Optional.of(START.plusSeconds(300)), bench.engine.vitals().get().services().getFirst().lastWindow());
    }
  }

  @Test
  void whatWasCountedAndWhereToGoOnAreKeptTogetherThroughARestart() throws Exception {
    try (Bench bench = new Bench(folder, START)) {
      bench.hear(Bench.counted("siv", START.plusSeconds(10), 100, "m1"));
    }
    try (Bench bench = new Bench(folder, START.plusSeconds(20))) {
      assertEquals(Map.of("access", new Mark("m1")), bench.store.marks("siv"));
      bench.hear(Bench.counted("siv", START.plusSeconds(30), 50, "m2"));
      bench.at(START.plusSeconds(320));
      assertEquals(List.of(150L), windows(bench.wall.all).stream().map(Window::total).toList());
    }
  }

  @Test
  void anOpenIncidentOutlivesTheProcessAndIsClosedUnderItsOwnId() throws Exception {
    String id;
    try (Bench bench = new Bench(folder, START)) {
      for (int s = 0; s < 40; s += 10) {
        bench.clock.set(START.plusSeconds(s));
        bench.hear(Bench.check("siv", START.plusSeconds(s), false));
      }
      assertEquals(1, bench.engine.shelf().open("siv").size());
      id = steps(bench.wall.all).getFirst().id();
    }
    try (Bench bench = new Bench(folder, START.plusSeconds(60))) {
      assertEquals(id, steps(bench.engine.shelf().open("siv")).getFirst().id());
      for (int s = 70; s < 200; s += 10) {
        bench.clock.set(START.plusSeconds(s));
        bench.hear(Bench.check("siv", START.plusSeconds(s), true));
      }
      IncidentStep last = steps(bench.wall.all).getLast();
      assertEquals(id, last.id());
      assertEquals(IncidentStep.State.CLOSED, last.state());
      assertEquals(List.of(), bench.engine.shelf().open("siv"));
    }
  }

  @Test
  void aFullDiskIsSaidOnceAndWhatWaitedInMemoryIsKeptWhenItIsOver() throws Exception {
    int published;
    try (Bench bench = new Bench(folder, START)) {
      bench.store.limitPages(true);
      // A mark that fits in no page that is there.
      bench.hear(Bench.counted("siv", START.plusSeconds(5), 10, "x".repeat(200_000)));
      bench.hear(Bench.counted("siv", START.plusSeconds(10), 100, "y".repeat(200_000)));
      bench.at(START.plusSeconds(320));
      bench.at(START.plusSeconds(640));
      assertEquals(List.of(110L, 0L), windows(bench.wall.all).stream().map(Window::total).toList());
      assertEquals(1, bench.wall.guids().stream().filter(g -> g.contains(":notice:store-failing:")).count());
      assertTrue(bench.wall.all.stream().allMatch(p -> p.number() == 0), () -> bench.wall.all.toString());
      assertEquals(bench.wall.all.size(), bench.engine.shelf().between("siv", START, START.plusSeconds(3600)).size());
      assertTrue(trouble(bench).contains("agent.keep.not-written"), () -> trouble(bench).toString());

      bench.store.limitPages(false);
      bench.at(START.plusSeconds(660));
      assertEquals(1, bench.wall.guids().stream().filter(g -> g.contains(":notice:store-well:")).count());
      bench.at(START.plusSeconds(665));
      assertEquals(List.of(), trouble(bench));
      List<Published> kept = bench.engine.shelf().between("siv", START, START.plusSeconds(3600));
      assertEquals(bench.wall.all.size(), kept.size());
      published = kept.size();
      assertTrue(kept.stream().allMatch(p -> p.number() > 0), kept::toString);
    }
    try (Bench bench = new Bench(folder, START.plusSeconds(700))) {
      assertEquals(published, bench.engine.shelf().between("siv", START, START.plusSeconds(690)).size());
      assertEquals(Map.of("access", new Mark("y".repeat(200_000))), bench.store.marks("siv"));
    }
  }

  private static List<String> trouble(Bench bench) {
    return bench.engine.vitals().get().trouble().stream().map(r -> r.key()).filter(k -> !k.contains(".clock-")).toList();
  }

  @Test
  void aSecondAgentOnTheSameFolderIsRefused() throws Exception {
    try (Bench _ = new Bench(folder, START)) {
      Opening second = StateFolder.open(folder, START);
      assertEquals("agent.keep.running", assertInstanceOf(Opening.Refused.class, second).why().key());
    }
  }

  @Test
  void onlyTheOwnerCanReadWhatIsKept() throws Exception {
    Path made = folder.resolve("a/b");
    try (Bench _ = new Bench(made, START); Stream<Path> files = Files.list(made)) {
      assertEquals("rwx------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
      for (Path file : files.toList())
        assertEquals("rw-------",
            java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
    }
  }

  @Test
  void aStoreOfANewerProgramIsRefusedAndLeftAlone() throws Exception {
    new Bench(folder, START).close();
    try (Connection db = Sqlite.writable(folder.resolve(StateFolder.STORE))) {
      Sqlite.execute(db, "PRAGMA user_version=99");
    }
    assertEquals("agent.keep.newer", assertInstanceOf(Opening.Refused.class, StateFolder.open(folder, START)).why().key());
  }

  @Test
  void aStoreIsBroughtForwardStepByStep() throws Exception {
    try (Connection db = Sqlite.writable(folder.resolve("old.db"))) {
      List<List<String>> first = List.of(List.of("CREATE TABLE a(x)", "INSERT INTO a VALUES(7)"));
      Steps.of(first).migrate(db);
      assertEquals(1, Steps.version(db));
      Steps.of(List.of(first.getFirst(), List.of("ALTER TABLE a ADD COLUMN y DEFAULT 5"))).migrate(db);
      assertEquals(2, Steps.version(db));
      assertEquals(12, Sqlite.figure(db, "SELECT x + y FROM a"));
    }
  }

  @Test
  void aStoreThatLostItsNumbersGoesOnPublishing() throws Exception {
    try (Bench bench = new Bench(folder, START)) {
      bench.hear(Bench.counted("siv", START.plusSeconds(10), 100, "m1"));
      bench.at(START.plusSeconds(320));
    }
    try (Connection db = Sqlite.writable(folder.resolve(StateFolder.STORE))) {
      Sqlite.execute(db, "DELETE FROM life");
    }
    try (Bench bench = new Bench(folder, START.plusSeconds(330))) {
      bench.at(START.plusSeconds(640));
      assertEquals(1, bench.wall.guids().stream().filter(g -> g.equals("urn:iris:siv:window:2026-11-22T06:05:00Z"))
          .count(), bench.wall.guids().toString());
      assertEquals(2, bench.wall.all.getLast().number());
    }
  }

  @Test
  void anIncidentOutlivesTheLossOfItsBookAndIsClosedByHand() throws Exception {
    String id;
    try (Bench bench = new Bench(folder, START)) {
      for (int s = 0; s < 40; s += 10) {
        bench.clock.set(START.plusSeconds(s));
        bench.hear(Bench.check("siv", START.plusSeconds(s), false));
      }
      id = steps(bench.wall.all).getFirst().id();
    }
    try (Connection db = Sqlite.writable(folder.resolve(StateFolder.STORE))) {
      Sqlite.execute(db, "UPDATE book SET body = x'7b'");
    }
    try (Bench bench = new Bench(folder, START.plusSeconds(60))) {
      Published notice = bench.wall.all.stream()
          .filter(p -> p.item().guid().contains(":notice:store-damaged:")).findFirst().orElseThrow();
      assertTrue((notice.item().title() + notice.item().text()).contains(id), notice::toString);
      for (int s = 60; s < 200; s += 10) {
        bench.clock.set(START.plusSeconds(s));
        bench.hear(Bench.check("siv", START.plusSeconds(s), true));
      }
      assertEquals(id, steps(bench.engine.shelf().open("siv")).getFirst().id(), "nobody knows what it rested on");
      Answer answer = answer(new Inbox(folder),
          new Announcement.Close("siv", "nuit", Optional.empty(), Optional.empty(), "revenu"));
      assertEquals(1, answer.said().size(), answer::toString);
      assertEquals(List.of(), bench.engine.shelf().open("siv"));
      assertEquals(List.of(IncidentStep.State.CLOSED), steps(bench.wall.all).stream().map(IncidentStep::state).toList());
    }
  }

  @Test
  void aDamagedStoreIsSetAsideWhatCanBeReadIsTakenOverAndItIsSaid() throws Exception {
    try (Bench bench = new Bench(folder, START)) {
      bench.hear(Bench.counted("siv", START.plusSeconds(10), 100, "m1"));
      bench.at(START.plusSeconds(320));
    }
    Path store = folder.resolve(StateFolder.STORE);
    byte[] bytes = Files.readAllBytes(store);
    // The last page: whichever table it belongs to, the others stay.
    for (int i = bytes.length - 4096; i < bytes.length; i++) bytes[i] = (byte) (i * 31);
    Files.write(store, bytes);
    try (Bench bench = new Bench(folder, START.plusSeconds(400))) {
      assertEquals(1, bench.wall.guids().stream().filter(g -> g.contains(":notice:store-damaged:")).count());
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(1, files.filter(f -> f.toString().matches(".*agent\\.db\\.damaged-[^-]*")).count());
      }
    }
  }

  @Test
  void aThousandChecksInTenSecondsAreKeptInAFewCommits() throws Exception {
    String[] services = Stream.iterate(0, i -> i + 1).limit(1000).map(i -> "s" + i).toArray(String[]::new);
    try (Bench bench = new Bench(folder, START, Bench.config(folder, services))) {
      assertEquals(1000, books());
      long began = System.nanoTime();
      for (int round = 1; round <= 10; round++) {
        bench.clock.set(START.plusSeconds(round));
        for (int i = 0; i < 100; i++) bench.engine.hear(Bench.check("s" + (round * 100 - 100 + i), START.plusSeconds(round), true));
        bench.settle();
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, () -> "ten seconds of a thousand checks took " + took);
    }
  }

  private long books() throws Exception {
    try (Connection db = Sqlite.readOnly(folder.resolve(StateFolder.STORE))) {
      return Sqlite.figure(db, "SELECT count(*) FROM book");
    }
  }

  @Test
  void anAnnouncementIsAnsweredWithWhatWasPublishedAndARefusalChangesNothing() throws Exception {
    Inbox inbox = new Inbox(folder);
    Announcement open = new Announcement.Open("siv", "nuit", Severity.OUTAGE, Origin.EXTERNAL, Optional.of("ants"),
        Optional.of(START.minusSeconds(60)), "Panne annoncée par le SIV national");
    assertEquals("agent.keep.announce.no-agent",
        assertInstanceOf(Inbox.Outcome.Untold.class, inbox.tell(open, START, Duration.ofSeconds(5))).why().key());
    try (Bench bench = new Bench(folder, START)) {
      Answer answer = answer(inbox, open);
      assertEquals(1, answer.said().size(), answer::toString);
      assertEquals(bench.wall.guids().getFirst(), answer.said().getFirst().guid());
      Answer refused = answer(inbox, new Announcement.Open("siv", "nuit", Severity.OUTAGE, Origin.EXTERNAL, Optional.empty(),
          Optional.of(START.plusSeconds(3600)), "demain"));
      assertTrue(refused.refused().isPresent());
      assertTrue(answer(inbox, new Announcement.Notice("other", "nuit", "x")).refused().isPresent());
      assertEquals(1, bench.wall.all.size());
    }
    assertFalse(Lock.held(folder));
  }

  @Test
  void whatADeadAgentLeftUnansweredDoesNotHappenLater() throws Exception {
    new Bench(folder, START).close();
    try (Connection db = Sqlite.writable(folder.resolve(StateFolder.STORE));
        java.sql.PreparedStatement s = db.prepareStatement("INSERT INTO told(at, body, taken) VALUES(0, ?, ?)")) {
      for (int taken = 0; taken < 2; taken++) {
        s.setBytes(1, Codec.write(new Announcement.Notice("siv", "nuit", "x"), Announcement.class));
        s.setInt(2, taken);
        s.executeUpdate();
      }
    }
    try (Bench bench = new Bench(folder, START.plusSeconds(30))) {
      assertEquals(List.of(), bench.wall.guids());
    }
  }

  private static Answer answer(Inbox inbox, Announcement announcement) throws Exception {
    return assertInstanceOf(Inbox.Outcome.Answered.class, inbox.tell(announcement, START, Duration.ofSeconds(20))).answer();
  }
}

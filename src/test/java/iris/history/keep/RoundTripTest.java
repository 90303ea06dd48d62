package iris.history.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.history.JournalAnnals;
import iris.history.JournalArchive;
import iris.history.Profile;
import iris.history.story.Episode;
import iris.history.story.Search;
import iris.history.years.Grain;
import iris.history.years.Known;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written out of one profile comes back in another as it was. */
class RoundTripTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final int WINDOWS = 160;

  @TempDir Path folder;

  private Path profile(String name) {
    return folder.resolve(name);
  }

  private static Export export(Path profile, Kind kind, FileForm form, Path out) throws Unkept {
    return Export.of(profile, new Selection(kind, Optional.empty(), Optional.empty(), Optional.empty()), form, out);
  }

  private static Import take(Path profile, Path file) throws Unkept {
    return Import.of(profile, file, NOW);
  }

  @Test
  void aFileThatTheDiskHasNoRoomForIsRefusedBeforeAnythingIsRead() throws Exception {
    Life.in(profile("old"), WINDOWS);
    long store = Files.size(Profile.store(profile("old")));
    Path huge = folder.resolve("huge.csv");
    long wanted = Files.getFileStore(folder).getUsableSpace();
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      // Nothing but its length: it takes no room itself.
      file.setLength(wanted + 1);
    } catch (IOException noFileOfThatSize) {
      assumeTrue(false, "the disk here takes no file that is longer than its room: " + noFileOfThatSize);
    }
    Unkept refused = assertThrows(Unkept.class, () -> take(profile("old"), huge));
    assertEquals("history.keep.no-room", refused.why().key());
    assertEquals(profile("old").toString(), refused.why().args().getFirst());
    assertEquals(store, Files.size(Profile.store(profile("old"))));
  }

  @ParameterizedTest
  @EnumSource(FileForm.class)
  void everythingComesBackInAnEmptyProfileAndASecondTimeNothingIsNew(FileForm form) throws Exception {
    Life.in(profile("old"), WINDOWS);
    for (Kind kind : List.of(Kind.WINDOWS, Kind.TRANSITIONS, Kind.PAUSES)) {
      Path file = folder.resolve(kind + "." + form);
      Export written = export(profile("old"), kind, form, file);
      assertTrue(written.rows() > 1 && written.unreadable() == 0, kind + " " + written);
      assertEquals(new Import(written.rows(), 0, 0, List.of()), take(profile("new"), file), kind.toString());
      assertEquals(new Import(0, written.rows(), 0, List.of()), take(profile("new"), file), kind + " again");
    }
    for (Kind kind : Kind.values()) {
      Path before = folder.resolve("before");
      Path after = folder.resolve("after");
      export(profile("old"), kind, form, before);
      export(profile("new"), kind, form, after);
      assertEquals(Files.readString(before), Files.readString(after), kind.toString());
    }
    assertEquals(stories(profile("old")), stories(profile("new")));
    assertEquals(List.of(), Verification.of(profile("new")).complaints());
  }

  /** Episodes, pauses and roll-ups as the charts read them. */
  private static List<Object> stories(Path profile) throws Exception {
    List<Object> all = new ArrayList<>();
    try (JournalAnnals annals = new JournalAnnals(profile)) {
      for (Known known : annals.services()) {
        all.add(known);
        all.addAll(annals.episodes(known.service(), Instant.EPOCH, NOW));
        all.addAll(annals.pauses(known.service(), Instant.EPOCH, NOW));
        for (Grain grain : Grain.values()) all.addAll(annals.stretches(known.service(), Instant.EPOCH, NOW, grain));
      }
    }
    assertTrue(all.size() > 2 * WINDOWS, "too little happened: " + all.size());
    try (JournalArchive archive = new JournalArchive(profile)) {
      for (Episode e : archive.episodes(Search.of("siv"))) all.add(archive.chapter(e, Set.of("siv")).transitions());
    }
    return all;
  }

  @Test
  void incidentsAndActsAloneComeBackToo() throws Exception {
    Life.in(profile("old"), WINDOWS);
    for (Kind kind : List.of(Kind.INCIDENTS, Kind.ACTS)) {
      Path file = folder.resolve(kind + ".csv");
      Export written = export(profile("old"), kind, FileForm.CSV, file);
      assertTrue(written.rows() > 4, kind + " " + written);
      assertEquals(new Import(written.rows(), 0, 0, List.of()), take(profile("new"), file));
      Path again = folder.resolve("again.csv");
      export(profile("new"), kind, FileForm.CSV, again);
      assertEquals(Files.readString(file), Files.readString(again));
    }
  }

  @Test
  void aPartOfTheHistoryIsAddedToAProfileThatHasTheRest() throws Exception {
    Life.in(profile("old"), WINDOWS);
    Instant cut = Life.START.plusSeconds(300 * 70);
    Path first = folder.resolve("first.jsonl");
    Path all = folder.resolve("all.csv");
    long before = Export.of(profile("old"), new Selection(Kind.WINDOWS, Optional.of("siv"), Optional.empty(),
        Optional.of(cut)), FileForm.JSONL, first).rows();
    long rows = export(profile("old"), Kind.WINDOWS, FileForm.CSV, all).rows();
    take(profile("new"), first);
    assertEquals(new Import(rows - before, before, 0, List.of()), take(profile("new"), all));
    assertEquals(List.of(), Verification.of(profile("new")).complaints());
  }

  @Test
  void aServiceThatIsNotKeptIsNoEmptyFile() throws Exception {
    Life.in(profile("old"), 5);
    Path out = folder.resolve("out.csv");
    for (Kind kind : List.of(Kind.WINDOWS, Kind.DAYS)) {
      Selection slip = new Selection(kind, Optional.of("sivv"), Optional.empty(), Optional.empty());
      Unkept refused = assertThrows(Unkept.class, () -> Export.of(profile("old"), slip, FileForm.CSV, out));
      assertEquals("history.keep.no-service", refused.why().key());
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(profile("old")), left.toList());
    }
  }

  @Test
  void whatIsBrokenInAFileIsSaidByLineAndTheRestIsTaken() throws Exception {
    Life.in(profile("old"), 40);
    Path file = folder.resolve("w.jsonl");
    export(profile("old"), Kind.WINDOWS, FileForm.JSONL, file);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int rows = lines.size();
    lines.set(1, lines.get(1).substring(0, lines.get(1).length() / 2));
    lines.set(3, lines.get(3).replaceAll("\"total\":\\d+", "\"total\":-4"));
    lines.set(5, lines.get(5).replace("\"verdict\":\"UP\"", "\"verdict\":\"FINE\""));
    lines.set(7, lines.get(7).replaceFirst("\"from\":\"[^\"]*\"", "\"from\":\"yesterday\""));
    lines.set(9, "{\"row\":\"hours\",\"service\":\"siv\"}");
    lines.set(11, "");
    lines.set(12, "[1,2]");
    Files.write(file, lines);
    Import taken = take(profile("new"), file);
    assertEquals(rows - 7, taken.fresh());
    assertEquals(List.of("2 history.keep.line.json", "4 history.keep.line.number", "6 history.keep.line.word",
        "8 history.keep.line.time", "10 history.keep.line.rollup", "13 history.keep.line.kind"),
        taken.first().stream().map(c -> c.line() + " " + c.why().key()).toList());
    assertEquals(6, taken.refused());
    assertEquals(List.of(), Verification.of(profile("new")).complaints());
  }

  @Test
  void anotherContentOfAWindowThatIsKeptIsRefused() throws Exception {
    Life.in(profile("old"), 12);
    Path file = folder.resolve("w.jsonl");
    export(profile("old"), Kind.WINDOWS, FileForm.JSONL, file);
    Path other = folder.resolve("o.jsonl");
    Files.writeString(other, Files.readString(file).replaceFirst("\"total\":\\d+", "\"total\":77777"));
    Import taken = take(profile("old"), other);
    assertEquals(0, taken.fresh());
    assertEquals(1, taken.refused());
    assertEquals("history.keep.line.other", taken.first().getFirst().why().key());
    Path after = folder.resolve("a.jsonl");
    export(profile("old"), Kind.WINDOWS, FileForm.JSONL, after);
    assertEquals(Files.readString(file), Files.readString(after));
  }
}

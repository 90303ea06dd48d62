package iris.agent.source.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log's folder tells of what was not read, where rotations of both kinds meet. */
class SearchTest {
  private static final String LONG = "a line that says of itself which file it is of, as those of real logs do, number ";

  @TempDir Path folder;

  private Path log() {
    return folder.resolve("access.log");
  }

  @Test
  void readsOnceWhatWasTruncatedAndThenRenamedAndPackedBetweenTwoLooks() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\n");
      desk.look();
      w.write(LONG + "2\n");
      w.copyAndTruncate();
      w.write(LONG + "3\n");
      w.pack(w.rename());
      w.reopen().write(LONG + "4\n");
      desk.look().look().keep();
      assertEquals(List.of(LONG + "1", LONG + "2", LONG + "3", LONG + "4"), desk.kept.stream().sorted().toList());
    }
  }

  @Test
  void findsTheCopyOfATextThatWasTruncatedBeforeAnybodyLooked() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\n");
      w.copyAndTruncate();
      w.write(LONG + "2\n");
      w.copyAndTruncate();
      assertEquals(List.of(LONG + "1", LONG + "2"), desk.look().look().keep().kept.stream().sorted().toList());
    }
  }

  @Test
  void takesACopyThatEndsBeforeWhatWasReadForNoNews() throws IOException {
    for (boolean away : new boolean[] {false, true}) {
      Path log = folder.resolve("early" + away + ".log");
      try (Writer w = new Writer(log); Desk desk = new Desk(log).look()) {
        w.write((LONG + "1\n").repeat(5));
        Path copy = Files.copy(log, w.sibling("1"));
        w.write("after the copy\n");
        desk.look().keep();
        if (away) desk.kill();
        Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        w.write("next\n");
        assertEquals(7, desk.look().look().keep().kept.size(), copy + " and away: " + away);
        assertEquals("next", desk.kept.getLast());
        assertEquals(Optional.of("well"), desk.troubles.none() ? Optional.of("well") : desk.trouble());
      }
    }
  }

  @Test
  void readsNothingTwiceOfALogThatGetsItsNameBack() throws IOException {
    for (boolean late : new boolean[] {false, true}) {
      Path log = folder.resolve("back" + late + ".log");
      try (Writer w = new Writer(log); Desk desk = new Desk(log).look()) {
        w.write(LONG + "1\n");
        desk.look();
        Path old = w.rename();
        desk.look();
        w.reopen().write(LONG + "2\n");
        desk.look();
        if (late) desk.after(Follower.LINGER.plusSeconds(1)).after(Follower.LINGER);
        Files.move(log, folder.resolve("stranger" + late));
        Files.move(old, log);
        w.reopen().write(LONG + "3\n");
        assertEquals(List.of(LONG + "1", LONG + "2", LONG + "3"), desk.look().keep().kept, "late: " + late);
      }
    }
  }

  @Test
  void saysThatALogWasEmptiedWithoutACopy() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\n");
      desk.look();
      Files.write(log(), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
      assertEquals(List.of(LONG + "1"), desk.look().keep().kept);
      assertEquals(Optional.of("agent.log.cut"), desk.trouble());
    }
  }

  @Test
  void goesOnBesideAFileOfTheFamilyThatMayNotBeReadAndSaysSo() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\n");
      desk.look();
      Path secret = Files.writeString(w.sibling("9"), LONG + "0\n");
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
      assumeFalse(Files.isReadable(secret), "whoever runs this test may read everything");
      w.write(LONG + "2\n");
      assertEquals(List.of(LONG + "1", LONG + "2"), desk.look().keep().kill().look().keep().kept);
      assertEquals(Optional.of("agent.log.denied"), desk.trouble());
    }
  }

  @Test
  void understandsAMarkOfTheFirstKind() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\n");
      desk.look().keep();
      Track now = Track.of(desk.mark());
      Place place = now.open().getFirst();
      String words = "log-1 " + now.since() + "\nopen " + place.identity().head().length() + " "
          + Long.toHexString(place.identity().head().sum()) + " " + place.offset() + " at " + place.identity().key();
      w.write(LONG + "2\n");
      desk.from(words);
      assertEquals(List.of(LONG + "1", LONG + "2"), desk.look().keep().kept);
    }
  }
}

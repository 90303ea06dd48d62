package iris.agent.source.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One way of rotation at a time; all of them in any order: {@link RotationWalkTest}. */
class FollowerTest {
  private static final String LONG = "first line that is long enough to know this file by, number ";

  @TempDir Path folder;

  private Path log() {
    return folder.resolve("access.log");
  }

  private static List<String> lines(String... lines) {
    return Arrays.asList(lines);
  }

  @Test
  void beginsAtTheEndWithoutAMarkAndTakesTheLineThatIsBeingWritten() throws IOException {
    try (Writer w = new Writer(log()).write("old\nha"); Desk desk = new Desk(log()).look()) {
      w.write("lf\nnew\n");
      assertEquals(lines("half", "new"), desk.look().keep().kept);
    }
  }

  @Test
  void readsALogFromItsBeginningThatDidNotExistAtTheStart() throws IOException {
    try (Desk desk = new Desk(log()).look().keep().kill().look()) {
      try (Writer w = new Writer(log())) {
        w.write("a\nb\n");
        assertEquals(lines("a", "b"), desk.look().keep().kept);
      }
    }
  }

  @Test
  void everyCutOfEveryLineGivesTheSameLines() throws IOException {
    byte[] text = "eins\r\nzwei é\n\nvier\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int cut = 0; cut <= text.length; cut++) {
      Path log = folder.resolve("cut" + cut + ".log");
      try (Writer w = new Writer(log); Desk desk = new Desk(log).look()) {
        w.write(Arrays.copyOf(text, cut));
        desk.look().keep().kill();
        w.write(Arrays.copyOfRange(text, cut, text.length));
        assertEquals(lines("eins", "zwei é", "vier"), desk.look().keep().kept, "cut at " + cut);
      }
    }
  }

  @Test
  void finishesTheRenamedFileBeforeTheNewOneAndWhatIsStillWrittenIntoIt() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write("a\n");
      desk.look();
      w.write("b\n");
      w.rename();
      w.write("c\n");
      desk.look();
      Files.writeString(log(), "new\n");
      desk.look();
      w.write("late\nunfinished");
      desk.look();
      assertEquals(lines("a", "b", "c", "new", "late"), desk.keep().kept);
      assertEquals(lines("a", "b", "c", "new", "late", "unfinished"), desk.after(Follower.LINGER).keep().kept);
    }
  }

  @Test
  void goesOnInAFileThatWasRenamedWhileItWasAway() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write("a\n");
      desk.look().keep();
      w.write("b\n");
      w.rename();
      w.reopen().write("c\n");
      w.rename();
      w.reopen().write("d\n");
      assertEquals(lines("a", "b", "c", "d"), desk.kill().look().keep().kept);
      assertEquals(Optional.empty(), desk.trouble());
    }
  }

  @Test
  void goesOnInAFileThatWasPackedWhileItWasAway() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\na\n");
      desk.look().keep();
      w.write("b\n");
      w.pack(w.rename());
      w.reopen().write(LONG + "2\n");
      w.pack(w.rename());
      w.reopen().write("c\n");
      assertEquals(lines(LONG + "1", "a", "b", LONG + "2", "c"), desk.kill().look().keep().kept);
    }
  }

  @Test
  void saysWhatIsLostWhenTheRotatedFileIsGone() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\n");
      desk.look().keep();
      w.write("never read\n");
      Files.delete(w.rename());
      w.reopen().write("c\n");
      assertEquals(lines(LONG + "1", "c"), desk.kill().look().keep().kept);
      assertEquals(Optional.of("agent.log.lost"), desk.trouble());
      assertEquals(Optional.of("well"), desk.after(Troubles.IN_SIGHT.plusSeconds(1)).trouble());
    }
  }

  @Test
  void readsTheRestOfACopyThatWasMadeBeforeTruncation() throws IOException {
    for (boolean away : new boolean[] {false, true}) {
      Path log = folder.resolve("copied" + away + ".log");
      try (Writer w = new Writer(log); Desk desk = new Desk(log).look()) {
        w.write(LONG + "1\n");
        desk.look().keep();
        w.write("b\n");
        w.copyAndTruncate();
        // More than there was before: its size alone would not show it.
        String after = LONG + "2, and this one is even longer than both lines before it together were";
        w.write(after + "\n");
        if (away) desk.kill();
        assertEquals(lines(LONG + "1", "b", after), desk.look().keep().kept);
        w.write("more\n");
        assertEquals(lines(LONG + "1", "b", after, "more"), desk.look().keep().kept);
      }
    }
  }

  @Test
  void noticesATruncationToTheVerySameSizeWithinOneTickOfTheClock() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write("a\nb\n");
      FileTime then = Files.getLastModifiedTime(log());
      desk.look();
      Files.write(log(), new byte[0], java.nio.file.StandardOpenOption.TRUNCATE_EXISTING);
      w.write("c\nd\n");
      Files.setLastModifiedTime(log(), then);
      assertEquals(lines("a", "b", "c", "d"), desk.look().keep().kept);
    }
  }

  @Test
  void passesOverTheHoleThatAWriterLeavesWhoDoesNotAppend() throws IOException {
    for (int hole : new int[] {10, 1_000, 300_000, 2 << 20}) {
      Path log = folder.resolve("hole" + hole + ".log");
      try (Writer w = new Writer(log); Desk desk = new Desk(log).look()) {
        w.write("a\n");
        desk.look();
        Files.write(log, new byte[0], java.nio.file.StandardOpenOption.TRUNCATE_EXISTING);
        w.write(new byte[hole]);
        desk.look().keep();
        w.write("b\nc");
        desk.look().keep().kill();
        w.write("\n");
        assertEquals(lines("a", "b", "c"), desk.look().keep().kept, "hole of " + hole);
        assertEquals(0, desk.unreadable);
      }
    }
  }

  @Test
  void countsALineThatIsTooLongOnceHoweverItIsCutAndGoesOn() throws IOException {
    for (int length : new int[] {Lines.LONGEST + 1, 100_000, 131_072, 500_000}) {
      Path log = folder.resolve("long" + length + ".log");
      try (Writer w = new Writer(log); Desk desk = new Desk(log).look()) {
        w.write("a\n" + "x".repeat(length / 2));
        desk.look().keep().kill();
        w.write("x".repeat(length - length / 2));
        desk.look().keep().kill();
        w.write("\nb\n");
        assertEquals(lines("a", "b"), desk.look().keep().kept, "length " + length);
        assertEquals(1, desk.unreadable, "length " + length);
      }
    }
  }

  @Test
  void readsNothingTwiceWhenAnEditorReplacesTheFileByACopy() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\na\n");
      desk.look();
      Files.copy(log(), folder.resolve("copy"));
      Files.writeString(folder.resolve("copy"), "b\n", java.nio.file.StandardOpenOption.APPEND);
      Files.move(folder.resolve("copy"), log(), StandardCopyOption.REPLACE_EXISTING);
      assertEquals(lines(LONG + "1", "a", "b"), desk.look().keep().kept);
    }
  }

  @Test
  void saysAfterSomeSecondsThatALogIsGoneAndTakesItUpWhenItIsBack() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write("a\n");
      desk.look();
      Files.delete(log());
      w.write("b\n");
      assertEquals(Optional.empty(), desk.after(Duration.ofSeconds(1)).trouble());
      assertEquals(Optional.of("agent.log.vanished"), desk.after(Follower.PATIENCE).trouble());
      w.reopen().write("c\n");
      assertEquals(Optional.empty(), desk.look().trouble());
      assertEquals(lines("a", "b", "c"), desk.keep().kept);
    }
  }

  @Test
  void takesNoOtherFileForARotatedOne() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write("a\n");
      desk.look().keep();
      List<Path> strangers = new ArrayList<>();
      for (String name : List.of("access.log.offset", "error.log.1", "access-ssl.log", "access.log.swp", "other.log"))
        strangers.add(Files.writeString(folder.resolve(name), "stranger\n"));
      w.rename();
      w.reopen().write("b\n");
      assertEquals(lines("a", "b"), desk.look().keep().kill().look().keep().kept, strangers.toString());
    }
  }

  @Test
  void opensTheLogAnewWhenItsHandleIsBrokenAndLosesNothing() throws IOException {
    try (Writer w = new Writer(log()); Desk desk = new Desk(log()).look()) {
      w.write(LONG + "1\na\n");
      desk.look();
      w.write("b\n");
      // An interrupt closes the channel of a file for good.
      Thread.currentThread().interrupt();
      assertThrows(UncheckedIOException.class, desk::look);
      assertTrue(Thread.interrupted());
      assertEquals(lines(LONG + "1", "a", "b"), desk.look().keep().kept);
    }
  }
}

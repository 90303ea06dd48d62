package iris.agent.source.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the order of writing, rotating, packing, looking, keeping and being killed: each line exactly once. */
class RotationWalkTest {
  private static final int STEPS = 120;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> eachLineIsCountedExactlyOnce() {
    return LongStream.range(0, 80)
        .mapToObj(seed -> DynamicTest.dynamicTest("walk " + seed, () -> walk(seed, seed % 2 == 0)));
  }

  private void walk(long seed, boolean copies) throws IOException {
    Path own = Files.createDirectory(folder.resolve("walk" + seed));
    Random dice = new Random(seed);
    List<String> written = new ArrayList<>();
    StringBuilder story = new StringBuilder();
    try (Writer w = new Writer(own.resolve("access.log")); Desk desk = new Desk(w.log).look().keep()) {
      String half = "";
      for (int i = 0; i < STEPS; i++) {
        switch (dice.nextInt(copies ? 12 : 11)) {
          case 0, 1, 2, 3 -> {
            String line = "a line as long as those of real logs " + seed + " " + i + " "
                + "x".repeat(dice.nextInt(60)) + (dice.nextBoolean() ? "é" : "");
            written.add(line);
            half += line + (dice.nextInt(5) == 0 ? "\r\n" : "\n");
            int cut = dice.nextInt(half.length() + 1);
            w.write(half.substring(0, cut));
            half = half.substring(cut);
            story.append("w");
          }
          case 4, 5 -> {
            w.write(half);
            half = "";
            desk.look();
            story.append("l");
          }
          case 6, 7 -> {
            desk.keep();
            story.append("k");
          }
          case 8 -> {
            desk.kill();
            story.append("!");
          }
          case 9 -> {
            // A log is rotated in one way: renamed, or copied. Both mixed within milliseconds: see decision 0073.
            if (copies) break;
            w.write(half);
            half = "";
            w.rename();
            if (dice.nextBoolean()) desk.look();
            w.reopen();
            story.append("R");
          }
          case 10 -> {
            w.pack(w.sibling(Integer.toString(1 + dice.nextInt(3))));
            story.append("z");
          }
          case 11 -> {
            String seen = "and one so that something was read of it " + seed + " " + i;
            written.add(seen);
            w.write(half + seen + "\n");
            half = "";
            // What was never looked at between two truncations leaves no trace in the file: a look every 200 ms.
            desk.look();
            String line = "and one that only the copy holds, since nobody looked " + seed + " " + i;
            written.add(line);
            w.write(line + "\n");
            w.copyAndTruncate();
            story.append("C");
          }
          default -> throw new IllegalStateException();
        }
      }
      w.write(half);
      desk.look().after(Follower.LINGER).keep();
      List<String> missing = new ArrayList<>(written);
      List<String> more = new ArrayList<>(desk.kept);
      for (String line : desk.kept) missing.remove(line);
      for (String line : written) more.remove(line);
      assertEquals("missing [], too many []", "missing " + missing + ", too many " + more, story.toString());
      assertEquals(0, desk.unreadable);
    }
  }
}

package iris.agent.source.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the order of writing, renaming, copying and truncating, packing, looking, keeping, resting and being
 * killed, all within milliseconds: each line exactly once. In every second walk all changes happen within a tick or
 * two of the file system's clock, in the others each has a time of its own.
 */
class RotationWalkTest {
  private static final int STEPS = 120;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> eachLineIsCountedExactlyOnce() {
    return LongStream.range(0, 80).mapToObj(seed -> DynamicTest.dynamicTest("walk " + seed,
        () -> new Walk(seed, Files.createDirectory(folder.resolve("walk" + seed))).walk()));
  }

  private static final class Walk {
    private final long seed;
    private final Random dice;
    private final Writer server;
    private final Desk desk;
    private final List<String> written = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();
    private String half = "";

    Walk(long seed, Path own) throws IOException {
      this.seed = seed;
      dice = new Random(seed);
      server = new Writer(own.resolve("access.log"), seed % 2 == 0);
      desk = new Desk(server.log).look().keep();
    }

    void walk() throws IOException {
      try (server; desk) {
        for (int i = 0; i < STEPS; i++) step(i);
        whole();
        desk.look().after(Follower.LINGER).keep();
        List<String> missing = new ArrayList<>(written);
        List<String> more = new ArrayList<>(desk.kept);
        for (String line : desk.kept) missing.remove(line);
        for (String line : written) more.remove(line);
        assertEquals("missing [], too many []", "missing " + missing + ", too many " + more, story.toString());
        assertEquals(0, desk.unreadable);
      }
    }

    private void step(int i) throws IOException {
      switch (dice.nextInt(15)) {
        case 0, 1, 2, 3 -> write(i);
        case 4, 5 -> {
          whole();
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
        case 9, 10 -> {
          whole();
          server.rename();
          if (dice.nextBoolean()) desk.look();
          server.reopen();
          story.append("R");
        }
        case 11 -> {
          server.pack(server.sibling(Integer.toString(1 + dice.nextInt(3))));
          story.append("z");
        }
        case 12 -> {
          whole();
          server.copyAndTruncate();
          story.append("C");
        }
        case 13 -> {
          whole();
          server.copyAndTruncate(this::meanwhile);
          story.append("c");
        }
        case 14 -> {
          desk.after(Duration.ofSeconds(70));
          story.append("t");
        }
        default -> throw new IllegalStateException();
      }
    }

    private void meanwhile() {
      int what = dice.nextInt(6);
      story.append(what);
      if (what < 3) desk.look();
      if (what == 1) desk.keep();
      if (what == 2 || what == 3) desk.kill();
    }

    private void write(int i) throws IOException {
      String line = "a line as long as those of real logs " + seed + " " + i + " "
          + "x".repeat(dice.nextInt(60)) + (dice.nextBoolean() ? "é" : "");
      written.add(line);
      half += line + (dice.nextInt(5) == 0 ? "\r\n" : "\n");
      int cut = dice.nextInt(half.length() + 1);
      server.write(half.substring(0, cut));
      half = half.substring(cut);
      story.append("w");
    }

    private void whole() throws IOException {
      server.write(half);
      half = "";
    }
  }
}

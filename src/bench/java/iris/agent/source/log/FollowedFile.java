package iris.agent.source.log;

import iris.agent.Evidence;
import iris.agent.SourceSpec;
import iris.agent.source.Count;
import iris.agent.source.Fault;
import iris.signal.Party;
import iris.signal.Service;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A real file that grows by 50,000 lines a second and is rotated every five, followed as the agent does: which share of
 * one core that takes, and whether every line was counted once.
 */
public final class FollowedFile {
  private static final int A_SECOND = 50_000;
  private static final int PORTIONS = 20;
  private static final int ROTATED_EVERY = 5;
  private static final long STEP = 100_000_000;

  private FollowedFile() {}

  /** @param args seconds; usually 20 */
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    Path log = Files.createTempDirectory("iris-followed").resolve("access.log");
    Files.createFile(log);
    Fault fault = new Fault(new Service("siv", "SIV", List.of(new Party("darva", Party.Role.PROVIDER, "DARVA"),
        new Party("ants", Party.Role.EXTERNAL, "SIV national"))), "darva", Optional.of("ants"));
    Count count = new Count("siv", "access", Duration.ofMinutes(5), Optional.of(Duration.ofSeconds(1)), Optional.of("ants"), fault);
    Lines lines = new Lines(LogSource.reader(new SourceSpec.Format.Combined(), fault), count);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long total = 0;
    try (Follower follower = new Follower(log, Optional.empty(), lines, new Troubles())) {
      follower.step(Instant.now(), STEP);
      Thread writer = Thread.ofPlatform().start(() -> write(log, seconds));
      long begun = System.nanoTime();
      long before = threads.getCurrentThreadCpuTime();
      long wanted = (long) seconds * A_SECOND;
      while (total < wanted && System.nanoTime() - begun < (seconds + 30L) * 1_000_000_000) {
        if (!follower.step(Instant.now(), STEP)) LockSupport.parkNanos(STEP);
        Evidence.Counted taken = count.take(Optional.empty());
        total += taken.tallies().stream().mapToLong(t -> t.total()).sum();
      }
      long cpu = threads.getCurrentThreadCpuTime() - before;
      double wall = (System.nanoTime() - begun) / 1e9;
      writer.join();
      System.out.printf(Locale.ROOT, "%,d of %,d lines in %.1f s (%,.0f a second), %.1f %% of one core%n", total, wanted, wall,
          total / wall, cpu / 1e7 / wall);
    }
  }

  /** In portions, on time; the file is renamed and begun anew now and then, as a rotation does. */
  private static void write(Path log, int seconds) {
    long begun = System.nanoTime();
    try {
      for (int second = 0; second < seconds; second++) {
        if (second > 0 && second % ROTATED_EVERY == 0) {
          Files.move(log, log.resolveSibling("access.log." + second));
          Files.createFile(log);
        }
        for (int portion = 0; portion < PORTIONS; portion++) {
          try (OutputStream out = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
            out.write(portion());
          }
          long due = begun + second * 1_000_000_000L + (portion + 1) * (1_000_000_000L / PORTIONS);
          while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] portion() {
    String now = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ENGLISH).format(Instant.now().atOffset(ZoneOffset.UTC));
    String line = "10.12.3.4 - - [" + now + " +0000] \"GET /siv/v2/vehicles/AA-123-AA?detail=full HTTP/1.1\" 200 1834 \"-\" "
        + "\"Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0\" 0.512 0.350 200\n";
    return line.repeat(A_SECOND / PORTIONS).getBytes(StandardCharsets.UTF_8);
  }
}

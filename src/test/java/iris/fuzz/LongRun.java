package iris.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Tries for as long as it is told. Arguments: what (feed, calm, console, drop-in, agent, or all), seconds, seed, and the
 * folder that failures go to, {@code src/test/resources/fuzz} if none is named. What fails is made small and kept there
 * under the name of its trial; a test tries all that is kept. Ends with 1 where something failed.
 */
public final class LongRun {
  /** No input takes so long, on however busy a machine. */
  private static final long HANGS = 120_000_000_000L;
  private static final long SLOW = 2_000_000_000L;
  private static final int AT_ONCE = 200;

  private final Trial trial;
  private final Path folder;
  private final Set<String> known = new HashSet<>();
  private final AtomicLong began = new AtomicLong(Long.MAX_VALUE);
  private volatile byte[] present = new byte[0];
  private long slowest;
  private int failures;

  private LongRun(Trial trial, Path folder) {
    this.trial = trial;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    String what = args.length > 0 ? args[0] : "all";
    long seconds = args.length > 1 ? Long.parseLong(args[1]) : 60;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Path folder = Path.of(args.length > 3 ? args[3] : "src/test/resources/fuzz");
    List<Trial> trials = Trials.all(captures()).stream().filter(t -> what.equals("all") || t.name().equals(what)).toList();
    if (trials.isEmpty()) throw new IllegalArgumentException("no trial is called " + what);
    int failures = 0;
    for (Trial trial : trials)
      failures += new LongRun(trial, folder.resolve(trial.name())).run(seconds * 1_000_000_000L / trials.size(), seed);
    System.exit(failures == 0 ? 0 : 1);
  }

  /** Real feeds, where somebody has some beside the project. */
  private static List<byte[]> captures() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path captures = at.resolve("../shared/captures").normalize();
      if (!Files.isDirectory(captures)) continue;
      List<byte[]> all = new ArrayList<>();
      try (Stream<Path> walk = Files.walk(captures)) {
        for (Path file : walk.filter(f -> f.toString().matches(".*\\.(rss|xml|atom)")).sorted().toList())
          if (Files.size(file) < 60_000) all.add(Files.readAllBytes(file));
      }
      return all;
    }
    return List.of();
  }

  private int run(long nanos, long seed) throws IOException {
    watch();
    long end = System.nanoTime() + nanos;
    long tried = 0;
    for (; System.nanoTime() < end; tried++) {
      // Small seeds near each other would give dice that are alike.
      byte[] input = trial.make(new Dice(seed * 1_000_003 + tried));
      Optional<String> complaint = judged(input);
      if (complaint.isPresent()) keep(input, complaint.get());
    }
    System.out.printf("%s: %,d inputs, %d kinds of failure, slowest %d ms%n", trial.name(), tried, failures, slowest / 1_000_000);
    return failures;
  }

  private Optional<String> judged(byte[] input) {
    present = input;
    // Of a processor: a busy machine makes no input slow.
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    began.set(System.nanoTime());
    Optional<String> complaint = Verdicts.of(trial, input);
    began.set(Long.MAX_VALUE);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    if (took > slowest && took > SLOW)
      System.out.printf("%s: %d bytes took %d ms of a processor%n", trial.name(), input.length, took / 1_000_000);
    slowest = Math.max(slowest, took);
    return complaint;
  }

  /** One of each kind: what differs in figures and quotations only is the same failure. */
  private void keep(byte[] input, String complaint) throws IOException {
    String kind = kind(complaint);
    if (known.size() >= AT_ONCE || !known.add(kind)) return;
    failures++;
    byte[] small = Shrinking.of(input, 400, less -> judged(less).map(LongRun::kind).filter(kind::equals).isPresent());
    save(small);
    System.out.printf("%s: %s%n  kept in %s, %d bytes%n", trial.name(), judged(small).orElse(complaint), folder, small.length);
  }

  private static String kind(String complaint) {
    String plain = complaint.replaceAll("\"[^\"]*\"|“[^”]*”|«[^»]*»", "").replaceAll("[0-9]+", "");
    return plain.substring(0, Math.min(90, plain.length()));
  }

  private void save(byte[] input) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(HexFormat.of().toHexDigits(java.util.Arrays.hashCode(input))), input);
  }

  /** An input that never ends is kept by another thread, which ends the program. */
  private void watch() {
    Thread.ofPlatform().daemon().start(() -> {
      while (true) {
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
        if (System.nanoTime() - began.get() < HANGS || began.get() == Long.MAX_VALUE) continue;
        try {
          save(present);
        } catch (IOException e) {
          System.out.println("not kept: " + e);
        }
        System.out.println(trial.name() + ": an input does not end, kept in " + folder);
        Runtime.getRuntime().halt(2);
      }
    });
  }
}

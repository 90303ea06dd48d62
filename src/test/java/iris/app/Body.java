package iris.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this process holds, after all that nobody holds is gone.
 *
 * @param heap bytes in use; {@code resident} kilobytes; {@code handles} open files, -1 where the system does not say
 */
record Body(long heap, long resident, int handles, int threads) {
  /**
   * Twice: what the first one finds dead may have held what the second one takes. Before them, what is held only as long as
   * there is room (the toolkit keeps the pictures of its shadows so) is asked for: else it looks like a leak.
   */
  static Body now() throws IOException {
    wantAll();
    System.gc();
    System.gc();
    return new Body(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), memory(), files(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  /** Nothing has so much room: the machine gives all that it can before it says so. */
  private static void wantAll() {
    try {
      long[] most = new long[Integer.MAX_VALUE - 8];
      throw new IllegalStateException("a heap of " + most.length * 8L + " bytes proves nothing");
    } catch (OutOfMemoryError expected) {
      // It is why it was asked for.
    }
  }

  private static long memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return -1;
    return Files.readAllLines(status).stream().filter(l -> l.startsWith("VmRSS:")).mapToLong(l ->
        Long.parseLong(l.replaceAll("\\D", ""))).findFirst().orElse(-1);
  }

  private static int files() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) return -1;
    try (Stream<Path> all = Files.list(open)) {
      return (int) all.count();
    }
  }

  /** Those of these that somebody still holds. */
  static <T> List<T> held(List<? extends Reference<T>> references) {
    return references.stream().map(Reference::get).filter(java.util.Objects::nonNull).toList();
  }
}

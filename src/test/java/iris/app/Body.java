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
  /** Twice: what the first one finds dead may have held what the second one takes. */
  static Body now() throws IOException {
    System.gc();
    System.gc();
    return new Body(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), memory(), files(),
        ManagementFactory.getThreadMXBean().getThreadCount());
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

package iris.figures;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time so far of one process by what its threads are for, in hundredths of a second. A browser has other
 * names for its threads: what fits none is in no group, and neither are threads that ended between two looks.
 */
record Groups(Map<Group, Long> ticks) {
  /** The system keeps fifteen letters of a thread's name. */
  enum Group {
    COMPILERS("compilers", "C1 Compiler", "C2 Compiler", "Sweeper"),
    MACHINE("collector, machine", "VM Thread", "VM Periodic", "GC Thread", "Native Heap", "Signal ", "Monitor ",
        "Reference ", "Finalizer", "Common-Cleaner", "Service Thread"),
    WINDOW("window", "JavaFX Appl"),
    PAINTING("painting", "QuantumRend", "Prism"),
    JOURNAL("journal", "iris-journ"),
    DESK("desk", "iris-desk"),
    /** All virtual threads run there, and those of feeds are nearly all of them. */
    FEEDS("feeds", "HttpClient", "ForkJoinPool", "VirtualThread", "Read-Poller", "Write-Polle", "MasterPoller");

    final String title;
    private final List<String> names;

    Group(String title, String... names) {
      this.title = title;
      this.names = List.of(names);
    }
  }

  static Groups of(Process process) throws IOException {
    Map<Group, Long> ticks = new EnumMap<>(Group.class);
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", "" + process.pid(), "task"))) {
      for (Path task : tasks) add(task.resolve("stat"), ticks);
    }
    return new Groups(ticks);
  }

  private static void add(Path file, Map<Group, Long> ticks) throws IOException {
    try {
      String stat = Files.readString(file);
      int end = stat.lastIndexOf(')');
      String name = stat.substring(stat.indexOf('(') + 1, end);
      String[] fields = stat.substring(end + 2).split(" ");
      for (Group group : Group.values())
        if (group.names.stream().anyMatch(name::startsWith))
          ticks.merge(group, Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Long::sum);
    } catch (NoSuchFileException ended) {
      // Between the listing and the look; its time is in the process's own figure.
      return;
    }
  }

  /** Percent of a core since {@code before}. */
  Map<Group, Double> since(Groups before, double seconds) {
    Map<Group, Double> shares = new EnumMap<>(Group.class);
    ticks.forEach((group, now) -> shares.put(group, (now - before.ticks.getOrDefault(group, 0L)) / seconds));
    return shares;
  }
}

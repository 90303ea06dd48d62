package iris.figures;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process and all that it has started take, from /proc.
 *
 * @param pss resident, what is shared counted by its share, in KB
 * @param rss resident, what is shared counted by each, in KB
 * @param ticks processor time so far, in hundredths of a second
 * @param threads of the system
 * @param handles open files and sockets
 */
record Sampled(long pss, long rss, long ticks, int threads, int handles) {
  private static final Sampled NOTHING = new Sampled(0, 0, 0, 0, 0);

  static Sampled of(Process process) throws IOException {
    Sampled sum = NOTHING;
    for (ProcessHandle p : Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList())
      sum = sum.plus(one(p.pid()));
    return sum;
  }

  private static Sampled one(long pid) throws IOException {
    Path proc = Path.of("/proc", String.valueOf(pid));
    try {
      List<String> memory = Files.readAllLines(proc.resolve("smaps_rollup"));
      String stat = Files.readString(proc.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
        return new Sampled(kilobytes(memory, "Pss:"), kilobytes(memory, "Rss:"),
            Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Integer.parseInt(fields[17]), (int) open.count());
      }
    } catch (FileSystemException gone) { // "no such file" before it is opened, "no such process" between opening and reading
      if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) throw gone;
      return NOTHING;
    }
  }

  private static long kilobytes(List<String> lines, String name) {
    return lines.stream().filter(l -> l.startsWith(name)).findFirst().map(l -> Long.parseLong(l.replaceAll("\\D", ""))).orElse(0L);
  }

  private Sampled plus(Sampled o) {
    return new Sampled(pss + o.pss, rss + o.rss, ticks + o.ticks, threads + o.threads, handles + o.handles);
  }
}

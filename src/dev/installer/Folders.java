package installer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Copies, deletes and dates folders. */
final class Folders {
  private Folders() {}

  /** With times and rights: the start cache knows the jars by their times. */
  static void copy(Path from, Path to) throws IOException {
    for (Path p : under(from)) {
      Path goal = to.resolve(from.relativize(p).toString());
      if (Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)) Files.createDirectories(goal);
      else Files.copy(p, goal, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    for (Path p : under(folder).stream().sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
  }

  static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to);
  }

  static void copyFile(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /** As small as it gets. Java's gzip writes no time into its head. */
  static void gzip(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to)) {
      {
        def.setLevel(Deflater.BEST_COMPRESSION);
      }
    }) {
      Files.copy(from, out);
    }
  }

  /** Everything gets the time of the release, links excepted, whose own time Java cannot set. */
  static void date(Path folder, Instant time) throws IOException {
    for (Path p : under(folder))
      if (!Files.isSymbolicLink(p))
        Files.getFileAttributeView(p, BasicFileAttributeView.class).setTimes(FileTime.from(time), null, null);
  }

  static List<Path> under(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }
}

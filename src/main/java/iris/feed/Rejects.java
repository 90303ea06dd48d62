package iris.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Raw copies (the first MB) of the last three rejected documents of each source, for whoever wants to know what came
 * instead of a feed.
 */
public final class Rejects {
  private static final int KEPT = 3;
  /** Enough to see what came; three of the largest for each of 50 sources would fill a small disk. */
  private static final int MOST = 1 << 20;
  private static final System.Logger LOG = System.getLogger(Rejects.class.getName());
  private final Path folder;

  public Rejects(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** Keeps a copy and drops the fourth. A disk that refuses is logged: a copy is a help, the supervision goes on. */
  void keep(String source, byte[] document, Instant now) {
    String name = source.replaceAll("[^A-Za-z0-9_-]", "_") + "-" + unique(source);
    try {
      boolean posix = Files.getFileStore(existing(folder)).supportsFileAttributeView("posix");
      Files.createDirectories(folder, mode(posix, "rwx------"));
      Path copy = folder.resolve(name + "." + now.toString().replace(':', '-') + ".rejected");
      Files.deleteIfExists(copy);
      // What came may be the page of somebody's session.
      Files.createFile(copy, mode(posix, "rw-------"));
      Files.write(copy, document.length > MOST ? Arrays.copyOf(document, MOST) : document);
      List<Path> old = of(name);
      for (Path path : old.subList(0, Math.max(0, old.size() - KEPT))) Files.delete(path);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "no copy of a rejected document in " + folder, e);
    }
  }

  /** Two ids that differ only in what a file name cannot hold stay apart. */
  private static String unique(String source) {
    return Hash.of(source.getBytes(StandardCharsets.UTF_8)).substring(0, 6);
  }

  private static FileAttribute<?>[] mode(boolean posix, String mode) {
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
        : new FileAttribute<?>[0];
  }

  private static Path existing(Path path) {
    Path at = path;
    while (!Files.exists(at) && at.getParent() != null) at = at.getParent();
    return at;
  }

  /** Oldest first: the name ends in the time. */
  private List<Path> of(String name) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.getFileName().toString().startsWith(name + ".")).sorted().toList();
    }
  }
}

package iris.agent.source.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The folder of a log, where rotation leaves what the log was before. */
final class Folder {
  /** Newest first; older ones than these are not looked into. */
  private static final int MANY = 1_000;

  /** No file system's times are coarser. */
  private static final Duration COARSE = Duration.ofSeconds(2);

  private final Path log;
  private final Pattern relatives;
  private Optional<FileTime> changed = Optional.empty();
  private long stirredAt = System.nanoTime();

  Folder(Path log) {
    this.log = log;
    String name = log.getFileName().toString();
    int point = name.lastIndexOf('.');
    String stem = point > 0 ? name.substring(0, point) : name;
    String end = point > 0 ? name.substring(point) : "";
    String turn = "[-_.0-9TZ]*(?:\\.old|\\.bak)?";
    this.relatives = Pattern.compile("(?:" + Pattern.quote(name) + turn + "|" + Pattern.quote(stem) + turn
        + Pattern.quote(end) + turn + ")(?:\\.gz)?");
  }

  /**
   * The log as it is now; empty if it is not there.
   *
   * @throws NotAFile if something else has its name: a pipe would block whoever opens it
   */
  Optional<Candidate> log() throws IOException {
    Optional<BasicFileAttributes> found = attributes(log);
    if (found.isPresent() && !found.get().isRegularFile()) throw new NotAFile(log.toString());
    return found.map(a -> Candidate.of(log, a).unpacked());
  }

  /** The log's name is that of a folder, a pipe, a device. */
  static final class NotAFile extends FileSystemException {
    private static final long serialVersionUID = 1;

    NotAFile(String file) {
      super(file);
    }
  }

  /**
   * Whether names came or went since it was last asked. Its time of change is as coarse as a clock's tick: for a while
   * after each change it says so again.
   */
  boolean stirred() throws IOException {
    Path folder = Objects.requireNonNull(log.toAbsolutePath().getParent());
    Optional<FileTime> is = attributes(folder).map(BasicFileAttributes::lastModifiedTime);
    long at = System.nanoTime();
    if (!is.equals(changed)) stirredAt = at;
    changed = is;
    return at - stirredAt < COARSE.toNanos();
  }

  /** What has or had the log's name, but for the log; longest unchanged first. */
  List<Candidate> family() throws IOException {
    List<Candidate> family = list(this::isRelative);
    family.removeIf(c -> c.path().equals(log));
    return family.reversed();
  }

  /** All files, whatever their name; newest first. */
  List<Candidate> all() throws IOException {
    return list(name -> true);
  }

  /** The newest relatives of the log, newest first. */
  List<Candidate> relatives(int most) throws IOException {
    return family().reversed().stream().limit(most).toList();
  }

  private boolean isRelative(String name) {
    return relatives.matcher(name).matches();
  }

  /** Newest first. A packed one beside its original is still being written. */
  private List<Candidate> list(Predicate<String> wanted) throws IOException {
    List<Candidate> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(log.toAbsolutePath().getParent())) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!wanted.test(name)) continue;
        names.add(name);
        attributes(file).filter(BasicFileAttributes::isRegularFile).ifPresent(a -> all.add(Candidate.of(file, a)));
      }
    } catch (NoSuchFileException noFolderYet) {
      return all;
    }
    all.removeIf(c -> c.packed() && names.contains(c.path().getFileName().toString().replaceAll("\\.gz$", "")));
    all.sort(Comparator.comparingLong(Candidate::modified).reversed());
    return new ArrayList<>(all.subList(0, Math.min(MANY, all.size())));
  }

  /** Empty for a file that has gone since it was listed. */
  private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }
}

package iris.agent.source.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The folder of a log, where rotation leaves what the log was before. */
final class Folder {
  /** Newest first; older ones than these are not looked into. */
  private static final int MANY = 1_000;

  private final Path log;
  private final Pattern relatives;

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

  /** The file that holds what was read up to a place; the file itself before a copy, a plain one before a packed. */
  Optional<Candidate> find(Place place) throws IOException {
    List<Candidate> all = list();
    all.sort(Comparator.comparing((Candidate c) -> !place.identity().sameKey(c.key()))
        .thenComparing(Candidate::packed));
    for (Candidate one : all) if (one.holds(place)) return Optional.of(one);
    return Optional.empty();
  }

  /**
   * Files that were the log once and were never read: rotated away since {@code since}, oldest first.
   *
   * @param current key of the file that is the log now
   */
  List<Candidate> unseen(long since, Collection<Place> open, Collection<Place> done, String current)
      throws IOException {
    List<Candidate> unseen = new ArrayList<>();
    for (Candidate one : list()) {
      boolean now = one.path().equals(log) || !current.equals(Identity.NO_KEY) && one.key().equals(current);
      boolean may = one.modified() >= since && !now
          && relatives.matcher(one.path().getFileName().toString()).matches();
      if (may && !any(one, open, false) && !any(one, done, true)) unseen.add(one);
    }
    unseen.sort(Comparator.comparingLong(Candidate::modified));
    return unseen;
  }

  private static boolean any(Candidate one, Collection<Place> places, boolean done) throws IOException {
    for (Place place : places) if (done ? one.was(place) : one.holds(place)) return true;
    return false;
  }

  /** The newest relatives of the log, newest first. */
  List<Candidate> relatives(int most) throws IOException {
    return list().stream().filter(c -> !c.path().equals(log)
        && relatives.matcher(c.path().getFileName().toString()).matches()).limit(most).toList();
  }

  /** All files, newest first. A packed one beside its original is still being written. */
  private List<Candidate> list() throws IOException {
    List<Candidate> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(log.toAbsolutePath().getParent())) {
      for (Path file : files) {
        names.add(file.getFileName().toString());
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

package iris.settings;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration on disk: one file, and beside it the drop-in directory feeds.d, read in the order of file names.
 *
 * @param file the main file
 * @param asked the user named it: then it must be there
 */
public record ConfigFiles(Path file, boolean asked) {
  private static final long LARGEST = 1 << 20;

  /** A guidance in a file of its own, as it is written in a text. */
  private static final Pattern GUIDANCE =
      Pattern.compile("(?m)\\b(?:provider|external|network|default)[\"']?:\\s+[\"']?file:([^\"'#\\n]+)");

  public Reading read() {
    List<Problem> problems = new ArrayList<>();
    List<ConfigText> texts = texts(problems::add);
    Reading reading = SettingsReader.read(texts);
    if (problems.isEmpty()) return reading;
    if (reading instanceof Reading.Bad(List<Problem> more)) problems.addAll(more);
    return new Reading.Bad(problems);
  }

  /** All texts in the order of reading; a file that cannot be had is a problem. */
  public List<ConfigText> texts(Consumer<Problem> problems) {
    List<ConfigText> texts = new ArrayList<>();
    if (asked || Files.exists(file)) text(file, false, problems).ifPresent(texts::add);
    for (Path dropIn : dropIns(problems)) text(dropIn, true, problems).ifPresent(texts::add);
    return texts;
  }

  /** Main file, drop-ins and texts beside them that are there now: what is watched for a change. */
  List<Path> all() {
    List<Path> all = new ArrayList<>(List.of(file));
    all.addAll(dropIns(problem -> {}));
    Path home = Objects.requireNonNull(file.toAbsolutePath().getParent());
    // Guidance in files of its own, where it usually lies.
    all.addAll(in(home, "[^.].*\\.md", problem -> {}));
    all.addAll(in(home.resolve(Places.DROP_INS), "[^.].*\\.md", problem -> {}));
    return all;
  }

  /** Files that the texts name for guidance, wherever they lie: watched as well. */
  List<Path> named() {
    List<Path> named = new ArrayList<>();
    for (ConfigText text : texts(problem -> {}))
      GUIDANCE.matcher(text.text()).results().forEach(found -> {
        if (Kinds.PATH.read(found.group(1).strip(), text.base()) instanceof Taken.Fits<Path>(Path file)) named.add(file);
      });
    return named;
  }

  private List<Path> dropIns(Consumer<Problem> problems) {
    return in(file.toAbsolutePath().resolveSibling(Places.DROP_INS), "[^.].*\\.ya?ml", problems);
  }

  private static List<Path> in(Path dir, String names, Consumer<Problem> problems) {
    if (!Files.isDirectory(dir)) return List.of();
    try (Stream<Path> all = Files.list(dir)) {
      return all.filter(p -> p.getFileName().toString().matches(names)).sorted().toList();
    } catch (IOException e) {
      problems.accept(new Problem(dir.toString(), 0, "", Reason.of("settings.file.unreadable", e.getMessage())));
      return List.of();
    }
  }

  /** The text of one file; empty with a problem where it cannot be had. */
  public static Optional<ConfigText> text(Path path, boolean dropIn, Consumer<Problem> problems) {
    Reason why;
    try {
      // Asked of a folder, its size is small and its parent, of the root, nothing.
      if (Files.isDirectory(path)) why = Reason.of("settings.file.folder");
      else if (Files.size(path) <= LARGEST) {
        Path base = Objects.requireNonNull(path.toAbsolutePath().getParent());
        return Optional.of(new ConfigText(path.toString(), base, Files.readString(path), dropIn));
      } else why = Reason.of("settings.file.too-large", LARGEST >> 10);
    } catch (NoSuchFileException e) {
      why = Reason.of("settings.file.missing");
    } catch (CharacterCodingException e) {
      why = Reason.of("settings.file.not-utf8");
    } catch (IOException e) {
      why = Reason.of("settings.file.unreadable", e.getMessage());
    }
    problems.accept(new Problem(path.toString(), 0, "", why));
    return Optional.empty();
  }
}

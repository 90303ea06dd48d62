package iris.settings.edit;

import iris.settings.ConfigText;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Section;
import iris.settings.SettingsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What edits make of the files: pure, and judged as a whole by the reader that will read them. */
public sealed interface Draft {
  /** Reads well; at least one change, secrets first. */
  record Ready(List<Change> changes) implements Draft {
    public Ready {
      changes = List.copyOf(changes);
    }

    /** The way back, good as long as nobody touches these files. */
    public Ready back() {
      return new Ready(changes.reversed().stream().map(Change::back).toList());
    }
  }

  /** Would not read, or cannot be written by a program; at least one problem. Nothing is written then. */
  record Refused(List<Problem> problems) implements Draft {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) throw new IllegalArgumentException("refused for no reason");
    }
  }

  static Draft of(Papers pages, List<Edit> edits) {
    return new Drafting(pages).draft(edits);
  }

  /** How the configuration would read after these edits, without the way back to the files. */
  static Reading trial(Papers pages, List<Edit> edits) {
    return new Drafting(pages).trial(edits);
  }
}

/** The texts while edits are made on them. */
final class Drafting {
  private static final String SECRETS = "secrets";

  private final Papers pages;
  private final Map<Path, ConfigText> texts = new LinkedHashMap<>();
  private final Map<Path, String> secrets = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Drafting(Papers pages) {
    this.pages = pages;
    pages.texts().forEach(t -> texts.put(Papers.path(t), t));
    problems.addAll(pages.unread());
  }

  Draft draft(List<Edit> edits) {
    edits.forEach(this::edit);
    if (!problems.isEmpty()) return new Draft.Refused(problems);
    List<Change> changes = changes();
    if (SettingsReader.read(inOrder()) instanceof Reading.Bad(List<Problem> bad)) return new Draft.Refused(bad);
    return new Draft.Ready(changes);
  }

  Reading trial(List<Edit> edits) {
    edits.forEach(this::edit);
    return problems.isEmpty() ? SettingsReader.read(inOrder()) : new Reading.Bad(problems);
  }

  private void edit(Edit edit) {
    Edit.Spot at = edit.at();
    Path file = file(at);
    ConfigText text = texts.getOrDefault(file,
        new ConfigText(file.toString(), Objects.requireNonNull(file.getParent()), "", !file.equals(pages.main())));
    try {
      String after = switch (edit) {
        case Edit.Set set -> Stroke.set(text.text(), at.path(), set.value());
        case Edit.Unset _, Edit.Remove _ -> Stroke.unset(text.text(), at.path());
        case Edit.Hide hide -> Stroke.set(text.text(), at.path(), hidden(hide, text));
      };
      if (!after.equals(text.text()) || texts.containsKey(file))
        texts.put(file, new ConfigText(text.name(), text.base(), after, text.dropIn()));
    } catch (Stroke.ByHand no) {
      problems.add(new Problem(text.name(), 0, String.join(".", at.path()), no.why()));
    }
  }

  /** Where it stands, else where it will: a new feed in a file of its own, all else in the main file. */
  private Path file(Edit.Spot at) {
    if (at.name().isEmpty()) return pages.main();
    Papers now = new Papers(pages.main(), List.copyOf(texts.values()), List.of());
    Optional<Path> held = now.holding(at.section(), at.name().get()).map(Papers::path);
    if (held.isPresent()) return held.get();
    return at.section() == Section.FEEDS ? dropIn(safe(at.name().get())) : pages.main();
  }

  private Path dropIn(String name) {
    Path file = pages.dropIns().resolve(name + ".yaml");
    for (int n = 2; texts.containsKey(file); n++) file = pages.dropIns().resolve(name + "-" + n + ".yaml");
    return file;
  }

  /** A name of a file on every system, whatever was typed. */
  private static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+", "");
    boolean device = safe.matches("(?i)con|prn|aux|nul|com\\d|lpt\\d");
    return safe.isEmpty() || device ? "feed-" + safe : safe;
  }

  /** What is written in the place of the secret. */
  private String hidden(Edit.Hide hide, ConfigText text) {
    Edit.Spot at = hide.at();
    String name = owner(at) + "-" + at.option();
    Path file = pages.main().resolveSibling(SECRETS).resolve(name);
    secrets.put(file, hide.secret() + "\n");
    return "file:" + text.base().toAbsolutePath().normalize().relativize(file).toString().replace('\\', '/');
  }

  /** Two secrets never share a file: neither those of a feed and of a plan of one name, nor of names that look alike. */
  private static String owner(Edit.Spot at) {
    if (at.name().isEmpty()) return at.section().word();
    String name = at.name().get();
    String alike = safe(name).equals(name) ? name : safe(name) + "-" + Integer.toHexString(name.hashCode());
    return at.section() == Section.FEEDS ? alike : at.section().word() + "-" + alike;
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    secrets.forEach((file, secret) -> changes.add(new Change(file, Optional.empty(), Optional.of(secret), true)));
    Map<Path, String> before = new LinkedHashMap<>();
    pages.texts().forEach(t -> before.put(Papers.path(t), t.text()));
    List<Path> empty = new ArrayList<>();
    texts.forEach((file, text) -> {
      if (text.text().equals(before.get(file))) return;
      boolean gone = text.dropIn() && Sheet.of(text.text()).map(Drafting::holdsNothing).orElse(false);
      if (gone) empty.add(file);
      changes.add(new Change(file, Optional.ofNullable(before.get(file)),
          gone ? Optional.empty() : Optional.of(text.text()), false));
    });
    empty.forEach(texts::remove);
    return changes;
  }

  /** No entry, and no comment of a person. */
  private static boolean holdsNothing(Sheet sheet) {
    return !sheet.text.contains("#") && sheet.root()
        .map(root -> root.getValue().stream().allMatch(t -> Sheet.none(t.getValueNode()))).orElse(true);
  }

  private List<ConfigText> inOrder() {
    return texts.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<Path, ConfigText> e) -> e.getValue().dropIn())
            .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getValue).toList();
  }
}

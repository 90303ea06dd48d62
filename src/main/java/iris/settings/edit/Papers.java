package iris.settings.edit;

import iris.settings.ConfigFiles;
import iris.settings.ConfigText;
import iris.settings.Options;
import iris.settings.Places;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Section;
import iris.settings.SettingsReader;
import iris.settings.Tree;
import iris.settings.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of the configuration at one moment: what a person was shown, and what edits are made on.
 *
 * @param main the main file, absolute; it need not be there
 * @param texts main file, if there is one, then drop-ins, in the order of reading
 * @param unread why a file cannot be read; then nothing is written either
 * @param trees what stands in the texts that can be parsed. Parsed once: a page asks for thousands of places, and each
 *     time anew a thousand feeds held the screen for half a minute
 */
public record Papers(Path main, List<ConfigText> texts, List<Problem> unread, Map<ConfigText, Tree.Branch> trees) {

  /**
   * A value as it stands in a file.
   *
   * @param line 1 or more
   */
  public record Written(String value, String file, int line) {}

  public Papers {
    texts = List.copyOf(texts);
    unread = List.copyOf(unread);
    trees = Map.copyOf(trees);
  }

  Papers(Path main, List<ConfigText> texts, List<Problem> unread) {
    this(main, texts, unread, parsed(texts));
  }

  private static Map<ConfigText, Tree.Branch> parsed(List<ConfigText> texts) {
    Map<ConfigText, Tree.Branch> trees = new HashMap<>();
    for (ConfigText text : texts) Yaml.read(text, problem -> {}).ifPresent(tree -> trees.put(text, tree));
    return trees;
  }

  /** As they are on the disk now. */
  public static Papers of(ConfigFiles files) {
    List<Problem> problems = new ArrayList<>();
    List<ConfigText> texts = files.texts(problems::add);
    return new Papers(files.file().toAbsolutePath().normalize(), texts, problems);
  }

  public Reading reading() {
    return unread.isEmpty() ? SettingsReader.read(texts) : new Reading.Bad(unread);
  }

  /** What is written at a place, in whatever file; empty where the standard counts. */
  public Optional<Written> written(Edit.Spot at) {
    for (ConfigText text : texts) {
      Optional<Tree> found = find(text, at.path());
      Optional<String> word = found.flatMap(tree -> word(tree, joint(at)));
      if (word.isPresent()) return Optional.of(new Written(word.get(), text.name(), found.get().line()));
    }
    return Optional.empty();
  }

  /** A single value, or a list of such as the reader takes it. */
  private static Optional<String> word(Tree tree, String joint) {
    return switch (tree) {
      case Tree.Leaf(String text, var _) -> Optional.of(text);
      case Tree.Row(List<Tree> items, var _) when !items.isEmpty() && items.stream().allMatch(Tree.Leaf.class::isInstance) ->
          Optional.of(items.stream().map(i -> ((Tree.Leaf) i).text()).collect(Collectors.joining(joint)));
      default -> Optional.empty();
    };
  }

  private static String joint(Edit.Spot at) {
    return Options.of(at.section()).stream().filter(o -> o.name().equals(at.option())).findFirst()
        .map(o -> o.kind().joint()).orElse("");
  }

  /** Names in a section, in the order of reading. */
  public List<String> names(Section section) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    for (ConfigText text : texts)
      if (find(text, List.of(section.word())).orElse(null) instanceof Tree.Branch branch)
        branch.entries().forEach(entry -> names.add(entry.key()));
    return List.copyOf(names);
  }

  /** The file that describes a name. */
  Optional<ConfigText> holding(Section section, String name) {
    return texts.stream().filter(t -> find(t, List.of(section.word(), name)).isPresent()).findFirst();
  }

  Path dropIns() {
    return main.resolveSibling(Places.DROP_INS);
  }

  static Path path(ConfigText text) {
    return Path.of(text.name()).toAbsolutePath().normalize();
  }

  private Optional<Tree> find(ConfigText text, List<String> path) {
    Optional<Tree> here = Optional.ofNullable(trees.get(text));
    for (String key : path)
      here = here.flatMap(t -> t instanceof Tree.Branch b
          ? b.entries().stream().filter(e -> e.key().equals(key)).map(Tree.Entry::value).findFirst()
          : Optional.empty());
    return here;
  }
}

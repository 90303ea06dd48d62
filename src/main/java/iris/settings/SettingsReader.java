package iris.settings;

import iris.signal.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Texts to settings: pure, and total. Every file is read to its end whatever was wrong before, so that one run shows
 * all there is to mend.
 */
public final class SettingsReader {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Section, Block> single = new LinkedHashMap<>();
  private final Map<Section, Map<String, Block>> named = new LinkedHashMap<>();

  private SettingsReader() {}

  /** No text at all reads as the standards of every option and no feed. */
  public static Reading read(List<ConfigText> texts) {
    SettingsReader reader = new SettingsReader();
    for (ConfigText text : texts) Yaml.read(text, reader.problems::add).ifPresent(tree -> reader.file(text, tree));
    reader.blocks(Section.FEEDS).values().forEach(Assembly::checkFeed);
    reader.blocks(Section.SERVICES).values().forEach(Assembly::checkService);
    reader.blocks(Section.FALLBACKS).values().forEach(FallbackAssembly::check);
    reader.blocks(Section.RELAY).values().forEach(RelayChecks::check);
    Assembly.checkRights(reader.block(Section.RIGHTS));
    if (reader.problems.isEmpty())
      return new Reading.Good(
          Assembly.settings(reader::block, reader.blocks(Section.FEEDS), reader.blocks(Section.SERVICES),
              FallbackAssembly.plans(reader.blocks(Section.FALLBACKS)))
          .with(ContractOptions.contracts(reader.blocks(Section.CONTRACTS), reader.blocks(Section.SERVICES)))
          .relaying(RelayOptions.targets(reader.blocks(Section.RELAY))));
    List<String> order = texts.stream().map(ConfigText::name).toList();
    reader.problems.sort(
        Comparator.comparingInt((Problem p) -> order.indexOf(p.file())).thenComparingInt(Problem::line));
    return new Reading.Bad(reader.problems);
  }

  private Map<String, Block> blocks(Section section) {
    return named.getOrDefault(section, Map.of());
  }

  private Block block(Section section) {
    return single.getOrDefault(section, new Block("", section.word(), 0, problems::add));
  }

  private void file(ConfigText text, Tree.Branch root) {
    List<String> sections = Arrays.stream(Section.values())
        .filter(s -> s.named() || !text.dropIn()).map(Section::word).toList();
    for (Tree.Entry entry : root.entries()) {
      if (!sections.contains(entry.key())) {
        problems.add(new Problem(text.name(), entry.line(), entry.key(), strangeSection(text, entry.key(), sections)));
        continue;
      }
      Section section = Section.valueOf(entry.key().toUpperCase(Locale.ROOT));
      branch(text, entry, entry.key()).ifPresent(branch -> section(text, section, entry, branch));
    }
  }

  private static Reason strangeSection(ConfigText text, String key, List<String> sections) {
    boolean elsewhere = text.dropIn() && Arrays.stream(Section.values()).anyMatch(s -> s.word().equals(key));
    return elsewhere ? Reason.of("settings.key.not-in-drop-in", key) : unknown(key, sections);
  }

  private void section(ConfigText text, Section section, Tree.Entry entry, Tree.Branch branch) {
    if (!section.named()) {
      Block block = new Block(text.name(), section.word(), entry.line(), problems::add);
      single.put(section, block);
      options(text, section, section.word(), branch, block);
      return;
    }
    for (Tree.Entry one : branch.entries()) {
      String path = section.word() + "." + one.key();
      Map<String, Block> blocks = named.computeIfAbsent(section, s -> new LinkedHashMap<>());
      Block before = blocks.get(one.key());
      if (before != null) {
        Reason twice = Reason.of("settings.name.twice", one.key(), before.file(), before.line());
        problems.add(new Problem(text.name(), one.line(), path, twice));
        continue;
      }
      Block block = new Block(text.name(), path, one.line(), problems::add);
      blocks.put(one.key(), block);
      if (!one.key().matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}"))
        problems.add(new Problem(text.name(), one.line(), path, Reason.of("settings.name.odd", one.key())));
      branch(text, one, path).ifPresent(inner -> options(text, section, path, inner, block));
    }
  }

  /** A section without a value is a section without options: the file is being written. */
  private Optional<Tree.Branch> branch(ConfigText text, Tree.Entry entry, String path) {
    return switch (entry.value()) {
      case Tree.Branch b -> Optional.of(b);
      case Tree.Leaf(String value, int line) when value.isEmpty() -> Optional.of(new Tree.Branch(List.of(), line));
      case Tree other -> {
        problems.add(new Problem(text.name(), other.line(), path, Reason.of("settings.value.block")));
        yield Optional.empty();
      }
    };
  }

  private void options(ConfigText text, Section section, String path, Tree.Branch branch, Block block) {
    List<Option<?>> known = Options.of(section);
    options(text, known, path, "", branch, block);
    for (Option<?> option : known)
      if (option.required() && branch.entries().stream().noneMatch(e -> e.key().equals(option.name())))
        block.wrong(option, Reason.of("settings.key.missing", option.name()));
  }

  /** @param inner of the options' names, what stands before this block: empty, or ending in a dot */
  private void options(
      ConfigText text, List<Option<?>> known, String path, String inner, Tree.Branch branch, Block block) {
    for (Tree.Entry entry : branch.entries()) {
      String full = path + "." + entry.key();
      String name = inner + entry.key();
      Optional<Option<?>> option = known.stream().filter(o -> o.name().equals(name)).findFirst();
      if (option.isPresent()) {
        value(text, option.get(), full, entry, block);
      } else if (known.stream().anyMatch(o -> o.name().startsWith(name + "."))) {
        branch(text, entry, full).ifPresent(deeper -> options(text, known, full, name + ".", deeper, block));
      } else {
        List<String> possible = known.stream().map(Option::name).filter(o -> o.startsWith(inner))
            .map(o -> o.substring(inner.length()).split("\\.")[0]).distinct().toList();
        problems.add(new Problem(text.name(), entry.line(), full, unknown(entry.key(), possible)));
      }
    }
  }

  private static Reason unknown(String key, List<String> known) {
    return Nearest.to(key, known)
        .map(near -> Reason.of("settings.key.unknown-near", key, near))
        .orElseGet(() -> Reason.of("settings.key.unknown", key, String.join(", ", known)));
  }

  private static Tree single(Tree value, Kind<?> kind) {
    if (!kind.many() || !(value instanceof Tree.Row(List<Tree> items, int line)) || !items.stream().allMatch(Tree.Leaf.class::isInstance))
      return value;
    return new Tree.Leaf(items.stream().map(i -> ((Tree.Leaf) i).text()).collect(Collectors.joining(kind.joint())), line);
  }

  private <T> void value(ConfigText text, Option<T> option, String path, Tree.Entry entry, Block block) {
    if (!(single(entry.value(), option.kind()) instanceof Tree.Leaf(String written, int line))) {
      problems.add(new Problem(text.name(), entry.value().line(), path, Reason.of("settings.value.single")));
      return;
    }
    switch (option.kind().read(written, text.base())) {
      case Taken.Fits<T>(T value) -> block.put(option, value, line);
      case Taken.Unfit<T>(Reason why) -> problems.add(new Problem(text.name(), line, path, why));
    }
  }
}

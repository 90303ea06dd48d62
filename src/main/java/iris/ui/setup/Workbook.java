package iris.ui.setup;

import iris.alarm.Act;
import iris.settings.Kinds;
import iris.settings.Option;
import iris.settings.Options;
import iris.settings.Problem;
import iris.settings.Section;
import iris.settings.edit.Draft;
import iris.settings.edit.Edit;
import iris.settings.edit.Papers;
import iris.signal.Reason;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the page works on: the files as they were read, and what was typed and is not saved. On the FX thread. */
final class Workbook {
  /** Told when something else is to be shown. */
  interface Reader {
    /** The files are others, or were read for the first time. */
    void leafed();

    /** What was typed is kept. */
    void kept();

    /** Something was typed, or a sentence is to be said. */
    void touched();
  }

  /** The name that a block will bear, in the place of the one that it has while it is typed. */
  private record Naming(Section section, String working, String real) {
    Edit.Spot real(Edit.Spot at) {
      boolean here = at.section() == section && at.name().filter(working::equals).isPresent();
      return here ? Edit.Spot.of(section, real, at.option()) : at;
    }
  }

  final Ports ports;
  final Words words;
  final Bench bench;
  private final Door door;
  private final Map<Edit.Spot, String> typed = new LinkedHashMap<>();
  @SuppressWarnings("NullAway.Init")
  private Reader reader;
  private Optional<Papers> pages = Optional.empty();
  private Optional<Draft.Ready> back = Optional.empty();
  private List<Problem> problems = List.of();
  /** What is being made has a name only when it is kept. */
  private Optional<Naming> naming = Optional.empty();
  private String notice = "";
  private boolean busy;

  Workbook(Ports ports, Words words, Bench bench, Door door) {
    this.ports = ports;
    this.words = words;
    this.bench = bench;
    this.door = door;
  }

  void readBy(Reader told) {
    reader = told;
  }

  /** Goes on with what a hand began in another language. */
  void resume(Workbook before) {
    typed.putAll(before.typed);
    pages = before.pages;
    back = before.back;
    problems = before.problems;
    naming = before.naming;
  }

  /** What is typed there and not saved. */
  Optional<String> typed(Edit.Spot at) {
    return Optional.ofNullable(typed.get(at));
  }

  /** Does it on the FX thread. */
  void onScreen(Runnable task) {
    door.post(task);
  }

  void look() {
    bench.look(now -> onScreen(() -> leaf(now)));
  }

  private void leaf(Papers now) {
    if (pages.filter(now::equals).isPresent()) return;
    pages = Optional.of(now);
    reader.leafed();
  }

  /** Empty until they were read for the first time. */
  Optional<Papers> pages() {
    return pages;
  }

  Optional<Papers.Written> written(Edit.Spot at) {
    return pages.flatMap(p -> p.written(at));
  }

  /** What a field shows: what was typed, else what is written, and nothing of a secret. */
  String value(Edit.Spot at) {
    return typed.getOrDefault(at, written(at).map(Papers.Written::value).orElse(""));
  }

  void type(Edit.Spot at, String text) {
    boolean same = written(at).map(Papers.Written::value).orElse("").equals(text.strip());
    if (same) typed.remove(at);
    else typed.put(at, text);
    problems = problems.stream().filter(p -> !p.key().equals(key(real(at)))).toList();
    reader.touched();
  }

  /** What was typed there is not meant any more. */
  void forget(Predicate<Edit.Spot> which) {
    typed.keySet().removeIf(which);
    problems = List.of();
    reader.touched();
  }

  /** How much was typed and not saved. */
  int unsaved() {
    return typed.size();
  }

  List<Edit> edits(Predicate<Edit.Spot> which) {
    List<Edit> edits = new ArrayList<>();
    typed.forEach((at, text) -> {
      if (which.test(at)) edits.add(edit(at, real(at), text.strip()));
    });
    return edits;
  }

  /** What is typed under one name is kept under another. */
  void name(Section section, String working, String real) {
    naming = Optional.of(new Naming(section, working, real));
  }

  private Edit.Spot real(Edit.Spot at) {
    return naming.map(n -> n.real(at)).orElse(at);
  }

  private static Edit edit(Edit.Spot typed, Edit.Spot at, String text) {
    if (text.isEmpty()) return new Edit.Unset(at);
    boolean secret = option(typed).filter(o -> o.kind() == Kinds.SECRET).isPresent();
    boolean place = text.startsWith("env:") || text.startsWith("file:");
    return secret && !place ? new Edit.Hide(at, text) : new Edit.Set(at, text);
  }

  static Optional<Option<?>> option(Edit.Spot at) {
    return Options.of(at.section()).stream().filter(o -> o.name().equals(at.option())).findFirst();
  }

  static String key(Edit.Spot at) {
    return at.section().word() + at.name().map(n -> "." + n).orElse("") + "." + at.option();
  }

  void wrong(List<Problem> found) {
    problems = found;
    reader.touched();
  }

  /** Why what was typed there was refused. */
  Optional<String> wrong(Edit.Spot at) {
    return problems.stream().filter(p -> p.key().equals(key(real(at)))).findFirst().map(p -> words.say(p.reason()));
  }

  String notice() {
    return notice;
  }

  void say(String sentence) {
    notice = sentence;
    reader.touched();
  }

  boolean busy() {
    return busy;
  }

  boolean undoable() {
    return back.isPresent();
  }

  /** Writes these edits; what they are about is not typed any more once they are kept. */
  void save(List<Edit> edits, String done) {
    if (pages.isEmpty() || busy || edits.isEmpty()) return;
    String what = edits.stream().map(e -> key(e.at()).replaceFirst("\\.$", "")).distinct()
        .collect(Collectors.joining(", "));
    if (denied(what)) return;
    busy = true;
    bench.save(pages.get(), edits, answer -> onScreen(() -> answered(answer, done, Optional.of(what))));
  }

  private boolean denied(String what) {
    Optional<Reason> no = ports.refuses(Act.Configure.class);
    if (no.isEmpty()) return false;
    // The board refuses it too, so that it stands in the journal.
    ports.acts().accept(new Act.Configure(ports.author(), what));
    say(words.say(no.get()));
    return true;
  }

  /** The shift may have changed since it was saved: taking back is an act of its own. */
  void undo() {
    if (back.isEmpty() || busy || denied(words.say("ui.setup.undo.journal"))) return;
    busy = true;
    Draft.Ready before = back.get();
    bench.undo(before, answer -> onScreen(() -> {
      answered(answer, words.say("ui.setup.undone"), Optional.of(words.say("ui.setup.undo.journal")));
      if (answer instanceof Bench.Answer.Kept) back = Optional.empty();
      reader.touched();
    }));
  }

  private void answered(Bench.Answer answer, String done, Optional<String> what) {
    busy = false;
    switch (answer) {
      case Bench.Answer.Kept(Papers now, Draft.Ready before) -> {
        back = Optional.of(before);
        problems = List.of();
        typed.clear();
        what.ifPresent(w -> ports.acts().accept(new Act.Configure(ports.author(), w)));
        notice = done;
        naming = Optional.empty();
        pages = Optional.of(now);
        reader.kept();
      }
      case Bench.Answer.Refused(Papers now, List<Problem> refused) -> {
        problems = refused;
        notice = sentence(refused);
        leaf(now);
      }
    }
    reader.touched();
  }

  private String sentence(List<Problem> refused) {
    Problem first = refused.getFirst();
    String key = first.key().isEmpty() ? "" : words.say("ui.setup.key", first.key());
    String more = refused.size() == 1 ? "" : words.say("ui.setup.more", refused.size() - 1);
    return words.say("ui.setup.refused", key, words.say(first.reason()), more);
  }

  /** Names of a section: those of the files, and those that others know of. */
  List<String> names(Section section, List<String> others) {
    List<String> all = new ArrayList<>(pages.map(p -> p.names(section)).orElse(List.of()));
    others.stream().filter(o -> !all.contains(o)).forEach(all::add);
    return all;
  }
}

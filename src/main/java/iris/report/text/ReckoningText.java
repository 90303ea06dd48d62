package iris.report.text;

import iris.report.Reckoning;
import iris.report.Block;
import iris.report.Block.Heading;
import iris.report.Block.Rules;
import iris.report.Block.Sentence;
import iris.report.Block.Table;
import iris.report.Block.Table.Cell;
import iris.report.Block.Table.Column;
import iris.report.Figure;
import iris.report.Tone;
import iris.report.Unit;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections of one service. A section of which nothing is known says so, or is not there where there is nothing. */
final class ReckoningText {
  private final Reckoning account;
  private final Words words;
  private final Names names;
  private final List<Block> blocks = new ArrayList<>();

  ReckoningText(Reckoning account, Words words) {
    this.account = account;
    this.words = words;
    names = new Names(words);
  }

  List<Block> blocks() {
    section("report.section.availability");
    beside(List.of("target", "availability.known", "availability.coverage", "availability.low", "availability.high",
        "budget", "budget.used", "budget.worst", "budget.left", "burn"), "report.caption.availability");
    blocks.add(new Pictures(account, words).strip());
    section("report.section.time");
    List<String> time = new ArrayList<>(List.of("time.promised", "time.known", "time.unmeasured", "time.maintenance"));
    // Nearly always none: then it is not worth a line.
    if (account.figure("windows.afterwards").filter(f -> f.value().orElse(0) > 0).isPresent()) time.add("windows.afterwards");
    beside(time, "report.caption.time");
    abouts("time.unmeasured", "report.caption.unmeasured");
    outages();
    responses();
    origins();
    punctuality();
    section("report.section.rules");
    blocks.add(new Rules(account.rules().stream().map(words::say).toList()));
    return blocks;
  }

  private void section(String key) {
    blocks.add(new Heading(2, words.say(key)));
  }

  private List<Column> beside(String first) {
    return List.of(Column.words(words.say(first)), Column.figures(words.say("report.column.now")),
        Column.figures(words.say("report.column.before")));
  }

  /** Each figure of this period, and of the one before beside it. */
  private void beside(List<String> keys, String caption) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String key : keys)
      account.figure(key).ifPresent(f -> rows.add(row(words.say("report.figure." + key), f)));
    if (!rows.isEmpty()) blocks.add(new Table(words.say(caption), beside("report.column.figure"), rows));
    notes(keys);
  }

  private List<Cell> row(String name, Figure now) {
    return List.of(Cell.of(name), Cell.of(account.say(now, words)), before(now.key(), now.about()));
  }

  /** Of several, those that were nought are left out of the figures: of a period that was reckoned they are known. */
  private Cell before(String key, String about) {
    Optional<Figure> then = account.figure(key, about, account.before());
    boolean none = then.isEmpty() && !about.isEmpty() && !key.startsWith("response.")
        && account.figure("time.known", "", account.before()).filter(f -> f.value().orElse(0) > 0).isPresent();
    Unit unit = key.startsWith("traffic.") ? Unit.COUNT : Unit.TIME;
    return new Cell(then.map(f -> account.say(f, words)).orElse(none ? unit.say(0, words) : words.say("report.unknown")), Tone.SOFT);
  }

  private void notes(List<String> keys) {
    keys.stream().flatMap(key -> account.figure(key).stream()).flatMap(f -> f.note().stream()).distinct()
        .forEach(note -> blocks.add(new Sentence(words.say(note), Tone.SOFT)));
  }

  /** One row for each that the figure is about. */
  private void abouts(String key, String caption) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String about : account.abouts(key))
      account.figure(key, about, account.period()).ifPresent(f -> rows.add(row(names.about(key, about), f)));
    if (!rows.isEmpty()) blocks.add(new Table(words.say(caption), beside("report.column.cause"), rows));
  }

  private void outages() {
    section("report.section.outages");
    beside(List.of("outages.count", "outages.longest", "outages.repair", "outages.repair-most", "outages.between"),
        "report.caption.outages");
    List<Figure> all = account.all("outage");
    if (all.isEmpty()) {
      blocks.add(new Sentence(words.say("report.outages.none"), Tone.PLAIN));
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Figure f : all)
      rows.add(List.of(Cell.of(names.moment(f.from(), account)), Cell.of(names.moment(f.to(), account)),
          Cell.of(account.say(f, words)), Cell.of(names.about("outage", f.about())),
          new Cell(f.note().map(words::say).orElse(""), Tone.SOFT)));
    blocks.add(new Table(words.say("report.caption.outage"), List.of(Column.words(words.say("report.column.from")),
        Column.words(words.say("report.column.to")), Column.figures(words.say("report.column.lasted")),
        Column.words(words.say("report.column.origin")), Column.words(words.say("report.column.note"))), rows));
  }

  private void responses() {
    section("report.section.responses");
    List<String> keys = List.of("response.mean", "response.p50", "response.p95", "response.p99", "response.p95-median",
        "response.p95-worst", "response.p99-worst", "response.max", "response.within", "apdex");
    if (keys.stream().allMatch(key -> account.figure(key).isEmpty())) {
      blocks.add(new Sentence(words.say("report.responses.none"), Tone.PLAIN));
      return;
    }
    beside(keys, "report.caption.responses");
    parties();
    new Pictures(account, words).chart().ifPresent(blocks::add);
  }

  private void parties() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String about : account.abouts("response.mean"))
      rows.add(List.of(Cell.of(about), said(account.figure("response.mean", about, account.period()), Tone.PLAIN),
          said(account.figure("response.max", about, account.period()), Tone.PLAIN),
          said(account.figure("response.mean", about, account.before()), Tone.SOFT),
          said(account.figure("response.max", about, account.before()), Tone.SOFT)));
    if (!rows.isEmpty())
      blocks.add(new Table(words.say("report.caption.parties"), List.of(Column.words(words.say("report.column.party")),
          Column.figures(words.say("report.figure.response.mean")), Column.figures(words.say("report.figure.response.max")),
          Column.figures(words.say("report.column.mean-before")), Column.figures(words.say("report.column.max-before"))), rows));
  }

  private void origins() {
    section("report.section.origins");
    beside(List.of("traffic.total", "traffic.failed"), "report.caption.traffic");
    List<List<Cell>> rows = new ArrayList<>();
    for (String about : account.abouts("lost")) {
      Optional<Figure> lost = account.figure("lost", about, account.period());
      Optional<Figure> failed = account.figure("traffic.failed", about, account.period());
      rows.add(List.of(Cell.of(names.about("lost", about)), said(lost, Tone.PLAIN), said(failed, Tone.PLAIN),
          before("lost", about), before("traffic.failed", about),
          Cell.of(lost.flatMap(Figure::note).map(words::say).orElse(""))));
    }
    if (rows.isEmpty()) return;
    blocks.add(new Table(words.say("report.caption.origins"), List.of(Column.words(words.say("report.column.origin")),
        Column.figures(words.say("report.figure.lost")), Column.figures(words.say("report.figure.traffic.failed")),
        Column.figures(words.say("report.column.lost-before")), Column.figures(words.say("report.column.failed-before")),
        Column.words(words.say("report.column.counts"))), rows));
  }

  private Cell said(Optional<Figure> figure, Tone tone) {
    return new Cell(figure.map(f -> account.say(f, words)).orElse(words.say("report.unknown")), tone);
  }

  private void punctuality() {
    List<String> keys = account.figures().stream().map(Figure::key).filter(k -> k.startsWith("punctuality.")).distinct().toList();
    if (keys.isEmpty()) return;
    section("report.section.punctuality");
    beside(keys, "report.caption.punctuality");
  }
}

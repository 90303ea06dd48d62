package iris.report.text;

import iris.history.contract.Availability.Judgement;
import iris.report.Reckoning;
import iris.report.Block;
import iris.report.Block.Heading;
import iris.report.Block.Sentence;
import iris.report.Block.Table;
import iris.report.Block.Table.Cell;
import iris.report.Block.Table.Column;
import iris.report.Figure;
import iris.report.Paper;
import iris.report.Statement;
import iris.report.Tone;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole report: whoever reads only its first page knows whether what was promised was kept. Pure. */
public final class PaperMaker {
  private static final int SENTENCES = 4;

  private final Statement statement;
  private final Words words;
  private final List<Block> blocks = new ArrayList<>();

  private PaperMaker(Statement statement, Words words) {
    this.statement = statement;
    this.words = words;
  }

  public static Paper of(Statement statement, Words words) {
    PaperMaker maker = new PaperMaker(statement, words);
    maker.first();
    boolean one = statement.services().size() == 1;
    for (Reckoning account : statement.services()) {
      if (!one) maker.blocks.add(new Heading(1, account.title()));
      maker.blocks.addAll(new ReckoningText(account, words).blocks());
    }
    return new Paper(maker.title(), maker.period(), statement.at(), words.lang(), maker.blocks);
  }

  private String title() {
    return statement.services().size() == 1
        ? words.say("report.title.one", statement.services().getFirst().title()) : words.say("report.title.many");
  }

  private String period() {
    String zones = statement.services().stream().map(a -> a.contract().zone().getId()).distinct()
        .collect(Collectors.joining(", "));
    return words.say("report.period", statement.term().said(words), zones);
  }

  private void first() {
    if (statement.services().size() <= SENTENCES) statement.services().forEach(r -> blocks.add(verdict(r)));
    else for (Judgement judgement : List.of(Judgement.BREACHED, Judgement.INDETERMINATE, Judgement.MET)) count(judgement);
    if (statement.services().size() > 1) blocks.add(summary());
    blocks.add(new Sentence(words.say("report.made", words.figures().stamp(statement.at()),
        words.figures().zone().getId()), Tone.SOFT));
    if (!statement.absent().isEmpty())
      blocks.add(new Sentence(words.say("report.absent", String.join(", ", statement.absent())), Tone.OPEN));
    if (statement.services().stream().anyMatch(Reckoning::running))
      blocks.add(new Sentence(words.say("report.running"), Tone.STRONG));
    afterwards();
  }

  /** A report of the same time that lies in somebody's folder may say other figures. */
  private void afterwards() {
    List<Figure> late = statement.services().stream().flatMap(r -> r.figure("windows.afterwards").stream()).toList();
    long windows = Math.round(late.stream().mapToDouble(f -> f.value().orElse(0)).sum());
    Optional<Instant> last = late.stream().flatMap(f -> f.note().stream()).map(note -> Instant.parse(note.args().getFirst()))
        .max(Comparator.naturalOrder());
    last.ifPresent(at -> blocks.add(new Sentence(words.say("report.afterwards", windows, words.figures().stamp(at)), Tone.SOFT)));
  }

  /** Of many services a sentence each would hide what the first page is opened for. */
  private void count(Judgement judgement) {
    long n = statement.services().stream().filter(r -> r.judgement() == judgement).count();
    if (n > 0) blocks.add(new Sentence(words.say("report.count." + judgement, n), tone(judgement)));
  }

  private Sentence verdict(Reckoning a) {
    String title = statement.services().size() == 1 ? "" : words.say("report.verdict.of", a.title());
    String target = said(a, "target");
    Optional<Figure> known = a.figure("availability.known").filter(f -> f.value().isPresent());
    String text = known.isEmpty()
        ? words.say("report.verdict.nothing", target)
        : words.say("report.verdict." + a.judgement(), a.say(known.get(), words), target, said(a, "availability.coverage"),
            said(a, "budget.used"), said(a, "budget"), said(a, "budget.worst"));
    return new Sentence(title.isEmpty() ? capital(text) : title + text, tone(a.judgement()));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private String said(Reckoning a, String key) {
    return a.figure(key).map(f -> a.say(f, words)).orElse(words.say("report.unknown"));
  }

  private Table summary() {
    List<Column> columns = List.of(Column.words(words.say("report.column.service")), Column.words(words.say("report.column.verdict")),
        Column.figures(words.say("report.column.known")), Column.figures(words.say("report.column.coverage")),
        Column.figures(words.say("report.column.target")), Column.figures(words.say("report.column.before")),
        Column.figures(words.say("report.column.outages")), Column.figures(words.say("report.column.longest")));
    List<List<Cell>> rows = new ArrayList<>();
    for (Reckoning a : statement.services())
      rows.add(List.of(Cell.of(a.title()), new Cell(words.say("report.judgement." + a.judgement()), tone(a.judgement())),
          Cell.of(said(a, "availability.known")), Cell.of(said(a, "availability.coverage")), Cell.of(said(a, "target")),
          Cell.of(a.figure("availability.known", "", a.before()).map(f -> a.say(f, words)).orElse(words.say("report.unknown"))),
          Cell.of(said(a, "outages.count")), Cell.of(said(a, "outages.longest"))));
    return new Table(words.say("report.summary"), columns, rows);
  }

  static Tone tone(Judgement judgement) {
    return switch (judgement) {
      case MET -> Tone.GOOD;
      case BREACHED -> Tone.BAD;
      case INDETERMINATE -> Tone.OPEN;
    };
  }
}

package iris.ui.ledger;

import iris.history.contract.Period.Unit;
import iris.report.Format;
import iris.report.Statement;
import iris.report.Term;
import iris.report.paper.Folder;
import iris.report.reckon.Books;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The page "report": at the left of what and of when, at the right the report as it stands on paper. */
public final class LedgerPage implements Page {
  /** A report of a time that lasts, or whose last windows are late, is read anew this often. */
  private static final Duration AFRESH = Duration.ofMinutes(1);

  private final Ports ports;
  private final Words words;
  private final HBox root;
  private final Side side;
  private final PaperView paper = new PaperView();
  private final Inquiry inquiry;
  private final Clerk clerk;
  private final Runnable end;
  private Optional<Term> term = Optional.empty();
  private Optional<Statement> shown = Optional.empty();
  private Optional<Duration> asked = Optional.empty();
  private boolean offering;

  private LedgerPage(Ports ports, Words words, Books books, Path home, Executor elsewhere, Consumer<Runnable> screen, Runnable end) {
    this.ports = ports;
    this.words = words;
    this.end = end;
    clerk = new Clerk(screen);
    inquiry = new Inquiry(books, words, elsewhere, screen, this::answered);
    side = new Side(words, Folder.usual(home).toString(), this::save);
    root = new HBox(side, paper);
    root.setId("page-report-root");
    root.getStyleClass().add("ledger");
    root.getStylesheets().add(Objects.requireNonNull(LedgerPage.class.getResource("ledger.css")).toExternalForm());
    HBox.setHgrow(paper, Priority.ALWAYS);
    paper.setMinWidth(0);
    side.subject.valueProperty().addListener((p, before, after) -> chosen());
    side.unit.valueProperty().addListener((p, before, after) -> unit(after));
    side.earlier.setOnAction(e -> step(-1));
    side.later.setOnAction(e -> step(1));
    paper.say(words.say("ui.ledger.reading"));
  }

  /** @param elsewhere a thread that may wait: the books are asked there, and nowhere else */
  public static Page.Making by(Books books, Executor elsewhere, Path home) {
    return (ports, words) -> {
      Door door = Door.screen();
      return new LedgerPage(ports, words, books, home, elsewhere, door::post, door::close);
    };
  }

  /** All at once on the FX thread: for a picture. */
  static LedgerPage still(Ports ports, Words words, Books books, Path home) {
    return new LedgerPage(ports, words, books, home, Runnable::run, Runnable::run, () -> {});
  }

  @Override
  public String id() {
    return "report";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen now) {
    boolean lasts = shown.map(s -> s.services().stream().anyMatch(r -> r.running())).orElse(true);
    boolean old = asked.map(at -> now.now().mono().minus(at).compareTo(AFRESH) >= 0).orElse(true);
    if (old && lasts && !inquiry.underWay()) ask();
  }

  private Instant now() {
    return ports.now().get().wall();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now(), words.figures().zone());
  }

  /** Until an answer says where one begins: the last one that is over. */
  private Term term() {
    if (term.isEmpty()) term = Optional.of(Term.around(side.unit.getValue(), today()).before());
    return term.get();
  }

  private void ask() {
    asked = Optional.of(ports.now().get().mono());
    term.ifPresent(side::show);
    String key = side.subject.getValue() == null ? "" : side.subject.getValue().key();
    inquiry.ask(new Inquiry.Question(key, side.unit.getValue(), term, today(), now()));
  }

  private void answered(Answer answer) {
    offering = true;
    side.offer(answer.subjects());
    offering = false;
    side.show(answer.term());
    switch (answer) {
      case Answer.Told told -> {
        term = Optional.of(told.term());
        shown = Optional.of(told.statement());
        paper.show(told.paper());
      }
      case Answer.Nothing nothing -> {
        shown = Optional.empty();
        paper.say(nothing.why(), nothing.there().map(this::way).stream().toArray(Button[]::new));
      }
    }
  }

  private Button way(Term there) {
    Button way = new Button(words.say("ui.ledger.there", there.said(words)));
    way.setId("ledger-there");
    way.setOnAction(e -> {
      term = Optional.of(there);
      paper.requestFocus();
      chosen();
    });
    return way;
  }

  private void chosen() {
    if (offering) return;
    side.done("");
    ask();
  }

  /** The one of the other length in which the last day of the present one lies. */
  private void unit(Unit unit) {
    Term before = term();
    LocalDate last = before.to().minusDays(1);
    term = Optional.of(Term.around(unit, last.isAfter(today()) ? today() : last));
    chosen();
  }

  private void step(int by) {
    Term next = by < 0 ? term().before() : term().after();
    if (next.from().isAfter(today())) {
      side.done(words.say("ui.ledger.future"));
      return;
    }
    term = Optional.of(next);
    chosen();
  }

  private void save(Format format) {
    if (shown.isEmpty()) {
      side.done(words.say("ui.ledger.nothing"));
      return;
    }
    side.done(words.say("ui.ledger.saving"));
    clerk.keep(shown.get(), format, words, side.folder.getText(), kept -> side.done(switch (kept) {
      case Folder.Kept.At(Path file) -> words.say("ui.ledger.saved", file);
      case Folder.Kept.Not(var why) -> words.say(why);
    }));
  }

  @Override
  public void open(String subject) {
    side.subject.getItems().stream().filter(c -> c.key().equals(subject)).findFirst().ifPresent(side.subject::setValue);
  }

  @Override
  public boolean pressed(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) return false;
    switch (key.getCode()) {
      case LEFT -> step(-1);
      case RIGHT -> step(1);
      case D -> side.unit.setValue(Side.UNITS.get((Side.UNITS.indexOf(side.unit.getValue()) + 1) % Side.UNITS.size()));
      case P -> save(Format.PDF);
      case H -> save(Format.HTML);
      case C -> save(Format.CSV);
      case J -> save(Format.JSON);
      case ESCAPE -> {
        if (paper.isFocused()) return false;
        paper.requestFocus();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public void focus() {
    side.subject.requestFocus();
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key(KeyCode.LEFT.getName(), words.say("ui.ledger.earlier")),
        new Key(KeyCode.RIGHT.getName(), words.say("ui.ledger.later")), new Key("D", words.say("ui.ledger.unit")),
        new Key("P H C J", words.say("ui.ledger.save.as")));
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof LedgerPage was)) return;
    offering = true;
    side.subject.getItems().setAll(was.side.subject.getItems().stream()
        .map(c -> c.key().isEmpty() ? side.subject.getItems().getFirst() : c).toList());
    side.subject.getSelectionModel().select(Math.max(0, was.side.subject.getSelectionModel().getSelectedIndex()));
    side.folder.setText(was.side.folder.getText());
    term = was.term;
    Optional<Term> same = term;
    side.unit.setValue(was.side.unit.getValue());
    term = same;
    offering = false;
  }

  @Override
  public void close() {
    clerk.close();
    end.run();
  }
}

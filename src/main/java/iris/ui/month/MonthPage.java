package iris.ui.month;

import iris.alarm.Board;
import iris.alarm.ServiceState;
import iris.history.month.Almanac;
import iris.history.month.Span;
import iris.history.month.Span.Place;
import iris.history.month.Span.Scale;
import iris.history.story.Episode;
import iris.history.years.Annals;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** A month, or a year, of one service or of all. */
public final class MonthPage implements Page {
  /** What the present month gained meanwhile is read this often. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final Ports ports;
  private final Words words;
  private final Sayer sayer;
  private final MonthView view;
  private final Optional<Inquiry> inquiry;
  private final Runnable end;
  private Optional<Seen> seen = Optional.empty();
  private Optional<Duration> asked = Optional.empty();
  private Optional<Almanac> almanac = Optional.empty();
  private Span span;
  private boolean slow;
  private boolean moved;

  private MonthPage(Ports ports, Words words, Optional<Annals> annals, Executor elsewhere, Consumer<Runnable> screen, Runnable end) {
    this.ports = ports;
    this.words = words;
    this.end = end;
    sayer = new Sayer(words);
    span = Span.of(Scale.MONTH, ports.now().get().wall(), words.figures().zone());
    view = new MonthView(words, sayer, new MonthView.Hands(this::turn, this::scale, this::shading, this::said, this::chosen,
        this::day, this::open, this::anew));
    inquiry = annals.map(a -> new Inquiry(a, elsewhere, screen, this::filled, why -> view.trouble(words.say(why))));
    if (annals.isEmpty()) view.trouble(words.say("ui.month.none"));
    view.title(sayer.title(span));
  }

  /**
   * @param annals empty where no history is kept
   * @param elsewhere a thread that may wait: the only one that asks them
   */
  public static Page.Making by(Optional<Annals> annals, Executor elsewhere) {
    return (ports, words) -> {
      Door door = Door.screen();
      return new MonthPage(ports, words, annals, elsewhere, door::post, door::close);
    };
  }

  /** All at once on the FX thread: for a picture. */
  static MonthPage still(Ports ports, Words words, Annals annals) {
    return new MonthPage(ports, words, Optional.of(annals), Runnable::run, Runnable::run, () -> {});
  }

  @Override
  public String id() {
    return "month";
  }

  @Override
  public Region root() {
    return view;
  }

  @Override
  public void show(Seen now) {
    boolean first = seen.isEmpty();
    if (first || seen.get().board() != now.board()) view.offer(now.board());
    seen = Optional.of(now);
    boolean due = asked.map(at -> now.now().mono().minus(at).compareTo(LOOK) >= 0).orElse(true);
    if (due && (first || almanac.isEmpty() || now.now().wall().isBefore(span.end()))) ask();
  }

  private void ask() {
    if (seen.isEmpty() || inquiry.isEmpty()) return;
    Board board = seen.get().board();
    asked = Optional.of(seen.get().now().mono());
    Optional<String> service = view.service();
    Set<String> feeds = service.map(key -> Optional.ofNullable(board.services().get(key)).map(ServiceState::feed)
        .map(Set::of).orElse(Set.of())).orElse(board.feeds().keySet());
    inquiry.get().ask(new Inquiry.Question(span, seen.get().now().wall(), service, feeds));
  }

  private void anew() {
    almanac = Optional.empty();
    view.title(sayer.title(span));
    ask();
  }

  private void filled(Almanac filled) {
    almanac = Optional.of(filled);
    view.trouble("");
    view.show(filled, slow);
    Instant now = filled.now();
    // Who opens the page looks at now; who has moved the cursor stays where it is.
    if (!moved && !now.isBefore(span.start()) && now.isBefore(span.end())) view.leaf.cursor(span.place(now));
    refresh();
  }

  private void refresh() {
    if (almanac.isEmpty() || seen.isEmpty()) return;
    Almanac a = almanac.get();
    LocalDate day = a.span().day(view.leaf.cursor()).orElseGet(() -> a.span().day(new Place(view.leaf.cursor().row(), 0)).orElseThrow());
    said(Optional.empty());
    view.day(a, day, seen.get().board());
  }

  /** The square under the mouse, else under the cursor. */
  private void said(Optional<Place> over) {
    if (almanac.isEmpty() || seen.isEmpty()) return;
    view.said(sayer.square(almanac.get(), over.orElse(view.leaf.cursor()), seen.get().board()));
  }

  private void turn(int steps) {
    span = span.plus(steps);
    anew();
  }

  private void scale(Scale scale) {
    if (span.scale() == scale) return;
    LocalDate day = span.day(view.leaf.cursor()).orElse(span.first());
    span = span.in(scale, day);
    if (scale == Scale.YEAR && slow) shading(false);
    view.scaled(scale);
    view.leaf.cursor(span.place(day.atStartOfDay(span.zone()).toInstant()));
    moved = true;
    anew();
  }

  private void shading(boolean ofTimes) {
    slow = ofTimes && span.scale() == Scale.MONTH;
    view.shaded(slow);
    almanac.ifPresent(a -> view.show(a, slow));
  }

  private void chosen(Place place) {
    moved = true;
    view.leaf.cursor(place);
    refresh();
  }

  private void day(LocalDate day) {
    Place at = span.place(day.atStartOfDay(span.zone()).toInstant());
    chosen(span.scale() == Scale.MONTH ? new Place(at.row(), view.leaf.cursor().col()) : at);
  }

  /** The episode of a line; of a square the first that touches it, of a year's square its month. */
  private void open(Optional<Episode> line) {
    if (almanac.isEmpty()) return;
    if (line.isEmpty() && span.scale() == Scale.YEAR) {
      scale(Scale.MONTH);
      return;
    }
    Place at = view.leaf.cursor();
    line.or(() -> span.begin(at).flatMap(from -> almanac.get().episodes().stream()
            .filter(e -> Almanac.touches(e, from, from.plus(Duration.ofHours(1)), almanac.get().now())).findFirst()))
        .ifPresentOrElse(e -> ports.wishes().accept(new Wish.Desk(Optional.of("episode"), Optional.of(e.id()))),
            () -> view.said(words.say("ui.month.no-episode")));
  }

  @Override
  public void open(String subject) {
    view.choose(Wish.about(subject));
  }

  @Override
  public boolean pressed(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) return false;
    KeyCode code = key.getCode();
    if (code == KeyCode.PAGE_UP) turn(-1);
    else if (code == KeyCode.PAGE_DOWN) turn(1);
    else if (code == KeyCode.Y) scale(span.scale() == Scale.MONTH ? Scale.YEAR : Scale.MONTH);
    else if (code == KeyCode.R) shading(!slow);
    else if (code == KeyCode.T) today();
    else if (code == KeyCode.C) charts();
    else return view.leaf.isFocused() && move(code);
    return true;
  }

  /** The curves of the chosen service at this square; of all, those of the one that stands out in it. */
  private void charts() {
    if (almanac.isEmpty() || seen.isEmpty()) return;
    Place at = view.leaf.cursor();
    Optional<String> service = view.service().or(() -> Optional.of(almanac.get().at(at).slow().service())
        .filter(key -> !key.isEmpty())).or(() -> seen.get().board().services().keySet().stream().findFirst());
    Optional<Instant> begin = span.begin(at).filter(from -> from.isBefore(almanac.get().now()));
    service.ifPresent(key -> ports.wishes().accept(new Wish.Desk(Optional.of("charts"),
        Optional.of(begin.map(from -> Wish.at(key, from)).orElse(key)))));
  }

  private void today() {
    span = Span.of(span.scale(), ports.now().get().wall(), span.zone());
    moved = false;
    anew();
  }

  private boolean move(KeyCode code) {
    Place at = view.leaf.cursor();
    switch (code) {
      case LEFT -> chosen(new Place(at.row(), at.col() - 1));
      case RIGHT -> chosen(new Place(at.row(), at.col() + 1));
      case UP -> chosen(new Place(at.row() - 1, at.col()));
      case DOWN -> chosen(new Place(at.row() + 1, at.col()));
      case HOME -> chosen(new Place(at.row(), 0));
      case END -> chosen(new Place(at.row(), span.cols() - 1));
      case ENTER, SPACE -> open(Optional.empty());
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public void focus() {
    view.leaf.requestFocus();
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key("⇞ ⇟", words.say("ui.month.key.turn")), new Key("← ↑ → ↓", words.say("ui.month.key.move")),
        new Key("⏎", words.say("ui.month.key.open")), new Key("Y", words.say("ui.month.key.year")),
        new Key("R", words.say("ui.month.key.slow")), new Key("T", words.say("ui.month.key.today")),
        new Key("C", words.say("ui.month.key.charts")));
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof MonthPage page)) return;
    span = page.span;
    moved = page.moved;
    view.scaled(span.scale());
    view.leaf.cursor(page.view.leaf.cursor());
    shading(page.slow);
    page.seen.ifPresent(s -> view.offer(s.board()));
    page.view.service().ifPresent(view::choose);
    view.title(sayer.title(span));
  }

  @Override
  public void close() {
    inquiry.ifPresent(Inquiry::end);
    end.run();
  }
}

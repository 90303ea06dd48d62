package iris.ui.charts;

import iris.history.years.Annals;
import iris.signal.Reason;
import iris.ui.alert.Names;
import iris.ui.charts.model.View;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Times, traffic, failures and availability of a service, from an hour to years, with what happened meanwhile. */
public final class ChartsPage implements Page {
  /** Windows that come late correct so much of the past as a matter of course. */
  private static final Duration RECENT = Duration.ofHours(26);
  /** So much before and after a moment that somebody comes for. */
  private static final Duration AROUND = Duration.ofHours(3);

  private final Words words;
  private final Moments moments;
  private final BorderPane root = new BorderPane();
  private final Bar bar;
  private final ChartView chart;
  private final ReadoutView readout;
  private final VBox panel;
  private final Label headline = new Label();
  private final Notice notice;
  private final Keyboard keyboard;
  private final Hands hands;
  private final Library library;
  private final Marks marks;
  private final Census census;
  private final Studio studio;
  private final Copies copies;
  private final Runnable end;
  private final Trail trail = new Trail();
  private Optional<Seen> seen = Optional.empty();
  private Optional<Wanted> wanted = Optional.empty();

  /** @param drawn what follows from a picture; a drawing is part of a layout, and a text that is set then is not laid out */
  private ChartsPage(Words words, Optional<Annals> annals, Executor elsewhere, Consumer<Runnable> screen,
      Consumer<Runnable> drawn, Path home, Runnable end) {
    this.words = words;
    this.end = end;
    moments = new Moments(words);
    Annals years = annals.orElseGet(Nothing::new);
    library = new Library(new Errand(years, elsewhere, screen, this::unread), this::read);
    marks = new Marks(new Errand(years, elsewhere, screen, this::unmarked), this::marked);
    census = new Census(new Errand(years, elsewhere, screen, this::unmarked), () -> seen.ifPresent(this::show));
    studio = new Studio(library, marks, moments.zone());
    copies = new Copies(words, elsewhere, screen, home, this::say);
    notice = new Notice(words, annals.isPresent(), library::reads, copies::last);
    Works works = new Works(this);
    bar = new Bar(words, works);
    keyboard = new Keyboard(works);
    chart = new ChartView(words, moments);
    readout = new ReadoutView(words);
    chart.by(width -> wanted.isEmpty() || seen.isEmpty() ? null : studio.shot(wanted.get(), seen.get(), width));
    chart.after(() -> drawn.accept(this::drawn));
    hands = new Hands(chart, () -> wanted.orElseThrow().view(), this::view, at -> wanted.ifPresent(w -> wish(w.cursor(at))));
    root.setId("page-charts");
    root.getStyleClass().addAll("page", "charts-page");
    root.getStylesheets().add(Objects.requireNonNull(ChartsPage.class.getResource("charts.css")).toExternalForm());
    headline.setId("chart-headline");
    headline.getStyleClass().add("charts-headline");
    panel = new VBox(headline, chart);
    panel.getStyleClass().add("charts-panel");
    VBox.setVgrow(chart, Priority.ALWAYS);
    root.setTop(bar);
    root.setCenter(panel);
    root.setRight(readout);
    root.setBottom(notice);
  }

  /** @param annals the past, if this console keeps one; asked on {@code elsewhere} alone, which may wait */
  public static Page.Making by(Optional<Annals> annals, Executor elsewhere, Path home) {
    return (ports, words) -> {
      Door door = Door.screen();
      return new ChartsPage(words, annals, elsewhere, door::post, door::post, home, door::close);
    };
  }

  /** Read at once on the FX thread: for a picture. {@link #drawn} is called by who takes it. */
  static ChartsPage still(Words words, Annals annals, Path home) {
    return new ChartsPage(words, Optional.of(annals), Runnable::run, Runnable::run, then -> {}, home, () -> {});
  }

  @Override
  public String id() {
    return "charts";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen now) {
    news(now);
    seen = Optional.of(now);
    bar.offer(Bar.services(now.board().services().keySet().stream()
        .map(key -> new Bar.Choice(key, Names.service(now.board(), key))).toList(), census.known()));
    if (wanted.isEmpty() && !bar.service.getItems().isEmpty())
      wish(Wanted.first(bar.service.getItems().getFirst().key(), now.now().wall(), moments.zone()));
    census.count(now.now());
    wanted.ifPresent(w -> wish(w.at(now.now().wall(), moments.zone(), w.view().span().toMillis() / Math.max(1.0, chart.plot()))));
  }

  /** What a new board has of the service that is seen, the past has too by now. */
  private void news(Seen now) {
    if (seen.isEmpty() || wanted.isEmpty()) return;
    String key = wanted.get().service();
    // The very same map: a board that has nothing new of a service keeps what it had.
    boolean windows = Studio.windows(seen.get().board(), key).orElse(null)
        != Studio.windows(now.board(), key).orElse(null);
    if (windows) library.news(now.now().wall().minus(RECENT));
    if (seen.get().log() != now.log()) marks.news();
  }

  /** Nothing is waited for: what is not read yet is asked for, and the picture follows when it is. */
  void wish(Wanted next) {
    boolean moved = wanted.map(w -> !w.cursor(Optional.empty()).equals(next.cursor(Optional.empty()))).orElse(true);
    if (moved) copies.forget();
    wanted = Optional.of(next);
    seen.ifPresent(s -> studio.want(next, s, chart.plot()));
    bar.show(next);
    if (moved) chart.changed();
    else {
      chart.point(next.cursor());
      readout();
    }
    say();
  }

  void view(View next) {
    if (wanted.isEmpty() || seen.isEmpty()) return;
    remember();
    move(next);
  }

  /** One goes back to it with a key; a drag of many steps is one step. */
  void remember() {
    if (!hands.panning()) trail.leave(wanted().view());
  }

  void back() {
    trail.back().ifPresent(this::move);
  }

  private void move(View next) {
    wish(wanted().view(next, census.earliest(wanted().service(), clock().atZone(zone())), clock()));
  }

  Wanted wanted() {
    return wanted.orElseThrow();
  }

  Instant clock() {
    return seen.orElseThrow().now().wall();
  }

  ZoneId zone() {
    return moments.zone();
  }

  ChartView chart() {
    return chart;
  }

  Region panel() {
    return panel;
  }

  Hands hands() {
    return hands;
  }

  Copies copies() {
    return copies;
  }

  private void say() {
    notice.say(wanted);
  }

  /** The first window of the service that is seen. */
  Optional<Instant> first() {
    return wanted.flatMap(w -> census.first(w.service()));
  }

  private void read() {
    notice.unread(Optional.empty());
    chart.changed();
  }

  private void marked() {
    notice.unmarked(Optional.empty());
    chart.changed();
  }

  private void unread(Reason why) {
    notice.unread(Optional.of(why));
    library.trouble();
    say();
  }

  private void unmarked(Reason why) {
    notice.unmarked(Optional.of(why));
    say();
  }

  void drawn() {
    headline.setText(chart.drawn().map(shot -> new Headline(words, moments).of(shot,
        seen.map(now -> Names.service(now.board(), shot.wanted().service())).orElse(shot.wanted().service()))).orElse(""));
    readout();
    say();
  }

  private void readout() {
    if (chart.drawn().isEmpty() || seen.isEmpty() || wanted.isEmpty()) return;
    Shot shot = chart.drawn().get();
    Optional<Instant> at = wanted.get().cursor();
    if (at.isEmpty()) {
      readout.show(words.say("ui.charts.read.how"), List.of(), List.of());
      return;
    }
    Reading reading = new Reading(words, moments);
    Telling telling = new Telling(seen.get(), words);
    Duration unsure = Duration.ofMillis(Math.round(4 * shot.sheet().x().step()));
    readout.show(reading.title(shot, at.get()), reading.lines(shot, at.get()),
        marks.at(at.get(), unsure).stream().limit(12).map(telling::said).toList());
  }

  @Override
  public void open(String wished) {
    if (seen.isEmpty()) return;
    String key = Studio.key(seen.get().board(), Wish.about(wished));
    wanted.ifPresent(w -> wish(w.of(key)));
    if (wanted.isPresent()) Wish.moment(wished).ifPresent(this::see);
  }

  /** The hours around a moment, and what was then. */
  private void see(Instant at) {
    view(new View(at.minus(AROUND), at.plus(AROUND)));
    wish(wanted.orElseThrow().cursor(Optional.of(at)));
  }

  @Override
  public boolean pressed(KeyEvent key) {
    return wanted.isPresent() && keyboard.pressed(key, chart.isFocused());
  }

  @Override
  public boolean typed(String character) {
    return wanted.isPresent() && keyboard.typed(character);
  }

  @Override
  public void focus() {
    chart.requestFocus();
  }

  @Override
  public List<Key> keys() {
    return Keyboard.help(words);
  }

  @Override
  public void resume(Page other) {
    if (!(other instanceof ChartsPage then)) return;
    census.follow(then.census);
    trail.follow(then.trail);
    seen = then.seen;
    then.wanted.ifPresent(this::wish);
  }

  @Override
  public void close() {
    end.run();
  }
}

package iris.ui.station.alarms;

import iris.alarm.Board;
import iris.ui.desk.Attention;
import iris.ui.desk.Deeds;
import iris.ui.desk.Ports;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.ui.station.keep.Keepsake;
import iris.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The alarms in one table, and what is done to them. */
public final class AlarmsPage implements Page, ViewsMenu.Doer {
  /** A hand that has done nothing for so long does not mind that rows move. */
  static final Duration STILL = Duration.ofSeconds(3);

  private final Words words;
  private final Keepsake keepsake;
  private final Attention attention;
  private final AlarmTable table;
  private final ViewsMenu views;
  private final FilterBar filters;
  private final Deeds deeds;
  private final AlarmKeys keys;
  private final Label hidden = new Label();
  private final VBox root;
  private Remembered remembered;
  private List<Line> lines = List.of();

  public AlarmsPage(Ports ports, Words words, Keepsake keepsake) {
    this.words = words;
    this.keepsake = keepsake;
    remembered = keepsake.get(Remembered.SECTION, Remembered.class).orElse(Remembered.NOTHING);
    attention = new Attention(() -> ports.now().get().mono());
    table = new AlarmTable(words, this::sorted, this::chosen);
    views = new ViewsMenu(words, this);
    filters = new FilterBar(words, views, this::filtered);
    deeds = new Deeds(ports, words, Optional.empty(), table, attention, false);
    keys = new AlarmKeys(this, deeds);
    table.sort(remembered.sort());
    views.show(remembered);
    hidden.setId("hidden");
    hidden.getStyleClass().add("hidden-lines");
    hidden.setWrapText(true);
    hidden.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    root = new VBox(filters, table.view(), hidden, deeds.root());
    root.getStyleClass().add("alarms-page");
    root.sceneProperty().addListener((p, before, now) -> {
      if (now != null) attention.listen(now);
    });
    deeds.refresh();
  }

  @Override
  public String id() {
    return "alarms";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void focus() {
    table.focus(false);
  }

  @Override
  public void show(Seen seen) {
    lines = Line.of(seen.board(), seen.now(), words);
    put(attention.idle(STILL));
    deeds.heard(seen.log());
    deeds.rest();
    deeds.refresh();
  }

  /** Rows move where nobody is at work, or where whoever is has asked for it. */
  private void put(boolean move) {
    Filter filter = filters.filter();
    Search search = Search.of(filters.search());
    List<Line> wanted = lines.stream().filter(filter::passes).filter(search::finds)
        .sorted(table.sort().order(words.lang().locale())).toList();
    boolean any = lines.stream().anyMatch(line -> line.muted().isEmpty());
    String none = words.say(filter.equals(Filter.USUAL) && !any ? "ui.desk.active.none" : "ui.station.alarms.none");
    Map<String, Line> all = lines.stream().collect(Collectors.toMap(Line::id, Function.identity()));
    table.show(move ? wanted : Order.held(table.lines(), wanted, all), none);
    filters.aside((int) lines.stream().filter(line -> line.muted().isPresent()).count());
    hidden(wanted);
  }

  /** A filter must not make it calm: what it hides is counted. What is set aside has its own number. */
  private void hidden(List<Line> wanted) {
    List<Line> out = lines.stream().filter(line -> line.muted().isEmpty() && !wanted.contains(line)).toList();
    long waiting = out.stream().filter(Line::unacked).count();
    hidden.setText(out.isEmpty() ? "" : words.say("ui.station.alarms.hidden", out.size(), waiting));
    hidden.setVisible(!out.isEmpty());
    hidden.setManaged(!out.isEmpty());
  }

  private void filtered() {
    if (deeds != null) put(true);
  }

  private void sorted() {
    if (deeds == null) return;
    remember(remembered.with(table.sort()));
    put(true);
  }

  private void chosen() {
    if (deeds != null) deeds.refresh();
  }

  private void remember(Remembered next) {
    remembered = next;
    keepsake.put(Remembered.SECTION, next);
    views.show(next);
  }

  @Override
  public int waiting(Seen seen) {
    Board board = seen.board();
    return (int) board.alarms().values().stream()
        .filter(a -> a.state().unacked() && a.suppression().isEmpty()).count();
  }

  @Override
  public void open(String subject) {
    if (!table.select(subject)) {
      pick(0);
      table.select(subject);
    }
    table.focus(false);
  }

  @Override
  public List<Key> keys() {
    return AlarmKeys.help(words);
  }

  @Override
  public boolean pressed(KeyEvent key) {
    return keys.pressed(key);
  }

  @Override
  public boolean typed(String character) {
    return keys.typed(character);
  }

  boolean selectionMuted() {
    return table.onMuted();
  }

  boolean search() {
    filters.toSearch();
    return true;
  }

  boolean aside() {
    filters.nextAside();
    table.focus(false);
    return true;
  }

  boolean order(boolean turn) {
    table.sortNext(turn);
    return true;
  }

  boolean save() {
    views.ask(true);
    return true;
  }

  boolean view(int number) {
    pick(number);
    return true;
  }

  boolean escape() {
    if (views.asking()) views.close();
    else if (filters.searching() || !filters.search().isEmpty()) {
      filters.clearSearch();
      table.focus(false);
    } else return deeds.escape();
    return true;
  }

  @Override
  public void pick(int number) {
    if (number > remembered.views().size()) {
      deeds.notice(words.say("ui.station.alarms.view.missing", number));
      return;
    }
    SavedView view = number == 0 ? SavedView.USUAL : remembered.views().get(number - 1);
    table.sort(view.sort());
    filters.show(view.filter(), view.search());
    remember(remembered.with(view.sort()));
    deeds.notice(number == 0 ? "" : words.say("ui.station.alarms.view.picked", view.name()));
    table.focus(false);
  }

  @Override
  public void save(String name) {
    if (remembered.full(name)) {
      deeds.notice(words.say("ui.station.alarms.view.full", Remembered.MOST));
      return;
    }
    remember(remembered.with(new SavedView(name, filters.filter(), table.sort(), filters.search())));
    deeds.notice(words.say("ui.station.alarms.view.saved", name, remembered.names().indexOf(name) + 1));
  }

  @Override
  public void delete(String name) {
    remember(remembered.without(name));
    deeds.notice(words.say("ui.station.alarms.view.deleted", name));
  }

  @Override
  public void done() {
    table.focus(false);
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof AlarmsPage page)) return;
    filters.show(page.filters.filter(), page.filters.search());
    table.sort(page.table.sort());
    put(true);
    table.choose(page.table.chosen());
    deeds.resume(page.deeds.begun());
  }
}

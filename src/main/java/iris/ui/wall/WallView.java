package iris.ui.wall;

import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.ui.draw.Paints;
import iris.ui.draw.Ruler;
import iris.ui.theme.Type;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The tile board. All methods on the FX thread. {@link #show} draws the tiles that differ, {@link #tick} the ages and
 * what blinks: both in the pulse in which they are called.
 */
public final class WallView extends Region {
  private final TileWords words;
  private final Ruler ruler = new Ruler();
  private final Paints paints = new Paints(this::restyle);
  private final List<ServiceTile> tiles = new ArrayList<>();
  private final Shelves shelves = new Shelves(getChildren());
  private final PageLine pageLine;
  private final SummaryBar summaryBar;
  private final WallKeys keys = new WallKeys(this);
  private Look look;
  private WallModel model = WallModel.EMPTY;
  private Summary summary = Summary.of(model);
  private double top;
  private Instant now = Instant.EPOCH;
  private @Nullable Grid grid;
  private int page;
  private boolean furnished;
  private Consumer<String> onSelect = id -> {};
  private Consumer<String> onOpen = id -> {};

  public WallView(Words words, Look look) {
    this.words = new TileWords(words);
    this.look = Objects.requireNonNull(look);
    Type.load();
    pageLine = new PageLine(words);
    summaryBar = new SummaryBar(words);
    getStyleClass().add("iris-wall");
    getChildren().addAll(paints, pageLine, summaryBar);
    keys.listen();
  }

  /** Shows another board: draws the tiles that differ, and lays out anew only if there are more or fewer of them. */
  public void show(WallModel next) {
    boolean same = next.samePlaces(model);
    int groups = summary.groups().size();
    model = next;
    summary = Summary.of(next);
    same &= groups == summary.groups().size();
    if (next.at().isAfter(now)) now = next.at();
    if (!same || !furnished) requestLayout();
    else draw();
  }

  /** Draws ages, rings and what blinks. On every beat of the pulse: it does no more than has changed. */
  public void tick(Instant at) {
    now = at;
    if (look.readOnly() && grid != null && grid.pages() > 1)
      turn((int) (at.getEpochSecond() / PageLine.TURN % grid.pages()));
    if (furnished) tiles.forEach(tile -> tile.face().beat(at));
  }

  /** Something blinks: the pulse should hurry. */
  public boolean hurried() {
    return !look.still() && model.tiles().stream().anyMatch(tile -> tile.mark().calls());
  }

  /** A tile is drawn that says something of its service. @param fresh something that was heard since the start */
  public boolean tells(boolean fresh) {
    return furnished && shown().stream().anyMatch(tile -> fresh ? tile.sight() == Supervision.FRESH : tile.day().measured()
        || tile.shown() != Shown.INIT);
  }

  public void look(Look next) {
    look = next;
    restyle();
  }

  /** Service key of the tile that has the focus. */
  public Optional<String> selected() {
    for (int i = 0; i < tiles.size(); i++) if (tiles.get(i).isFocused()) return Optional.of(shown().get(i).id());
    return Optional.empty();
  }

  /** Gives the focus to a tile, turning to its page; nothing for an unknown id. */
  public void select(String id) {
    for (int i = 0; i < model.tiles().size(); i++) if (model.tiles().get(i).id().equals(id)) focus(i);
  }

  /** Told the service key of the tile that got the focus. */
  public void setOnSelect(Consumer<String> told) {
    onSelect = Objects.requireNonNull(told);
  }

  /** Told the service key when a tile is opened: Enter, space or a double click. */
  public void setOnOpen(Consumer<String> told) {
    onOpen = Objects.requireNonNull(told);
  }

  private void restyle() {
    furnished = false;
    summaryBar.forget();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    if (w <= 0 || h <= 0) return;
    boolean summed = summary.groups().size() > 1 || Grid.of(model.tiles().size(), w, h).pages() > 1;
    top = summed ? SummaryBar.height(summary.groups().size(), w, h) : 0;
    summaryBar.setVisible(summed);
    Grid next = Grid.of(model.tiles().size(), w, h - top);
    if (next.equals(grid) && furnished && tiles.size() == shown().size()) return;
    grid = next;
    page = Math.min(page, grid.pages() - 1);
    furnish();
  }

  private void furnish() {
    int count = shown().size();
    while (tiles.size() > count) tiles.removeLast();
    while (tiles.size() < count) tiles.add(keys.made(new ServiceTile(), tiles.size()));
    shelves.hold(tiles);
    tiles.forEach(tile -> tile.setFocusTraversable(!look.readOnly()));
    Plan plan = Planner.plan(
        laid().variant(), laid().width(), laid().height(), laid().unit(), look.sight(), words.widths(ruler));
    var studio = new ServiceSkin.Studio(paints.palette(), ruler, words, look);
    for (int i = 0; i < tiles.size(); i++) {
      var place = laid().place(i);
      tiles.get(i).resizeRelocate(place.x(), top + place.y(), place.w(), place.h());
      tiles.get(i).face().furnish(plan, studio);
    }
    summaryBar.resizeRelocate(0, 0, getWidth(), top);
    double foot = Grid.footer(getHeight() - top);
    pageLine.resizeRelocate(0, getHeight() - foot - laid().gap() / 2, getWidth(), foot);
    furnished = true;
    draw();
  }

  private void draw() {
    List<TileModel> shown = shown();
    for (int i = 0; i < tiles.size(); i++) tiles.get(i).face().show(shown.get(i), now);
    if (summaryBar.isVisible()) summaryBar.show(summary, getWidth(), top, getHeight(), paints.palette(), ruler);
    pageLine.show(page, laid().pages(), laid().page(), model);
  }

  /** The tiles of the present page. */
  List<TileModel> shown() {
    int all = model.tiles().size();
    if (grid == null) return model.tiles();
    int from = Math.min(page * grid.page(), all);
    return model.tiles().subList(from, Math.min(all, from + grid.page()));
  }

  /** Null until there is room for one. */
  @Nullable Grid grid() {
    return grid;
  }

  private Grid laid() {
    return Objects.requireNonNull(grid, "laid out first");
  }

  int page() {
    return page;
  }

  int count() {
    return model.tiles().size();
  }

  void turn(int to) {
    if (grid == null || to == page || to < 0 || to >= grid.pages()) return;
    page = to;
    furnish();
  }

  /** Gives the focus to the tile at a place in the whole board. */
  void focus(int index) {
    if (grid == null || index < 0 || index >= count()) return;
    turn(grid.pageOf(index));
    tiles.get(index - page * grid.page()).requestFocus();
  }

  void chosen(int onPage) {
    if (onPage < shown().size()) onSelect.accept(shown().get(onPage).id());
  }

  void opened(int onPage) {
    if (onPage < shown().size()) onOpen.accept(shown().get(onPage).id());
  }
}

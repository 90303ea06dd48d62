package iris.ui.wall;

import iris.words.Words;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/**
 * The tile board. All methods on the FX thread. {@link #show} draws the tiles that differ, {@link #tick} the ages and
 * what blinks: both in the pulse in which they are called.
 */
public final class WallView extends Region {
  private final Words words;
  private Look look;
  private WallModel model = WallModel.EMPTY;
  private Consumer<String> onSelect = id -> {};
  private Consumer<String> onOpen = id -> {};

  public WallView(Words words, Look look) {
    this.words = Objects.requireNonNull(words);
    this.look = Objects.requireNonNull(look);
    getStyleClass().add("iris-wall");
  }

  public void show(WallModel next) {
    model = next;
  }

  /** Draws ages, rings and what blinks. On every beat of the pulse: it does no more than has changed. */
  public void tick(Instant now) {}

  /** Something blinks: the pulse should hurry. */
  public boolean hurried() {
    return !look.still() && model.tiles().stream().anyMatch(tile -> tile.mark().calls());
  }

  public void look(Look next) {
    look = next;
  }

  /** Service key of the tile that has the focus. */
  public Optional<String> selected() {
    return Optional.empty();
  }

  /** Gives the focus to a tile, turning to its page; nothing for an unknown id. */
  public void select(String id) {}

  /** Told the service key of the tile that got the focus. */
  public void setOnSelect(Consumer<String> told) {
    onSelect = told;
  }

  /** Told the service key when a tile is opened: Enter, space or a double click. */
  public void setOnOpen(Consumer<String> told) {
    onOpen = told;
  }
}

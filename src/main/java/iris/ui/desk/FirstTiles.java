package iris.ui.desk;

import iris.ui.wall.WallView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Tells what a window that opens has come to, each once. Asked at the end of each layout, when what will be painted is
 * settled; told at the layout after it, which does not come before that picture is on its way. On the FX thread.
 */
public final class FirstTiles {
  /** What has been painted, in this order. */
  public enum Seen {
    /** The window, whatever is in it. */
    WINDOW,
    /** A tile of a service: what was known when the program last ended, or what is known now. */
    TILE,
    /** A tile of a service whose feed has answered since the start. */
    FRESH
  }

  private final Scene scene;
  private final Supplier<WallView> wall;
  private final Consumer<Seen> told;
  private final Runnable look = this::look;
  private final Set<Seen> open = EnumSet.allOf(Seen.class);
  private final List<Seen> painted = new ArrayList<>();

  /** @param wall another one after each change of language */
  FirstTiles(Scene scene, Supplier<WallView> wall, Consumer<Seen> told) {
    this.scene = scene;
    this.wall = wall;
    this.told = Objects.requireNonNull(told);
    scene.addPostLayoutPulseListener(look);
  }

  private void look() {
    List<Seen> before = List.copyOf(painted);
    painted.clear();
    for (Seen seen : List.copyOf(open)) {
      if (!there(seen)) continue;
      open.remove(seen);
      painted.add(seen);
    }
    // Without a wish the toolkit rests when nothing changes, and the next layout may be a second away.
    if (!painted.isEmpty()) Platform.requestNextPulse();
    else if (open.isEmpty()) scene.removePostLayoutPulseListener(look);
    before.forEach(told);
  }

  private boolean there(Seen seen) {
    return switch (seen) {
      case WINDOW -> true;
      case TILE -> wall.get().tells(false);
      case FRESH -> wall.get().tells(true);
    };
  }
}

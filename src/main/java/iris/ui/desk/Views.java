package iris.ui.desk;

import iris.ui.wall.Look;
import iris.ui.wall.WallView;
import iris.words.Words;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/**
 * All that is seen in the window, in one language. Derived from the board and thrown away when the language changes;
 * what a hand has begun here goes over to those that follow.
 */
final class Views {
  /** What a hand left: what it chose, where it stood, what it was writing, and what it waits for. */
  record Begun(AlarmsView.Choice choice, Optional<String> tile, boolean onEvents, boolean helping, Deeds.Begun deeds) {}

  final Words words;
  final WallView wall;
  final ShellView shell;
  final Picture picture;
  final Deeds deeds;

  Views(Ports ports, Words words, WindowOptions options, Look look, Attention attention) {
    this.words = words;
    wall = new WallView(words, look);
    shell = new ShellView(words, wall, options);
    picture = new Picture(ports, words, wall, shell, options.elsewhen());
    deeds = new Deeds(ports, words, options.readOnly(), shell.alarms(), attention, true);
    shell.alarms().actions(deeds.root());
    shell.alarms().onSelection(deeds::refresh);
    deeds.refresh();
    shell.onOffer(() -> ports.wishes().accept(Wish.newFeed()));
    wall.setOnOpen(service -> shell.alarms().select(service));
    asked(ports);
  }

  /** What a tile is asked by the other button of the mouse; a wall, which takes no focus, is asked nothing. */
  private void asked(Ports ports) {
    MenuItem why = new MenuItem(words.say("ui.desk.why"));
    why.setId("tile-why");
    why.setOnAction(e -> wall.selected()
        .ifPresent(s -> ports.wishes().accept(new Wish.Desk(Optional.of("why"), Optional.of(s)))));
    ContextMenu menu = new ContextMenu(why);
    wall.setOnContextMenuRequested(e -> {
      if (wall.selected().isPresent()) menu.show(wall, e.getScreenX(), e.getScreenY());
      e.consume();
    });
  }

  Begun begun() {
    return new Begun(shell.alarms().choice(), wall.selected(), shell.events().focused(), shell.helping(),
        deeds.begun());
  }

  /** Goes on where the views before stopped. Only when these are drawn and laid out: what is not there is not chosen. */
  void resume(Begun begun) {
    shell.help(begun.helping());
    shell.alarms().choose(begun.choice());
    if (begun.onEvents()) shell.events().focus();
    begun.tile().ifPresent(wall::select);
    deeds.resume(begun.deeds());
  }
}

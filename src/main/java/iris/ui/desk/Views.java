package iris.ui.desk;

import iris.ui.wall.Look;
import iris.ui.wall.WallView;
import iris.words.Words;
import java.util.Optional;

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
    picture = new Picture(ports, words, wall, shell);
    deeds = new Deeds(ports, words, options.readOnly(), shell.alarms(), attention);
    wall.setOnOpen(service -> shell.alarms().select(service));
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

package iris.ui.station.alarms;

import iris.ui.desk.Deed;
import iris.ui.desk.Deeds;
import iris.ui.page.Key;
import iris.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the page of the alarms. */
final class AlarmKeys {
  private static final List<List<String>> ALL = List.of(List.of("A", "acknowledge"), List.of("⇧ A", "reason"),
      List.of("C", "comment"), List.of("H", "shelve"), List.of("U", "undo"), List.of("Ctrl Z", "last"),
      List.of("R", "reset"), List.of("Ctrl A", "all"), List.of("/", "search"), List.of("M", "aside"),
      List.of("O", "order"), List.of("⇧ O", "turn"), List.of("V", "save"), List.of("0 … 9", "view"));
  /** The same keys without Shift on a French keyboard. */
  private static final String FRENCH = "à&é\"'(-è_ç";

  private final AlarmsPage page;
  private final Deeds deeds;

  AlarmKeys(AlarmsPage page, Deeds deeds) {
    this.page = page;
    this.deeds = deeds;
  }

  static List<Key> help(Words words) {
    return ALL.stream().map(k -> new Key(k.getFirst(), words.say("ui.station.alarms.key." + k.getLast()))).toList();
  }

  boolean pressed(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) return page.escape();
    if (e.isShortcutDown() || e.isAltDown()) return e.getCode() == KeyCode.F && e.isShortcutDown() && page.search();
    // While words are asked for, a key pressed beside the line for them is none.
    return switch (e.getCode()) {
      case M -> page.aside();
      case O -> page.order(e.isShiftDown());
      case V -> page.save();
      case U -> back();
      default -> deed(e);
    };
  }

  private boolean deed(KeyEvent e) {
    Optional<Deed> deed = Deed.ofKey(e.getCode().getChar());
    deed.ifPresent(d -> {
      if (e.isShiftDown()) deeds.reason(d);
      else deeds.pressed(d);
    });
    return deed.isPresent();
  }

  /** On what is selected where that fits; else it is the window's to take back what was done last. */
  private boolean back() {
    if (page.selectionMuted()) deeds.pressedUnshelve();
    else if (deeds.fits(Deed.UNACKNOWLEDGE)) deeds.pressed(Deed.UNACKNOWLEDGE);
    else return false;
    return true;
  }

  boolean typed(String character) {
    if (character.equals("/")) return page.search();
    int digit = Stream.of("0123456789", FRENCH).mapToInt(keys -> keys.indexOf(character)).max().orElse(-1);
    return !character.isEmpty() && digit >= 0 && page.view(digit);
  }
}

package iris.ui.origin;

import iris.alarm.Board;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.ServiceState;
import iris.ui.alert.Names;
import iris.ui.control.Named;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Which service: by name, or one after the other. As long as nobody has chosen, the one that most wants to be looked at. */
final class Services extends HBox {
  private final ComboBox<String> box = new ComboBox<>();
  private Optional<String> picked = Optional.empty();
  private @Nullable Board board;
  private boolean showing;

  /** @param changed another was picked by hand */
  Services(Words words, Runnable changed) {
    getStyleClass().add("services");
    Label of = new Label(words.say("ui.origin.service"));
    of.setLabelFor(box);
    of.setMinWidth(USE_PREF_SIZE);
    box.setId("service");
    box.setAccessibleText(words.say("ui.origin.service"));
    box.setConverter(Named.by(key -> board == null ? "" : Names.service(board, key)));
    box.valueProperty().addListener((at, before, now) -> {
      if (showing || now == null) return;
      picked = Optional.of(now);
      changed.run();
    });
    getChildren().addAll(of, button("service-before", "\u2039", words.say("ui.origin.before"), -1), box,
        button("service-next", "\u203a", words.say("ui.origin.next"), 1));
  }

  private Button button(String id, String sign, String says, int by) {
    Button button = new Button(sign);
    button.setId(id);
    button.setAccessibleText(says);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> step(by));
    return button;
  }

  /** To the next or the one before, around the end. */
  void step(int by) {
    int at = box.getItems().indexOf(box.getValue());
    if (at >= 0) box.setValue(box.getItems().get(Math.floorMod(at + by, box.getItems().size())));
  }

  /** A service, or the first one of a feed. */
  void pick(String subject) {
    if (board == null) return;
    Optional.of(subject).filter(board.services()::containsKey)
        .or(() -> board().services().values().stream().filter(s -> s.feed().equals(subject)).map(ServiceState::key)
            .findFirst())
        .ifPresent(key -> picked = Optional.of(key));
    show(board);
  }

  Optional<String> picked() {
    return picked;
  }

  void resume(Optional<String> before) {
    picked = before;
  }

  /** The one that is shown; empty where there is none. */
  Optional<String> show(Board next) {
    board = next;
    showing = true;
    List<String> keys = new ArrayList<>(next.services().keySet());
    if (!keys.equals(box.getItems())) box.getItems().setAll(keys);
    picked = picked.filter(next.services()::containsKey);
    Optional<String> shown = picked.or(() -> worst(next));
    if (!java.util.Objects.equals(box.getValue(), shown.orElse(null))) box.setValue(shown.orElse(null));
    showing = false;
    return shown;
  }

  private static Optional<String> worst(Board board) {
    return board.services().values().stream().min(java.util.Comparator.comparing(ServiceState::shown,
            java.util.Comparator.comparingInt(Services::urgency)).thenComparing(s -> s.origin().fault() == Fault.NORMAL))
        .map(ServiceState::key);
  }

  private static int urgency(iris.alarm.Shown shown) {
    return switch (shown) {
      case DOWN -> 0;
      case DEGRADED -> 1;
      case LOST -> 2;
      case UNKNOWN -> 3;
      case INIT, MAINTENANCE, OUT_OF_SERVICE, UP -> 4;
    };
  }

  private Board board() {
    return Objects.requireNonNull(board, "shown first");
  }
}

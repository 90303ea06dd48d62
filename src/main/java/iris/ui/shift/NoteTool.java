package iris.ui.shift;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.ui.desk.Ports;
import iris.ui.page.Seen;
import iris.words.Words;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Words for whoever comes next. What was typed stays until the board has it. */
final class NoteTool implements Tool {
  private final Ports ports;
  private final VBox root = new VBox();
  final TextField text;
  private Optional<String> sent = Optional.empty();

  NoteTool(Ports ports, Words words) {
    this.ports = ports;
    text = Nodes.field("shift-note", words.say("ui.shift.note.prompt"), this::add);
    root.getStyleClass().add("shift-tool");
    root.getChildren().addAll(Nodes.words(words.say("ui.shift.note.what"), "row-why"), text,
        Nodes.row(Nodes.button("shift-note-add", words.say("ui.shift.note.add"), this::add)));
  }

  private void add() {
    sent = Optional.of(text.getText().strip());
    ports.acts().accept(new Act.Note(ports.author(), text.getText()));
  }

  @Override
  public Kind kind() {
    return Kind.NOTE;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen seen, Sheet sheet) {
    if (sent.filter(s -> has(seen.board(), s)).isEmpty()) return;
    if (text.getText().strip().equals(sent.get())) text.clear();
    sent = Optional.empty();
  }

  private static boolean has(Board board, String note) {
    return board.shift().notes().stream().anyMatch(n -> n.text().equals(note));
  }

  @Override
  public void opened() {
    text.requestFocus();
  }
}

package iris.ui.shift;

import iris.alarm.Act;
import iris.alarm.Relieving;
import iris.alarm.Shift;
import iris.ui.desk.Ports;
import iris.ui.page.Seen;
import iris.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The two signatures. What is signed is the page as it is seen at that moment. */
final class SignTool implements Tool {
  /** A page, and who signed it. */
  record Signed(Sheet sheet, List<String> names) {}

  private final Ports ports;
  private final Words words;
  private final VBox root = new VBox();
  final TextField outgoing;
  final TextField incoming;
  private final Label done = Nodes.words("", "shift-done");
  private @Nullable Sheet seen;
  private Optional<Signed> sent = Optional.empty();
  private Optional<Signed> signed = Optional.empty();

  SignTool(Ports ports, Words words) {
    this.ports = ports;
    this.words = words;
    outgoing = Nodes.field("shift-outgoing", words.say("ui.shift.sign.name"), this::next);
    incoming = Nodes.field("shift-incoming", words.say("ui.shift.sign.name"), this::sign);
    done.setId("shift-signed");
    root.getStyleClass().add("shift-tool");
    root.getChildren().addAll(Nodes.words(words.say("ui.shift.sign.what"), "row-why"),
        Nodes.words(words.say("ui.shift.sign.outgoing"), "ask"),
        Nodes.row(outgoing, Nodes.button("shift-me", words.say("ui.shift.sign.me"), this::me)),
        Nodes.words(words.say("ui.shift.sign.incoming"), "ask"), incoming,
        Nodes.row(Nodes.button("shift-sign", words.say("ui.shift.sign.do"), this::sign)), done);
  }

  private void me() {
    outgoing.setText(ports.author());
    next();
  }

  private void next() {
    incoming.requestFocus();
  }

  private void sign() {
    if (seen == null) return;
    String text = seen.text();
    sent = Optional.of(new Signed(seen, List.of(outgoing.getText().strip(), incoming.getText().strip())));
    ports.acts().accept(
        new Act.HandOver(ports.author(), outgoing.getText(), incoming.getText(), Relieving.digest(text), text));
  }

  /** The page that was signed here last, as long as it is the last one signed at all. */
  Optional<Signed> signed(Seen now) {
    Optional<String> last = now.board().shift().handed().map(Shift.Handed::digest);
    return signed.filter(s -> last.equals(Optional.of(Relieving.digest(s.sheet().text()))));
  }

  @Override
  public Kind kind() {
    return Kind.SIGN;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen now, Sheet sheet) {
    seen = sheet;
    Optional<Shift.Handed> handed = now.board().shift().handed();
    if (sent.isPresent() && handed.map(Shift.Handed::digest)
        .equals(Optional.of(Relieving.digest(sent.get().sheet().text())))) {
      signed = sent;
      sent = Optional.empty();
      outgoing.clear();
      incoming.clear();
    }
    Nodes.put(done, handed.map(h -> words.say("ui.shift.sign.done", words.figures().when(h.at(), now.now().wall()),
        h.from(), h.to(), h.digest().substring(0, 12))).orElse(""));
  }

  @Override
  public void opened() {
    outgoing.requestFocus();
  }
}

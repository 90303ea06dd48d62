package iris.ui.shift;

import iris.report.paper.Folder;
import iris.ui.page.Seen;
import iris.ui.shift.paper.Office;
import iris.ui.shift.paper.Press;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page as a file or on paper, chosen in the page itself: no dialog of a printer stands in the way of an alarm. */
final class PaperTool implements Tool {
  private final Words words;
  private final Office office;
  private final Function<Seen, Optional<SignTool.Signed>> signed;
  private final VBox root = new VBox();
  final TextField folder;
  private final Button save;
  private final ChoiceBox<String> printers = new ChoiceBox<>();
  private final Button print;
  private final Label none;
  private final CheckBox asSigned;
  private final Label done = Nodes.words("", "shift-done");
  @SuppressWarnings("NullAway.Init")
  private Sheet sheet;
  private @Nullable Seen seen;
  /** A page is being made. The buttons stay as they are: one that is switched off throws the focus out of the page. */
  private boolean busy;

  PaperTool(Words words, Path home, Press press, Function<Seen, Optional<SignTool.Signed>> signed) {
    this.words = words;
    this.signed = signed;
    office = new Office(words, words.figures().zone(), press);
    folder = Nodes.field("shift-folder", words.say("ui.shift.paper.folder"), this::save);
    folder.setText(Folder.usual(home).toString());
    save = Nodes.button("shift-save", words.say("ui.shift.paper.save"), this::save);
    print = Nodes.button("shift-print", words.say("ui.shift.paper.print"), this::print);
    printers.setId("shift-printers");
    printers.setAccessibleText(words.say("ui.shift.paper.printer"));
    none = Nodes.words(words.say("ui.shift.paper.looking"), "row-why");
    none.setId("shift-no-printer");
    asSigned = new CheckBox(words.say("ui.shift.paper.signed"));
    asSigned.setId("shift-as-signed");
    asSigned.setSelected(true);
    asSigned.setWrapText(true);
    done.setId("shift-paper-done");
    root.getStyleClass().add("shift-tool");
    root.getChildren().addAll(asSigned, Nodes.words(words.say("ui.shift.paper.folder"), "ask"), folder, Nodes.row(save),
        Nodes.words(words.say("ui.shift.paper.printer"), "ask"), none, Nodes.row(printers, print), done);
    offer(List.of());
    Nodes.show(asSigned, false);
  }

  private SignTool.Signed what() {
    return signed.apply(seen()).filter(s -> asSigned.isSelected())
        .orElseGet(() -> new SignTool.Signed(sheet, List.of()));
  }

  private Instant now() {
    return seen().now().wall();
  }

  private void save() {
    if (seen == null || busy) return;
    busy = true;
    office.save(what().sheet(), what().names(), folder.getText(), now(), kept -> {
      busy = false;
      done.setText(switch (kept) {
        case Folder.Kept.At(Path file) -> words.say("ui.shift.paper.saved", file);
        case Folder.Kept.Not(var why) -> words.say(why);
      });
    });
  }

  private void print() {
    if (seen == null || printers.getValue() == null || busy) return;
    busy = true;
    office.print(what().sheet(), what().names(), printers.getValue(), now(), said -> {
      busy = false;
      done.setText(words.say(said));
    });
  }

  private void offer(List<String> names) {
    String before = printers.getValue();
    printers.getItems().setAll(names);
    if (!names.isEmpty()) printers.setValue(before != null && names.contains(before) ? before : names.getFirst());
    Nodes.show(printers, !names.isEmpty());
    Nodes.show(print, !names.isEmpty());
    Nodes.show(none, names.isEmpty());
  }

  @Override
  public Kind kind() {
    return Kind.PAPER;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen now, Sheet page) {
    seen = now;
    sheet = page;
    Nodes.show(asSigned, signed.apply(now).isPresent());
  }

  @Override
  public void opened() {
    save.requestFocus();
    office.printers(names -> {
      offer(names);
      none.setText(words.say("ui.shift.paper.no-printer"));
    });
  }

  @Override
  public void close() {
    office.close();
  }

  private Seen seen() {
    return Objects.requireNonNull(seen, "shown first");
  }
}

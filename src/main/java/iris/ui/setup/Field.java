package iris.ui.setup;

import iris.settings.Kinds;
import iris.settings.Option;
import iris.settings.edit.Edit;
import iris.settings.edit.Papers;
import iris.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One option: what it is for, its value, and where that is written. */
final class Field extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  /** How the range of an option of several lines begins. */
  private static final String PROSE = "Markdown";

  private final Workbook book;
  private final Edit.Spot at;
  private final Option<?> option;
  private final Label fact = new Label();
  private final Label wrong = new Label();
  private final Optional<TextInputControl> text;
  private final List<ToggleButton> choices;

  Field(Workbook book, Edit.Spot at, Option<?> option) {
    this.book = book;
    this.at = at;
    this.option = option;
    getStyleClass().add("setup-field");
    setId("field-" + option.name().replace('.', '-'));
    Label what = wrapping(book.words.say(option.doc()), "setup-what");
    choices = words(option).stream().map(this::choice).toList();
    text = choices.isEmpty() ? Optional.of(input()) : Optional.empty();
    HBox toggles = new HBox(choices.toArray(Node[]::new));
    toggles.getStyleClass().add("setup-choices");
    fact.getStyleClass().add("setup-fact");
    fact.setWrapText(true);
    wrong.getStyleClass().add("setup-wrong");
    wrong.setWrapText(true);
    text.ifPresent(what::setLabelFor);
    getChildren().addAll(what, text.<Node>map(t -> t).orElse(toggles), wrong, fact);
    show();
  }

  static Label wrapping(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  /** The words of an option that has only a few; none for any other. */
  private static List<String> words(Option<?> option) {
    boolean few = option.range().matches("[a-z-]+( \\| [a-z-]+)+");
    return few ? List.of(option.range().split(" \\| ")) : List.of();
  }

  private ToggleButton choice(String word) {
    ToggleButton button = new ToggleButton(option.kind() == Kinds.FLAG ? book.words.say("ui.setup.flag." + word) : word);
    button.setUserData(word);
    button.setId("choice-" + option.name().replace('.', '-') + "-" + word);
    button.setOnAction(e -> {
      book.type(at, word.equals(standard().orElse("")) && book.written(at).isEmpty() ? "" : word);
      show();
    });
    return button;
  }

  private TextInputControl input() {
    boolean secret = option.kind() == Kinds.SECRET;
    TextInputControl field = secret ? new PasswordField() : lines(option) ? area() : new TextField();
    field.setId("input-" + option.name().replace('.', '-'));
    field.setPromptText(secret ? book.words.say("ui.setup.secret") : standard().orElse(""));
    field.setText(secret ? book.typed(at).orElse("") : book.value(at));
    field.setAccessibleText(book.words.say(option.doc()));
    field.textProperty().addListener((o, before, now) -> {
      // An empty password field says nothing about the password that is kept.
      if (secret && now.isEmpty()) book.forget(at::equals);
      else book.type(at, now);
      show();
    });
    return field;
  }

  /** Prose, or a list with an item on each line. */
  private static boolean lines(Option<?> option) {
    return option.range().startsWith(PROSE) || option.kind().joint().equals("\n");
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(5);
    area.setWrapText(true);
    // The tabulator leads on, as everywhere else.
    area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      if (e.getCode() != KeyCode.TAB || e.isShortcutDown()) return;
      area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      e.consume();
    });
    return area;
  }

  private Optional<String> standard() {
    return option.standard().map(s -> option.sample());
  }

  TextInputControl input(String value) {
    text.orElseThrow().setText(value);
    return text.get();
  }

  /** What is true of it now; what is being typed is left alone. */
  void show() {
    String value = book.value(at);
    String shown = value.isEmpty() ? standard().orElse("") : value;
    if (text.isPresent() && option.kind() != Kinds.SECRET && !text.get().isFocused() && !text.get().getText().equals(value))
      text.get().setText(value);
    choices.forEach(c -> c.setSelected(same(c.getUserData().toString(), shown)));
    Optional<Papers.Written> written = book.written(at);
    boolean changed = !value.equals(written.map(Papers.Written::value).orElse(""));
    pseudoClassStateChanged(CHANGED, changed);
    fact.setText(fact(written));
    Optional<String> why = book.wrong(at);
    wrong.setText(why.orElse(""));
    wrong.setVisible(why.isPresent());
    wrong.setManaged(why.isPresent());
    pseudoClassStateChanged(WRONG, why.isPresent());
  }

  /** Yes is true, whatever of the two somebody wrote. */
  private boolean same(String word, String written) {
    if (option.kind() != Kinds.FLAG) return word.equals(written);
    return option.kind().read(word, Path.of("")).equals(option.kind().read(written, Path.of("")));
  }

  private String fact(Optional<Papers.Written> written) {
    Words words = book.words;
    String where = written.map(w -> words.say("ui.setup.written", Path.of(w.file()).getFileName(), w.line()))
        .orElseGet(() -> standard().map(s -> words.say("ui.setup.standard", s)).orElse(words.say("ui.setup.unset")));
    String kept = option.kind() == Kinds.SECRET && written.isPresent() ? written.get().value() + " · " : "";
    return words.say("ui.setup.fact", option.name(), option.range(), kept + where);
  }
}

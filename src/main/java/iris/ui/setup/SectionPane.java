package iris.ui.setup;

import iris.settings.Option;
import iris.settings.Options;
import iris.settings.Section;
import iris.settings.edit.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The options of a section; of a section with names, those of one name at a time. */
final class SectionPane extends VBox implements Pane {
  private final Workbook book;
  private final Section section;
  private final List<Field> fields = new ArrayList<>();
  private final List<Extra> extras;
  private final List<String> names;
  private final Narrowing narrowing;
  private final FlowPane choice = new FlowPane();
  private Optional<String> name;

  /** Something that stands over the fields of a section, or below them. */
  interface Extra {
    VBox root();

    /** With titles of its own, which the fields of the section must not seem to be under. */
    default boolean below() {
      return false;
    }

    void show(Optional<String> name);
  }

  /** @param others names that the board knows, whether a file speaks of them or not */
  SectionPane(Workbook book, Section section, List<String> others, Optional<String> wanted, List<Extra> extras) {
    this.book = book;
    this.section = section;
    this.extras = extras;
    names = section.named() ? book.names(section, others) : List.of();
    name = wanted.filter(names::contains).or(() -> names.stream().findFirst());
    narrowing = new Narrowing(book.words, this::offer);
    choice.getStyleClass().add("setup-names");
    getStyleClass().add("setup-section");
    fill();
  }

  private void fill() {
    getChildren().clear();
    fields.clear();
    if (section.named()) {
      if (names.isEmpty()) {
        getChildren().add(Field.wrapping(book.words.say(none()), "setup-hint"));
        return;
      }
      offer();
      getChildren().addAll(narrowing.over(names));
      getChildren().add(choice);
    }
    extras.stream().filter(extra -> !extra.below()).forEach(extra -> getChildren().add(extra.root()));
    for (Option<?> option : options()) {
      Field field = new Field(book, new Edit.Spot(section, name, option.name()), option);
      fields.add(field);
      getChildren().add(field);
    }
    extras.stream().filter(Extra::below).forEach(extra -> getChildren().add(extra.root()));
    show();
  }

  /** A server is offered only what its kind takes. */
  private List<Option<?>> options() {
    return section == Section.RELAY && name.isPresent()
        ? Options.ofTarget(book.value(Edit.Spot.of(section, name.get(), "kind"))) : Options.of(section);
  }

  /** A feed brings its services; a server is known only where a file names it. */
  private String none() {
    return section == Section.RELAY ? "ui.setup.names.relay" : "ui.setup.names.none";
  }

  private void offer() {
    choice.getChildren().setAll(narrowing.of(names, name, one -> one).stream().map(this::name).toList());
  }

  private ToggleButton name(String one) {
    ToggleButton button = new ToggleButton(one);
    button.setId("name-" + one);
    button.setSelected(name.filter(one::equals).isPresent());
    button.setOnAction(e -> {
      name = Optional.of(one);
      fill();
      lookup("#" + button.getId()).requestFocus();
    });
    return button;
  }

  @Override
  public VBox root() {
    return this;
  }

  @Override
  public String sought() {
    return narrowing.typed();
  }

  @Override
  public void seek(String typed) {
    narrowing.type(typed);
  }

  @Override
  public boolean leave() {
    return narrowing.clear();
  }

  @Override
  public void show() {
    fields.forEach(Field::show);
    extras.forEach(extra -> extra.show(name));
  }
}

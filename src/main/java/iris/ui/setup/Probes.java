package iris.ui.setup;

import iris.settings.Options;
import iris.settings.Section;
import iris.settings.edit.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** The addresses that the console checks by itself: one for each feed, beside the neutral one. */
final class Probes extends VBox implements SectionPane.Extra {
  private final List<Field> fields = new ArrayList<>();

  Probes(Workbook book) {
    getStyleClass().add("setup-section");
    Options.of(Section.FEEDS).stream().filter(o -> o.name().equals("probe")).findFirst().ifPresent(probe ->
        book.names(Section.FEEDS, List.of()).forEach(feed -> {
          Field field = new Field(book, Edit.Spot.of(Section.FEEDS, feed, probe.name()), probe);
          field.setId("probe-" + feed);
          fields.add(field);
          getChildren().addAll(Field.wrapping(feed, "pane-title"), field);
        }));
  }

  @Override
  public VBox root() {
    return this;
  }

  @Override
  public boolean below() {
    return true;
  }

  @Override
  public void show(Optional<String> name) {
    fields.forEach(Field::show);
  }
}

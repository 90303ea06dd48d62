package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.ui.theme.Theme;
import iris.ui.walk.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/**
 * What has the focus takes no more room than what has not. A field that grew by two pixels put its neighbours on the next
 * line; pressing the button beside it took the focus away, the button slid back, and the release fell beside it.
 */
class FocusKeepsItsPlaceTest {
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @CsvSource({"/iris/ui/desk/desk.css, desk", "/iris/ui/setup/setup.css, setup", "/iris/ui/shift/shift.css, shift",
      "/iris/ui/classify/classify.css, classify", "/iris/ui/month/month.css, month", "/iris/ui/story/story.css, story-page",
      "/iris/ui/ledger/ledger.css, ledger", "/iris/ui/fallback/fallback.css, fallback", "/iris/ui/acts/services.css, service-form",
      "/iris/ui/charts/charts.css, charts", "/iris/ui/replay/replay.css, replay", "/iris/ui/origin/origin.css, origin"})
  void aControlIsAsLargeWithTheFocusAsWithoutIt(String sheet, String page) throws Exception {
    Patience.onFx(() -> {
      List<Control> controls = controls();
      Scene scene = new Scene(new VBox(styled(page, controls)));
      scene.getRoot().getStyleClass().add("console");
      List<String> sheets = new ArrayList<>(Theme.DARK.sheets());
      for (String each : List.of("/iris/ui/desk/desk.css", "/iris/ui/station/station.css", sheet))
        sheets.add(Objects.requireNonNull(getClass().getResource(each), each).toExternalForm());
      scene.getStylesheets().setAll(sheets);
      List<String> without = sizes(scene, controls);
      controls.forEach(control -> control.pseudoClassStateChanged(FOCUSED, true));
      assertEquals(String.join("\n", without), String.join("\n", sizes(scene, controls)));
      return null;
    });
  }

  private static VBox styled(String page, List<Control> controls) {
    VBox box = new VBox(controls.toArray(Control[]::new));
    box.getStyleClass().add(page);
    return box;
  }

  private static List<Control> controls() {
    return Stream.<Control>of(new Button("Valider"), new ToggleButton("Tout"), new TextField("siv"), new TextArea("un motif"),
        new ChoiceBox<>(FXCollections.observableArrayList("P1")), new ComboBox<>(FXCollections.observableArrayList("P1")),
        new CheckBox("compris"), new MenuButton("Plus"), new ListView<>(FXCollections.observableArrayList("SIV"))).toList();
  }

  private static List<String> sizes(Scene scene, List<Control> controls) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return controls.stream().map(FocusKeepsItsPlaceTest::size).toList();
  }

  private static String size(Control control) {
    Insets kept = control.getInsets();
    return "%s %.2f x %.2f, of it around %.2f and %.2f".formatted(control.getClass().getSimpleName(), control.prefWidth(-1),
        control.prefHeight(-1), kept.getLeft() + kept.getRight(), kept.getTop() + kept.getBottom());
  }
}

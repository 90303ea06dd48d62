package iris.ui.story;

import iris.ui.control.Presence;
import iris.ui.desk.Wish;
import iris.ui.guide.GuideView;
import iris.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One episode: its head, its story, and what can be done. */
final class StoryView extends VBox {
  final ListView<StoryLine> list = new ListView<>();
  final Button acknowledge = new Button();
  final Button comment = new Button();
  final Button copy = new Button();
  final Button guide = new Button();
  final Button replay = new Button();
  final GuideView guidance;
  final TextField typed = new TextField();
  private final Label title = new Label();
  private final Label state = new Label();
  private final FlowPane facts = new FlowPane();
  private final Label notice = new Label();
  final HBox deeds = new HBox(acknowledge, comment, copy, guide, replay);
  private final ScrollPane instruction = new ScrollPane();
  private final HBox form;
  private final Steady<StoryLine> steady = new Steady<>(list, StoryLine::key);
  private @Nullable Facts shown;

  /** @param wishes takes the wish to open a link of the guidance */
  StoryView(Words words, Consumer<Wish> wishes) {
    getStyleClass().add("story");
    guidance = new GuideView(words, wishes);
    instruction.setId("story-guide");
    instruction.getStyleClass().add("story-guide");
    instruction.setContent(guidance);
    instruction.setFitToWidth(true);
    instruction.setMinHeight(0);
    instruction.maxHeightProperty().bind(heightProperty().multiply(0.45));
    title.setId("story-title");
    title.getStyleClass().add("story-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    state.getStyleClass().add("story-state");
    state.setMinWidth(USE_PREF_SIZE);
    HBox first = new HBox(title, state);
    first.getStyleClass().add("story-first");
    first.setAlignment(Pos.BASELINE_LEFT);
    HBox.setHgrow(title, Priority.ALWAYS);
    facts.getStyleClass().add("story-facts");
    facts.setId("story-facts");
    list.setId("story");
    list.setAccessibleText(words.say("ui.story.lines"));
    list.setCellFactory(view -> new LineCell());
    Label nothing = new Label(words.say("ui.story.choose"));
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    VBox.setVgrow(list, Priority.ALWAYS);
    button(acknowledge, "story-acknowledge", "A", words.say("ui.desk.deed.acknowledge"));
    button(comment, "story-comment", "C", words.say("ui.desk.deed.comment"));
    button(copy, "story-copy", "Y", words.say("ui.story.copy"));
    button(guide, "story-guidance", "G", words.say("ui.story.guidance"));
    button(replay, "story-replay", "R", words.say("ui.story.replay"));
    typed.setId("story-typed");
    typed.setPromptText(words.say("ui.story.comment"));
    typed.setAccessibleText(words.say("ui.story.comment"));
    form = new HBox(typed);
    HBox.setHgrow(typed, Priority.ALWAYS);
    deeds.getStyleClass().add("deeds");
    form.getStyleClass().add("form");
    notice.setId("story-notice");
    notice.getStyleClass().add("story-notice");
    notice.setWrapText(true);
    HBox.setHgrow(notice, Priority.ALWAYS);
    StackPane place = new StackPane(deeds, form);
    place.getStyleClass().add("deeds-place");
    getChildren().addAll(first, facts, instruction, list, place, notice);
    asking(false);
    guiding(false);
  }

  private static void button(Button button, String id, String key, String does) {
    button.setId(id);
    button.setText(key + "\u2002" + does);
    button.setMinWidth(USE_PREF_SIZE);
  }

  void show(Facts of) {
    if (of.equals(shown)) return;
    boolean same = shown != null && labels(shown).equals(labels(of));
    shown = of;
    title.setText(of.title());
    state.setText(of.state());
    if (same) {
      for (int i = 0; i < of.facts().size(); i++) ((FactView) facts.getChildren().get(i)).show(of.facts().get(i));
      return;
    }
    facts.getChildren().setAll(of.facts().stream().map(FactView::new).toList());
  }

  private static List<String> labels(Facts of) {
    return of.facts().stream().map(Facts.Fact::label).toList();
  }

  void lines(List<StoryLine> lines) {
    steady.show(lines);
  }

  /** Another story: from its beginning. */
  void turn() {
    list.getItems().clear();
    list.getSelectionModel().clearSelection();
  }

  void able(boolean acknowledges, boolean comments, boolean copies) {
    acknowledge.setDisable(!acknowledges);
    comment.setDisable(!comments);
    copy.setDisable(!copies);
  }

  void notice(String sentence) {
    notice.setText(sentence);
  }

  boolean guiding() {
    return instruction.isVisible();
  }

  /** Shows above the story what to do, or leaves its room to the story. */
  void guiding(boolean yes) {
    Presence.of(instruction, yes);
  }

  boolean asking() {
    return form.isVisible();
  }

  void asking(boolean yes) {
    Presence.of(form, yes);
    Presence.of(deeds, !yes);
    if (yes) typed.requestFocus();
    else typed.clear();
  }

  /** A label over its value. */
  private static final class FactView extends VBox {
    private final Label value = new Label();

    FactView(Facts.Fact fact) {
      Label label = new Label(fact.label());
      label.getStyleClass().add("fact-of");
      value.setWrapText(true);
      label.setLabelFor(value);
      getChildren().addAll(label, value);
      show(fact);
    }

    void show(Facts.Fact fact) {
      if (!fact.value().equals(value.getText())) value.setText(fact.value());
    }
  }
}

package iris.ui.classify;

import iris.alarm.Board;
import iris.alarm.Preview;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a rule would have changed: how many alarms, which announcements, and loudly what it would silence now. */
final class PreviewBox extends VBox {
  private static final int MOST = 12;
  private final Words words;
  private final Label summary = label("preview-summary");
  private final Label loud = label("preview-loud");
  private final CheckBox read;
  private final VBox rows = new VBox();
  private boolean grave;

  PreviewBox(Words words, Runnable changed) {
    this.words = words;
    getStyleClass().add("preview");
    summary.setId("preview-summary");
    loud.setId("preview-loud");
    read = new CheckBox(words.say("ui.classify.preview.understood"));
    read.setId("preview-understood");
    read.setWrapText(true);
    read.setOnAction(e -> changed.run());
    getChildren().addAll(summary, loud, read, rows);
    waiting("");
  }

  /** A sentence in place of a preview. */
  void waiting(String sentence) {
    summary.setText(sentence);
    grave = false;
    rows.getChildren().clear();
    visible();
  }

  /** Whoever silences something has to say that this is meant. */
  boolean accepted() {
    return !grave || read.isSelected();
  }

  void show(Preview p, Board board, Instant now) {
    String from = p.from().map(words.figures()::date).orElse("–");
    String gap = p.gap().map(why -> " " + words.say("ui.classify.preview.gap", words.say(why))).orElse("");
    summary.setText(p.rows().isEmpty() ? words.say("ui.classify.preview.none", p.read(), from) + gap
        : words.say("ui.classify.preview.counts", p.read(), from, p.rows().size(), p.raised(), p.spared(), p.other()) + gap);
    List<Preview.Row> calmed = p.calmed();
    grave = !calmed.isEmpty();
    read.setSelected(false);
    if (grave) loud.setText(words.say("ui.classify.preview.loud", calmed.size(),
        calmed.stream().map(r -> r.before().title()).distinct().limit(3).collect(Collectors.joining(" ; "))));
    Rows say = new Rows(board, now, words);
    List<Label> lines = new ArrayList<>();
    p.rows().stream().limit(MOST).forEach(r -> {
      Label line = label("preview-row");
      line.setText(words.say(r.stands() ? "ui.classify.preview.row-now" : "ui.classify.preview.row",
          words.figures().when(r.at(), now), r.before().title(), say.kind(r.before()), say.kind(r.after())));
      lines.add(line);
    });
    if (p.rows().size() > MOST) {
      Label more = label("preview-row");
      more.setText(words.say("ui.classify.preview.more", p.rows().size() - MOST));
      lines.add(more);
    }
    rows.getChildren().setAll(lines);
    visible();
  }

  private void visible() {
    loud.setVisible(grave);
    loud.setManaged(grave);
    read.setVisible(grave);
    read.setManaged(grave);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}

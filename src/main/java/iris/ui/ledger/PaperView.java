package iris.ui.ledger;

import iris.report.Block;
import iris.report.Block.Table;
import iris.report.Paper;
import iris.report.Tone;
import iris.report.plot.ChartPlot;
import iris.report.plot.StripPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The report on the screen. Drawn anew only when it says something else. */
final class PaperView extends ScrollPane {
  private final VBox page = new VBox();
  private @Nullable Paper shown;

  PaperView() {
    setId("ledger-paper");
    setFitToWidth(true);
    setContent(page);
    getStyleClass().add("ledger-paper");
    page.getStyleClass().add("ledger-page");
  }

  void show(Paper paper) {
    if (paper.equals(shown)) return;
    boolean other = shown == null || !shown.title().equals(paper.title()) || !shown.period().equals(paper.period());
    shown = paper;
    List<Node> nodes = new ArrayList<>();
    nodes.add(words(paper.title(), "ledger-title"));
    nodes.add(words(paper.period(), "ledger-period"));
    for (Block block : paper.blocks()) node(block, nodes);
    page.getChildren().setAll(nodes);
    if (other) setVvalue(0);
  }

  /** Nothing to show, and why; and what leads to where there is something. */
  void say(String sentence, Node... ways) {
    shown = null;
    page.getChildren().setAll(words(sentence, "ledger-sentence"));
    page.getChildren().addAll(ways);
  }

  private static void node(Block block, List<Node> nodes) {
    switch (block) {
      case Block.Heading heading -> nodes.add(words(heading.text(), heading.level() == 1 ? "ledger-part" : "ledger-heading"));
      case Block.Sentence(String text, Tone tone) ->
          nodes.add(words((tone.sign().isEmpty() ? "" : tone.sign() + "\u00a0") + text, "ledger-sentence", style(tone)));
      case Table table -> table(table, nodes);
      case Block.Chart chart -> drawing(chart.caption(), new DrawingView(w -> ChartPlot.of(chart, w), chart.said()), nodes);
      case Block.Strip strip -> drawing(strip.caption(), new DrawingView(w -> StripPlot.of(strip, w), strip.said()), nodes);
      case Block.Rules rules -> {
        int n = 0;
        for (String rule : rules.rules()) nodes.add(words(++n + ".\u2002" + rule, "ledger-rule"));
      }
    }
  }

  private static void drawing(String caption, DrawingView view, List<Node> nodes) {
    nodes.add(words(caption, "ledger-caption"));
    nodes.add(view);
  }

  private static void table(Table table, List<Node> nodes) {
    if (!table.caption().isEmpty()) nodes.add(words(table.caption(), "ledger-caption"));
    GridPane grid = new GridPane();
    grid.getStyleClass().add("ledger-table");
    grid.setAccessibleText(table.caption());
    for (int c = 0; c < table.columns().size(); c++) {
      Table.Column column = table.columns().get(c);
      ColumnConstraints room = new ColumnConstraints();
      room.setHgrow(c == 0 ? Priority.ALWAYS : column.figures() ? Priority.NEVER : Priority.SOMETIMES);
      room.setHalignment(column.figures() ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(room);
      // Of many columns each word has its own line: a figure needs less room than the name of its column.
      boolean many = table.columns().size() > 3 && column.figures();
      grid.add(cell(many ? column.head().replace(' ', '\n') : column.head(), column.figures(), column.figures(), "ledger-head"),
          c, 0);
    }
    for (int r = 0; r < table.rows().size(); r++)
      for (int c = 0; c < table.columns().size(); c++) {
        Table.Cell cell = table.rows().get(r).get(c);
        boolean figures = table.columns().get(c).figures();
        boolean verdict = !cell.signed().equals(cell.text());
        Label label = cell(cell.signed(), figures, figures || verdict, "ledger-cell", style(cell.tone()));
        label.setAccessibleText(table.columns().get(c).head() + " : " + cell.text());
        grid.add(label, c, r + 1);
      }
    nodes.add(grid);
  }

  private static Label cell(String text, boolean figures, boolean whole, String... styles) {
    Label label = words(text, styles);
    label.setMaxHeight(Double.MAX_VALUE);
    // A figure that is broken before its unit is read as another one; "undeci-ded" is no verdict, a long name gives way.
    if (whole) label.setMinWidth(Region.USE_PREF_SIZE);
    if (figures) label.setWrapText(false);
    label.getStyleClass().add(figures ? "ledger-figure" : whole ? "ledger-word" : "ledger-words");
    return label;
  }

  private static String style(Tone tone) {
    return "ledger-" + tone.name().toLowerCase(Locale.ROOT);
  }

  private static Label words(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().addAll(styles);
    return label;
  }
}

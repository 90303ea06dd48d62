package iris.ui.guide;

import iris.ui.guide.Sheet.Entry;
import iris.ui.guide.Sheet.Hand;
import iris.ui.guide.Sheet.Piece;
import iris.ui.guide.Sheet.Span;
import iris.words.Words;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Draws a sheet. What leads somewhere is a link that Tab reaches; what leads nowhere says why. */
final class SheetView {
  private final Words words;
  private final Consumer<URI> open;

  SheetView(Words words, Consumer<URI> open) {
    this.words = words;
    this.open = open;
  }

  List<Node> nodes(List<Piece> pieces) {
    return pieces.stream().map(this::node).toList();
  }

  private Node node(Piece piece) {
    return switch (piece) {
      case Sheet.Heading h -> flow(h.words(), "guide-heading", "guide-heading-" + Math.min(h.level(), 3));
      case Sheet.Paragraph p -> flow(p.words(), "guide-paragraph");
      case Sheet.Listing l -> box("guide-list", l.entries().stream().map(this::entry).toList());
      case Sheet.Quote q -> box("guide-quote", nodes(q.pieces()));
      case Sheet.Verbatim v -> verbatim(v.text());
      case Sheet.Rule _ -> styled(new Region(), "guide-rule");
    };
  }

  private Node entry(Entry e) {
    Label mark = styled(new Label(e.mark()), "guide-mark");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    VBox said = box("guide-entry", nodes(e.pieces()));
    HBox.setHgrow(said, Priority.ALWAYS);
    return styled(new HBox(mark, said), "guide-line");
  }

  private static Label verbatim(String text) {
    Label code = styled(new Label(text), "guide-verbatim");
    code.setWrapText(true);
    code.setMaxWidth(Double.MAX_VALUE);
    return code;
  }

  private TextFlow flow(List<Span> spans, String... styles) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll(styles);
    spans.forEach(span -> span.link().ifPresentOrElse(
        link -> flow.getChildren().addAll(linked(span, link)), () -> flow.getChildren().add(text(span.text(), span.hand()))));
    return flow;
  }

  private List<Node> linked(Span span, Sheet.Link link) {
    return switch (link) {
      case Sheet.Leads leads -> List.of(link(span, leads.to()));
      case Sheet.Refused refused -> List.of(text(span.text(), span.hand()), styled(new Text(
          words.say("ui.guide.refused", refused.written(), words.say(refused.why()))), "guide-refused"));
    };
  }

  private Hyperlink link(Span span, URI to) {
    Hyperlink link = styled(new Hyperlink(span.text()), "guide-link");
    if (span.hand() == Hand.STRONG) link.getStyleClass().add("guide-strong");
    link.setWrapText(true);
    // Nothing is hidden behind words: where it leads is said before it is opened.
    link.setTooltip(new Tooltip(to.toString()));
    link.setAccessibleText(words.say("ui.guide.link", span.text(), to));
    link.setOnAction(e -> open.accept(to));
    // Before the toolkit, which would do it once more where its own links answer to Enter.
    link.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      if (e.getCode() != KeyCode.ENTER) return;
      open.accept(to);
      e.consume();
    });
    return link;
  }

  private static Text text(String words, Hand hand) {
    return styled(new Text(words), switch (hand) {
      case PLAIN -> "guide-text";
      case EMPHASIS -> "guide-emphasis";
      case STRONG -> "guide-strong";
      case CODE -> "guide-code";
    });
  }

  private static VBox box(String style, List<Node> inside) {
    VBox box = styled(new VBox(), style);
    box.getChildren().addAll(inside);
    return box;
  }

  private static <N extends Node> N styled(N node, String style) {
    node.getStyleClass().add(style);
    return node;
  }
}

package iris.ui.guide;

import iris.alarm.Board;
import iris.alarm.Guidance;
import iris.alarm.Guidance.Whose;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Reason;
import iris.ui.alert.Names;
import iris.ui.desk.Wish;
import iris.words.Words;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * What to do and whom to call for one service while somebody is at fault. For every page that has a place for it; on the
 * FX thread. Links are wished of the program, which opens them elsewhere and answers.
 */
public final class GuideView extends VBox {
  private record Shown(String service, String name, Whose whose, Optional<Map.Entry<Whose, String>> text) {}

  private final Words words;
  private final Consumer<Wish> wishes;
  private final Label title = new Label();
  private final Label notice = new Label();
  private final VBox sheet = new VBox();
  @SuppressWarnings("NullAway.Init")
  private Shown shown;

  /** @param wishes takes the wish to open a link: {@code ports.wishes()} */
  public GuideView(Words words, Consumer<Wish> wishes) {
    this.words = words;
    this.wishes = wishes;
    getStyleClass().add("guide");
    getStylesheets().add(Objects.requireNonNull(GuideView.class.getResource("guide.css")).toExternalForm());
    title.getStyleClass().add("guide-title");
    title.setWrapText(true);
    notice.getStyleClass().add("guide-notice");
    notice.setWrapText(true);
    notice.setId("guide-notice");
    sheet.getStyleClass().add("guide-sheet");
    sheet.setId("guide-sheet");
    getChildren().addAll(title, sheet, notice);
    say("");
  }

  /** The guidance that the configuration holds for this service and this fault; drawn anew only when it differs. */
  public void show(Board board, String service, Fault fault) {
    Guidance guidance = board.rules().guidance(service);
    Shown next = new Shown(service, Names.service(board, service), Guidance.whose(fault), guidance.of(fault));
    if (next.equals(shown)) return;
    shown = next;
    say("");
    title.setText(words.say("ui.guide.title." + next.text().map(Map.Entry::getKey).orElse(next.whose()), next.name()));
    sheet.getChildren().clear();
    next.text().map(Map.Entry::getValue).ifPresentOrElse(this::draw, this::nothing);
  }

  private void draw(String markdown) {
    Sheet read = Markdown.read(markdown);
    sheet.getChildren().addAll(new SheetView(words, this::open).nodes(read.pieces()));
    if (read.cut()) say(words.say("ui.guide.cut"));
  }

  /** One sentence that says where to write it. */
  private void nothing() {
    Label none = new Label(words.say("ui.guide.none", shown.name(), shown.service(), option(shown.whose())));
    none.getStyleClass().add("guide-none");
    none.setWrapText(true);
    sheet.getChildren().add(none);
  }

  private static String option(Whose whose) {
    return whose == Whose.ANYBODY ? "default" : whose.name().toLowerCase(Locale.ROOT);
  }

  private void open(URI link) {
    say(words.say("ui.guide.opening", link));
    wishes.accept(new Wish.Open(link, why -> opened(link, why)));
  }

  private void opened(URI link, Optional<Reason> why) {
    say(why.map(w -> words.say("ui.guide.unopened", link, words.say(w))).orElseGet(() -> words.say("ui.guide.opened", link)));
  }

  private void say(String sentence) {
    notice.setText(sentence);
    notice.setVisible(!sentence.isEmpty());
    notice.setManaged(!sentence.isEmpty());
  }
}

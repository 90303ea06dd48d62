package iris.ui.station;

import iris.ui.acts.Signature;
import iris.ui.alert.BannerBar;
import iris.ui.alert.PlayedBar;
import iris.ui.alert.StandingBar;
import iris.ui.control.Presence;
import iris.ui.desk.WindowOptions;
import iris.words.Words;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands where in the workstation's window. */
final class StationView extends BorderPane {
  private static final double FADED = 0.15;

  private final Head head;
  private final BannerBar banner = new BannerBar();
  private final PlayedBar played = new PlayedBar();
  private final StandingBar standing = new StandingBar();
  private final Label strip = new Label();
  private final Label blind = new Label();
  private final Label notice = new Label();
  private final StackPane place = new StackPane();
  private final StackPane help = new StackPane();

  StationView(Words words, WindowOptions options, Rail rail, Signature author) {
    getStyleClass().addAll("console", "station");
    head = new Head(words, author);
    strip.getStyleClass().add("strip");
    strip.setMaxWidth(Double.MAX_VALUE);
    strip.setText(options.strip());
    strip.pseudoClassStateChanged(PseudoClass.getPseudoClass("read-only"), options.readOnly().isPresent());
    Presence.of(strip, !strip.getText().isEmpty());
    blind.getStyleClass().add("blind");
    blind.setWrapText(true);
    notice.setId("station-notice");
    notice.getStyleClass().addAll("notice", "station-notice");
    notice.setMaxWidth(Double.MAX_VALUE);
    place.setMinSize(0, 0);
    help.getStyleClass().add("station-help");
    StackPane middle = new StackPane(place, help, blind);
    middle.setMinSize(0, 0);
    Presence.of(blind, false);
    Presence.of(help, false);
    VBox upper = new VBox(played, strip, head, banner, standing);
    options.elsewhen().ifPresent(time -> {
      getStyleClass().add("elsewhen");
      upper.getChildren().addFirst(time.bar());
    });
    setTop(upper);
    setLeft(rail);
    setCenter(middle);
    setBottom(notice);
  }

  void page(Region root) {
    place.getChildren().setAll(root);
  }

  BannerBar banner() {
    return banner;
  }

  void show(StationModel model) {
    head.show(model.desk().header());
    banner.show(model.desk().banner());
    played.show(model.desk().played());
    standing.show(model.lines());
    blind.setText(model.desk().blind().orElse(""));
    Presence.of(blind, model.desk().blind().isPresent());
    // What nobody vouches for is not shown as if it were current: blind, not quiet.
    place.setOpacity(model.desk().blind().isPresent() ? FADED : 1);
  }

  void notice(String sentence) {
    notice.setText(sentence);
  }

  String notice() {
    return notice.getText();
  }

  boolean helping() {
    return help.isVisible();
  }

  /** Shows this in the place of the page; the supervision above goes on. */
  void help(Region keys) {
    help.getChildren().setAll(keys);
    Presence.of(help, true);
    place.setVisible(false);
  }

  void unhelp() {
    Presence.of(help, false);
    place.setVisible(true);
  }
}

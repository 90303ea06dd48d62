package iris.ui.fallback;

import iris.alarm.Act;
import iris.ui.alert.Names;
import iris.ui.control.Grey;
import iris.ui.desk.Answers;
import iris.ui.desk.Ports;
import iris.ui.guide.GuideView;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The fallbacks: which service has one, how it stands, and the hands to switch it and to come back. */
public final class FallbackPage implements Page {
  private final Ports ports;
  private final Words words;
  private final Answers answers = new Answers();
  private final ListView<String> services = new ListView<>();
  private final GuideView guide;
  private final FallbackView view;
  private final HBox both = new HBox();
  private final Label nothing = new Label();
  private final StackPane root = new StackPane();
  private Optional<Act> sent = Optional.empty();
  private @Nullable Seen seen;
  /** As the cells were drawn last: they are drawn anew only where one differs, not at every showing. */
  private List<String> lines = List.of();

  /** Which way a hand switches. */
  private final class Switch implements HoldButton.Hand {
    private final boolean on;

    private Switch(boolean on) {
      this.on = on;
    }

    @Override
    public boolean begins() {
      if (view.reason.getText().isBlank()) {
        view.notice(words.say("ui.fallback.reason-first"));
        view.reason.requestFocus();
        return false;
      }
      view.notice(words.say("ui.fallback.hold.go-on"));
      return true;
    }

    @Override
    public void done() {
      service().ifPresent(key -> post(
          new Act.SwitchFallback(key, on, ports.author(), view.reason.getText().strip(), view.ticked())));
    }

    @Override
    public void letGo() {
      view.notice(words.say("ui.fallback.hold.early"));
    }
  }

  public FallbackPage(Ports ports, Words words) {
    this.ports = ports;
    this.words = words;
    guide = new GuideView(words, ports.wishes());
    view = new FallbackView(words, new Switch(true), new Switch(false), guide, services::requestFocus);
    view.declareOn.setOnAction(e -> declare(true));
    view.declareOff.setOnAction(e -> declare(false));
    Grey.pressed(view.hands, this::attempted);
    // Before the toolkit, which would do it once more where its own buttons answer to Enter.
    for (Button declare : List.of(view.declareOn, view.declareOff)) declare.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      if (e.getCode() != KeyCode.ENTER) return;
      declare.fire();
      e.consume();
    });
    services.setId("fallbacks");
    services.setAccessibleText(words.say("ui.fallback.services"));
    services.setCellFactory(list -> new ServiceCell());
    services.getSelectionModel().selectedItemProperty().addListener((p, before, now) -> another(before, now));
    ScrollPane scroll = new ScrollPane(view);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("fallback-page");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    services.getStyleClass().add("fallback-services");
    both.getChildren().addAll(services, scroll);
    nothing.setText(words.say("ui.fallback.nothing"));
    nothing.setWrapText(true);
    nothing.getStyleClass().add("fallback-nothing");
    nothing.setId("fallback-nothing");
    root.getStylesheets().addAll(view.getStylesheets());
    root.getChildren().addAll(both, nothing);
  }

  /** Name and state, both in words. */
  private String line(String key) {
    return words.say("ui.fallback.line", Names.service(seen().board(), key),
        FallbackModel.of(seen().board(), key, seen().now(), words).word());
  }

  private final class ServiceCell extends ListCell<String> {
    @Override
    protected void updateItem(String key, boolean empty) {
      super.updateItem(key, empty);
      boolean known = !empty && key != null && seen != null;
      setText(known ? line(key) : null);
      setWrapText(true);
      setPrefWidth(0);
    }
  }

  private Optional<String> service() {
    return Optional.ofNullable(services.getSelectionModel().getSelectedItem());
  }

  /** What was begun for one service is not done to another. */
  private void another(String before, String now) {
    if (now == null || now.equals(before)) return;
    view.clear();
    view.notice("");
    sent = Optional.empty();
    draw();
  }

  private void declare(boolean on) {
    if (view.reason.getText().isBlank()) {
      view.notice(words.say("ui.fallback.reason-first"));
      view.reason.requestFocus();
      return;
    }
    service().ifPresent(key -> post(new Act.Fallback(key, on, ports.author(), view.reason.getText().strip())));
  }

  /**
   * Grey for want of a role: the board refuses it, so that the attempt stands in the journal. Who was given the role
   * since it was drawn has to hold the button like anybody: nothing of production is switched by a click.
   */
  private void attempted(Button grey) {
    if (ports.refuses(Act.SwitchFallback.class).isEmpty()) return;
    String why = view.reason.getText().strip();
    service().ifPresent(key -> post(grey == view.on || grey == view.off
        ? new Act.SwitchFallback(key, grey == view.on, ports.author(), why, view.ticked())
        : new Act.Fallback(key, grey == view.declareOn, ports.author(), why)));
  }

  private void post(Act act) {
    sent = Optional.of(act);
    answers.posted(act);
    ports.acts().accept(act);
  }

  @Override
  public String id() {
    return "fallback";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen now) {
    seen = now;
    List<String> all = FallbackModel.services(now.board());
    if (!all.equals(services.getItems())) {
      Optional<String> chosen = service();
      services.getItems().setAll(all);
      chosen.filter(all::contains).ifPresent(services.getSelectionModel()::select);
    }
    if (service().isEmpty() && !all.isEmpty()) services.getSelectionModel().select(first(all));
    heard(now);
    draw();
  }

  /** The one that wants to be looked at, else the first. */
  private String first(List<String> all) {
    return all.stream().filter(key -> {
      FallbackModel m = FallbackModel.of(seen().board(), key, seen().now(), words);
      return m.urgent() || m.advised().isPresent() || m.running();
    }).findFirst().orElse(all.getFirst());
  }

  private void heard(Seen now) {
    for (Answers.Answer answer : answers.in(now.log())) {
      if (sent.filter(answer.act()::equals).isEmpty()) continue;
      sent = Optional.empty();
      if (answer.refusal().isPresent()) {
        view.notice(words.say("ui.desk.refused", Names.sentence(answer.refusal().get().why(), words)));
      } else {
        view.clear();
        view.notice(words.say(answer.act() instanceof Act.SwitchFallback ? "ui.fallback.ordered" : "ui.fallback.declared"));
      }
    }
  }

  private void draw() {
    boolean some = seen != null && !services.getItems().isEmpty();
    both.setVisible(some);
    nothing.setVisible(!some);
    if (!some) return;
    String key = service().orElseThrow();
    String refused = ports.refuses(Act.SwitchFallback.class).map(words::say).orElse("");
    view.show(FallbackModel.of(seen().board(), key, seen().now(), words), refused);
    var state = seen().board().services().get(key);
    guide.setVisible(state != null);
    guide.setManaged(state != null);
    if (state != null) guide.show(seen().board(), key, state.origin().fault());
    List<String> now = services.getItems().stream().map(this::line).toList();
    if (!now.equals(lines)) services.refresh();
    lines = now;
  }

  @Override
  public int waiting(Seen now) {
    return FallbackModel.waiting(now.board());
  }

  @Override
  public void open(String subject) {
    if (services.getItems().contains(subject)) services.getSelectionModel().select(subject);
  }

  @Override
  public boolean pressed(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown() || services.getItems().isEmpty()) return false;
    switch (e.getCode()) {
      case B -> view.reason.requestFocus();
      case PAGE_UP -> services.getSelectionModel().selectPrevious();
      case PAGE_DOWN -> services.getSelectionModel().selectNext();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key("B", words.say("ui.fallback.keys.reason")),
        new Key(words.say("ui.origin.keys.pages"), words.say("ui.origin.keys.service")),
        new Key(words.say("ui.fallback.keys.hold-key"), words.say("ui.fallback.keys.hold")));
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof FallbackPage page) || page.seen == null) return;
    show(page.seen);
    page.service().ifPresent(services.getSelectionModel()::select);
    view.reason.setText(page.view.reason.getText());
    view.tick(page.view.ticked());
    sent = page.sent;
  }

  private Seen seen() {
    return Objects.requireNonNull(seen, "shown first");
  }
}

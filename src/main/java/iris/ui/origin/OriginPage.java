package iris.ui.origin;

import iris.alarm.Act;
import iris.alarm.Chain;
import iris.alarm.Chain.Part;
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
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whose fault it is: the way from our desk to the external service, the verdict, what both rest on, and what to do. */
public final class OriginPage implements Page {
  private final Ports ports;
  private final Words words;
  private final Says says;
  private final Answers answers = new Answers();
  private final Services services;
  private final Choice verdict = new Choice(() -> choose(Optional.empty()));
  private final ContestView contest;
  private final Drawing drawing;
  private final EvidenceView evidence;
  private final GuideView guide;
  private final Label nothing = new Label();
  private final VBox body = new VBox();
  private final ScrollPane root;
  private Optional<Part> chosen = Optional.empty();
  private @Nullable Seen seen;

  public OriginPage(Ports ports, Words words) {
    this.ports = ports;
    this.words = words;
    says = new Says(words);
    services = new Services(words, this::draw);
    contest = new ContestView(words, says, this::act, ports::author);
    drawing = new Drawing(says, part -> choose(Optional.of(part)));
    evidence = new EvidenceView(words, says);
    guide = new GuideView(words, ports.wishes());
    verdict();
    nothing.setText(words.say("ui.wall.empty"));
    nothing.getStyleClass().add("origin-nothing");
    Beside beside = new Beside(evidence, guide);
    body.getStyleClass().add("origin");
    body.getStylesheets().add(Objects.requireNonNull(OriginPage.class.getResource("origin.css")).toExternalForm());
    body.getChildren().addAll(services, verdict, contest, drawing, beside, nothing);
    root = new ScrollPane(body);
    root.getStyleClass().add("origin-page");
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setFocusTraversable(false);
  }

  private void verdict() {
    verdict.setId("verdict");
    verdict.getStyleClass().add("verdict");
    verdict.setWrapText(true);
    verdict.setMaxWidth(Double.MAX_VALUE);
    verdict.setMinHeight(Region.USE_PREF_SIZE);
  }

  private void choose(Optional<Part> next) {
    chosen = next;
    draw();
  }

  private void act(Act act) {
    answers.posted(act);
    ports.acts().accept(act);
  }

  @Override
  public String id() {
    return "origin";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen now) {
    seen = now;
    answers.in(now.log()).forEach(a -> contest.answered(a.refusal().map(r -> r.why())));
    draw();
  }

  private void draw() {
    if (seen == null) return;
    Optional<Chain> chain = services.show(seen().board()).flatMap(key -> Chain.of(seen().board(), key, seen().now()));
    for (javafx.scene.Node node : body.getChildren()) {
      boolean there = chain.isPresent() == (node != nothing) && (node != contest || chain.isPresent());
      node.setVisible(there);
      node.setManaged(there);
    }
    chain.ifPresent(this::draw);
  }

  private void draw(Chain chain) {
    String said = says.verdict(chain);
    if (!said.equals(verdict.getText())) verdict.setText(said);
    contest.show(chain, seen().now());
    drawing.show(chain, chosen);
    verdict.chosen(chosen.isEmpty());
    evidence.show(chain, chosen, seen().now());
    guide.show(seen().board(), chain.service(), chain.verdict().fault());
  }

  @Override
  public void open(String subject) {
    services.pick(subject);
    draw();
  }

  @Override
  public boolean pressed(KeyEvent key) {
    switch (key.getCode()) {
      case C -> {
        if (key.isShortcutDown() || key.isAltDown() || seen == null || seen.board().services().isEmpty()) return false;
        contest.toggle();
      }
      case PAGE_UP -> services.step(-1);
      case PAGE_DOWN -> services.step(1);
      case ESCAPE -> {
        if (!contest.asking()) return false;
        contest.close();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key("C", words.say("ui.origin.keys.contest")),
        new Key(words.say("ui.origin.keys.pages"), words.say("ui.origin.keys.service")));
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof OriginPage other)) return;
    services.resume(other.services.picked());
    chosen = other.chosen;
    draw();
    other.contest.begun().ifPresent(contest::resume);
  }

  private Seen seen() {
    return Objects.requireNonNull(seen, "shown first");
  }
}

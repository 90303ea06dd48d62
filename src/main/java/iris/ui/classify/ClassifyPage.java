package iris.ui.classify;

import iris.alarm.Act;
import iris.alarm.Transition;
import iris.alarm.Unclear;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What no rule decides, and the rules that people make: announcements at the left, the form and its preview beside. */
public final class ClassifyPage implements Page {
  private final Ports ports;
  private final Words words;
  private final Door door = Door.screen();
  private final BorderPane root = new BorderPane();
  private final RowList items;
  private final RowList rules;
  private final ItemPane item;
  private final RulePane rule;
  private final ToggleButton toItems = new ToggleButton();
  private final ToggleButton toRules = new ToggleButton();
  private Optional<Act> waiting = Optional.empty();
  private Optional<String> wish = Optional.empty();
  private Seen last;

  public ClassifyPage(Ports ports, Words words, Trial trial) {
    this.ports = ports;
    this.words = words;
    root.getStyleClass().addAll("page", "classify");
    root.getStylesheets().add(
        Objects.requireNonNull(ClassifyPage.class.getResource("classify.css")).toExternalForm());
    items = new RowList("classify-items", words.say("ui.classify.none"), chosen -> again());
    rules = new RowList("classify-rules", words.say("ui.classify.rules.none"), chosen -> again());
    item = new ItemPane(ports, words, trial, door, this::post);
    rule = new RulePane(ports, words, this::post);
    ToggleGroup group = new ToggleGroup();
    tab(toItems, "classify-to-items", group);
    tab(toRules, "classify-to-rules", group);
    HBox tabs = new HBox(toItems, toRules);
    tabs.getStyleClass().add("classify-tabs");
    StackPane lists = new StackPane(items, rules);
    VBox.setVgrow(lists, Priority.ALWAYS);
    VBox left = new VBox(tabs, lists);
    left.getStyleClass().add("classify-left");
    root.setLeft(left);
    root.setCenter(new StackPane(item, rule));
    onRules(false);
  }

  private void tab(ToggleButton tab, String id, ToggleGroup group) {
    tab.setId(id);
    tab.setToggleGroup(group);
    tab.setOnAction(e -> onRules(tab == toRules));
  }

  private void onRules(boolean yes) {
    toItems.setSelected(!yes);
    toRules.setSelected(yes);
    for (Node node : List.of(rules, rule)) node.setVisible(yes);
    for (Node node : List.of(items, item)) node.setVisible(!yes);
    if (last != null) show(last);
  }

  private boolean onRules() {
    return toRules.isSelected();
  }

  @Override
  public String id() {
    return "classify";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public int waiting(Seen seen) {
    return (int) Unclear.of(seen.board()).stream().filter(Unclear::waits).count();
  }

  @Override
  public void show(Seen seen) {
    last = seen;
    answered();
    Rows rows = rows();
    List<Rows.Item> all = rows.items();
    items.show(all.stream().map(Rows.Item::row).toList());
    List<Rows.Ruled> made = rows.rules();
    rules.show(made.stream().map(Rows.Ruled::row).toList());
    toItems.setText(words.say("ui.classify.tab.items", all.stream().filter(i -> i.row().waits()).count()));
    toRules.setText(words.say("ui.classify.tab.rules", seen.board().rulings().standing().count()));
    grant(all);
    if (items.chosen().isEmpty() && !all.isEmpty()) items.choose(all.getFirst().row().key());
    if (rules.chosen().isEmpty() && !made.isEmpty()) rules.choose(made.getFirst().row().key());
    again();
  }

  private Rows rows() {
    return new Rows(last.board(), last.now().wall(), words);
  }

  private void again() {
    if (last == null) return;
    Rows rows = rows();
    item.show(rows.items().stream().filter(i -> items.chosen().equals(Optional.of(i.row().key()))).findFirst()
        .map(Rows.Item::unclear), rows);
    rule.show(rules.chosen().flatMap(last.board().rulings()::find), rows);
  }

  /** The announcement of a service that somebody wants to see here: what waits before what is decided. */
  private void grant(List<Rows.Item> all) {
    wish.flatMap(of -> all.stream().filter(i -> i.unclear().service().equals(of) || i.unclear().feed().equals(of))
        .findFirst()).ifPresent(i -> {
          wish = Optional.empty();
          items.choose(i.row().key());
        });
  }

  @Override
  public void open(String subject) {
    wish = Optional.of(subject);
    onRules(false);
  }

  private void post(Act act) {
    waiting = Optional.of(act);
    ports.acts().accept(act);
  }

  /** The board came back: what was done is done, and a refusal leaves the words as they are. */
  private void answered() {
    for (Transition t : last.log().newestFirst()) {
      if (waiting.isEmpty()) return;
      if (t instanceof Transition.Acted acted && waiting.get().equals(acted.act())) {
        waiting = Optional.empty();
        item.done();
        rule.done();
        (onRules() ? rules : items).requestFocus();
      } else if (t instanceof Transition.Refused refused && waiting.get().equals(refused.act())) {
        waiting = Optional.empty();
      }
    }
  }

  @Override
  public boolean pressed(KeyEvent key) {
    boolean typing = root.getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl;
    if (key.getCode() == KeyCode.ESCAPE && typing) {
      (onRules() ? rules : items).requestFocus();
      return true;
    }
    boolean inList = items.isFocused() || rules.isFocused();
    switch (key.getCode()) {
      case A -> onRules(false);
      case R -> onRules(true);
      case E -> edit();
      case ENTER -> {
        if (!inList) return false;
        edit();
      }
      case X -> {
        if (onRules()) rule.explain();
        else item.explain();
      }
      default -> {
        return false;
      }
    }
    if (key.getCode() == KeyCode.A || key.getCode() == KeyCode.R) (onRules() ? rules : items).requestFocus();
    return true;
  }

  private void edit() {
    if (onRules()) rule.explain();
    else item.write();
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key("A", words.say("ui.classify.keys.items")), new Key("R", words.say("ui.classify.keys.rules")),
        new Key("E", words.say("ui.classify.keys.edit")), new Key("X", words.say("ui.classify.keys.reason")));
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof ClassifyPage page) || page.last == null) return;
    onRules(page.onRules());
    show(page.last);
    page.items.chosen().ifPresent(items::choose);
    page.rules.chosen().ifPresent(rules::choose);
  }

  @Override
  public void close() {
    door.close();
  }
}

package iris.ui.station;

import iris.ui.acts.Signature;
import iris.ui.alert.Sign;
import iris.ui.desk.Counters;
import iris.ui.desk.HeaderModel;
import iris.words.Words;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The strip above all pages. Every place is always there, so that nothing moves when a word changes. */
final class Head extends VBox {
  private static final PseudoClass ABNORMAL = PseudoClass.getPseudoClass("abnormal");

  private final Words words;
  private final Sign sign = new Sign();
  private final Label state = label("state", "state-word");
  private final Label where = label("where", "state-where");
  private final Label unacked = label("unacked", "count");
  private final Label acked = label("acked", "count");
  private final Label shelved = label("shelved", "count");
  private final Label maintained = label("maintained", "count");
  private final Label out = label("out", "count");
  private final Label newest = label("newest", "fact-short");
  private final Label sound = label("sound", "fact-short");
  private final Signature author;
  private final Label clock = label("clock", "clock");

  Head(Words words, Signature author) {
    this.words = words;
    this.author = author;
    getStyleClass().addAll("station-head");
    HBox signPlace = new HBox(sign);
    signPlace.getStyleClass().add("header-sign");
    VBox said = new VBox(state, where);
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox counters = new HBox(counter(unacked, "unacked"), counter(acked, "acked"), counter(shelved, "shelved"),
        counter(maintained, "maintenance"), counter(out, "out"));
    counters.getStyleClass().add("counters");
    HBox facts = new HBox(fact(newest, "ui.desk.label.newest"), fact(sound, "ui.desk.label.sound"),
        fact(author, "ui.station.author"));
    facts.getStyleClass().add("station-facts");
    clock.setMinWidth(USE_PREF_SIZE);
    HBox first = new HBox(signPlace, said, counters, clock);
    first.getStyleClass().add("header-first");
    getChildren().addAll(first, facts);
  }

  private static Label label(String id, String style) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    return label;
  }

  private Node counter(Label count, String what) {
    VBox counter = new VBox(count, label("of-" + what, "count-of"));
    ((Label) counter.getChildren().getLast()).setText(words.say("ui.desk.count." + what));
    counter.getStyleClass().add("counter");
    counter.setMinWidth(USE_PREF_SIZE);
    return counter;
  }

  private Node fact(Node value, String caption) {
    Label of = new Label(words.say(caption));
    of.getStyleClass().add("fact-of");
    of.setMinWidth(USE_PREF_SIZE);
    of.setLabelFor(value);
    HBox fact = new HBox(of, value);
    fact.getStyleClass().add("station-fact");
    return fact;
  }

  void show(HeaderModel model) {
    sign.show(model.overall().state());
    put(state, model.overall().word());
    put(where, model.overall().where());
    put(clock, model.clock());
    show(model.counters());
    put(newest, model.ages().newest());
    newest.pseudoClassStateChanged(ABNORMAL, model.ages().stale());
    put(sound, model.sound().text());
    sound.pseudoClassStateChanged(ABNORMAL, model.sound().abnormal());
    author.show();
  }

  private void show(Counters counters) {
    count(unacked, counters.unacked());
    count(acked, counters.acked());
    count(shelved, counters.shelved());
    count(maintained, counters.maintenance());
    count(out, counters.outOfService());
  }

  private void count(Label label, int n) {
    put(label, Integer.toString(n));
    label.pseudoClassStateChanged(ABNORMAL, n > 0);
    Label of = (Label) label.getParent().getChildrenUnmodifiable().getLast();
    label.setAccessibleText(of.getText() + ", " + n);
  }

  /** Only what differs: an equal text that is set anew costs a layout all the same. */
  private static void put(Label label, String text) {
    if (!text.equals(label.getText())) label.setText(text);
  }
}

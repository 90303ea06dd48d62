package iris.ui.origin;

import iris.alarm.Chain;
import iris.alarm.Chain.Part;
import iris.alarm.Chain.Proof;
import iris.alarm.Now;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a part, or the verdict, rests on. */
final class EvidenceView extends VBox {
  /** One line to be drawn: a heading, or a proof. */
  private sealed interface Line {}

  private record Head(String text) implements Line {}

  private record Row(String before, Proof proof) implements Line {}

  private final Words words;
  private final Says says;
  private final Label title = new Label();
  private final VBox lines = new VBox();

  EvidenceView(Words words, Says says) {
    this.words = words;
    this.says = says;
    getStyleClass().add("evidence");
    setId("evidence");
    title.setId("evidence-title");
    title.getStyleClass().add("evidence-title");
    title.setWrapText(true);
    lines.getStyleClass().add("evidence-lines");
    getChildren().addAll(title, lines);
  }

  /** @param chosen empty: the verdict */
  void show(Chain chain, Optional<Part> chosen, Now now) {
    PartView.put(title, chosen.map(p -> words.say("ui.origin.rests", says.name(chain, p), says.light(chain.lamp(p).light())))
        .orElseGet(() -> words.say("ui.origin.rests-verdict")));
    draw(chosen.map(p -> part(chain, p)).orElseGet(() -> verdict(chain)), now);
  }

  private static List<Line> part(Chain chain, Part part) {
    return chain.lamp(part).proofs().stream().<Line>map(p -> new Row("", p)).toList();
  }

  private List<Line> verdict(Chain chain) {
    List<Line> all = new ArrayList<>();
    all.add(new Head(words.say("ui.origin.for")));
    weighed(chain, false, all);
    all.add(new Head(words.say("ui.origin.against")));
    weighed(chain, true, all);
    return all;
  }

  private void weighed(Chain chain, boolean against, List<Line> all) {
    int before = all.size();
    chain.weighed().stream().filter(w -> w.against() == against)
        .forEach(w -> all.add(new Row(says.name(chain, w.part()), w.proof())));
    if (all.size() == before) all.add(new Head(words.say("ui.origin.none")));
  }

  /** Rows that are there are written anew: who reads or listens keeps the place. */
  private void draw(List<Line> next, Now now) {
    List<Node> there = lines.getChildren();
    if (!sameKinds(next, there)) there.clear();
    for (int i = 0; i < next.size(); i++) {
      if (i == there.size()) there.add(next.get(i) instanceof Head ? head() : new ProofView());
      switch (next.get(i)) {
        case Head(String text) -> {
          PartView.put((Label) there.get(i), text);
          there.get(i).pseudoClassStateChanged(NOTHING, text.equals(words.say("ui.origin.none")));
        }
        case Row(String before, Proof proof) -> ((ProofView) there.get(i)).show(proof, before, says, now);
      }
    }
  }

  private static final javafx.css.PseudoClass NOTHING = javafx.css.PseudoClass.getPseudoClass("nothing");

  private static boolean sameKinds(List<Line> next, List<Node> there) {
    if (next.size() != there.size()) return false;
    for (int i = 0; i < next.size(); i++) if (next.get(i) instanceof Head != there.get(i) instanceof Label) return false;
    return true;
  }

  private static Label head() {
    Label head = new Label();
    head.getStyleClass().add("evidence-head");
    head.setWrapText(true);
    return head;
  }
}

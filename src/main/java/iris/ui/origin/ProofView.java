package iris.ui.origin;

import iris.alarm.Chain.Light;
import iris.alarm.Chain.Proof;
import iris.alarm.Now;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One piece of evidence: its sign, its sentence, its time, its details. */
final class ProofView extends HBox {
  private final LightSign sign = new LightSign();
  private final Label sentence = new Label();
  private final Label more = new Label();
  private final Label when = new Label();

  ProofView() {
    getStyleClass().add("proof");
    setFillHeight(false);
    sentence.getStyleClass().add("proof-sentence");
    more.getStyleClass().add("proof-more");
    when.getStyleClass().add("proof-more");
    for (Label l : new Label[] {sentence, more, when}) l.setWrapText(true);
    VBox said = new VBox(sentence, more, when);
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    getChildren().addAll(sign, said);
  }

  /** @param before what stands before the sentence: the part that it is about; may be empty */
  void show(Proof proof, String before, Says says, Now now) {
    sign.show(proof.fresh() ? proof.says() : Light.NOT_MEASURED);
    put(sentence, before.isEmpty() ? says.sentence(proof) : before + "\u00a0\u00b7 " + says.sentence(proof));
    put(more, says.more(proof));
    put(when, says.when(proof, now));
  }

  private static void put(Label label, String text) {
    PartView.put(label, text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}

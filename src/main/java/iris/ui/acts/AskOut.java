package iris.ui.acts;

import iris.alarm.Act;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** Asks until when a service is out of service; nothing written is until it is taken back. */
final class AskOut implements Asking {
  private final Words words;
  private final TextField until;
  private final List<Node> fields;

  AskOut(Words words, Runnable changed) {
    this.words = words;
    until = Fields.text("out-until", 14, words.say("ui.services.form.open-end"));
    until.textProperty().addListener((p, before, after) -> changed.run());
    fields = List.of(Fields.named(words.say("ui.services.form.out-until"), until));
  }

  @Override
  public String title() {
    return "ui.services.form.out";
  }

  @Override
  public List<Node> fields() {
    return fields;
  }

  @Override
  public void open(Instant now) {
    until.clear();
  }

  @Override
  public Answer answer(String service, String name, Instant now) {
    ZoneId zone = words.figures().zone();
    if (until.getText().isBlank())
      return new Answer(words.say("ui.services.preview.out", name), Optional.of((by, why) ->
          new Act.OutOfService(service, true, by, why, Optional.empty())));
    return switch (Plan.moment(until.getText(), zone, now)) {
      case Planned.Wrong(var why) -> new Answer(Names.sentence(why, words), Optional.empty());
      case Planned.Ready(Instant from, Instant to, var in, var one, var two, var notes) -> new Answer(
          words.say("ui.services.preview.out-until", name, new Moments(words).said(to, zone)),
          Optional.of((by, why) -> new Act.OutOfService(service, true, by, why, Optional.of(to))));
    };
  }

  void resume(AskOut before) {
    until.setText(before.until.getText());
  }
}

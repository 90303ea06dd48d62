package iris.ui.acts;

import iris.alarm.Act;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Asks for a maintenance: day and time of the begin, how long or until when, and by the clock of which place. */
final class AskPlan implements Asking {
  /** Where French registrations are dealt with; any other zone is typed. */
  private static final List<String> ZONES = List.of("Europe/Paris", "UTC", "America/Guadeloupe", "America/Martinique",
      "America/Cayenne", "Indian/Reunion", "Indian/Mayotte", "Pacific/Noumea", "Pacific/Tahiti");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final Duration STEP = Duration.ofMinutes(5);

  private final Words words;
  private final TextField day;
  private final TextField start = Fields.text("start", 5, "01:30");
  private final ToggleButton lasting;
  private final ToggleButton until;
  private final TextField end = Fields.text("end", 7, "");
  private final TextField zone = Fields.text("zone", 12, "Europe/Paris");
  private final CheckBox laterStart;
  private final CheckBox laterEnd;
  private final List<Node> fields;

  AskPlan(Words words, Runnable changed) {
    this.words = words;
    day = Fields.text("day", 8, words.say("ui.services.form.today"));
    ToggleGroup one = new ToggleGroup();
    lasting = Fields.choice("lasting", words.say("ui.services.form.lasting"), one, true);
    until = Fields.choice("until", words.say("ui.services.form.until"), one, false);
    laterStart = later("later-start", "ui.services.form.later-start");
    laterEnd = later("later-end", "ui.services.form.later-end");
    HBox begin = Fields.named(words.say("ui.services.form.begin"), day);
    begin.getChildren().add(start);
    start.setAccessibleText(words.say("ui.services.form.time"));
    HBox how = new HBox(lasting, until, end);
    how.getStyleClass().add("field");
    end.setAccessibleText(words.say("ui.services.form.end"));
    fields = List.of(begin, laterStart, how, laterEnd, place());
    Stream.of(day, start, end, zone)
        .forEach(field -> field.textProperty().addListener((p, before, after) -> changed.run()));
    Stream.of(laterStart, laterEnd)
        .forEach(box -> box.selectedProperty().addListener((p, before, after) -> changed.run()));
    one.selectedToggleProperty().addListener((p, before, after) -> {
      end.setPromptText(lasting.isSelected() ? "4h" : "05:30");
      changed.run();
    });
  }

  /** A field to type in, for no letter of it may be a key of the window; beside it what is mostly meant. */
  private HBox place() {
    MenuButton usual = new MenuButton();
    usual.setId("zones");
    usual.setAccessibleText(words.say("ui.services.form.zones"));
    Stream.concat(Stream.of(words.figures().zone().getId()), ZONES.stream()).distinct().forEach(id -> {
      MenuItem item = new MenuItem(id);
      item.setOnAction(e -> zone.setText(id));
      usual.getItems().add(item);
    });
    HBox place = Fields.named(words.say("ui.services.form.zone"), zone);
    place.getChildren().add(usual);
    return place;
  }

  private CheckBox later(String id, String key) {
    CheckBox box = new CheckBox(words.say(key));
    box.setId(id);
    return box;
  }

  @Override
  public String title() {
    return "ui.services.form.maintenance";
  }

  @Override
  public List<Node> fields() {
    return fields;
  }

  /** Proposes an hour from the next five minutes on, by the clock of this desk. */
  @Override
  public void open(Instant now) {
    long step = STEP.toSeconds();
    Instant next = Instant.ofEpochSecond(Math.ceilDiv(now.getEpochSecond(), step) * step);
    LocalDateTime local = next.atZone(words.figures().zone()).toLocalDateTime();
    zone.setText(words.figures().zone().getId());
    day.setText(DAY.format(local));
    start.setText(TIME.format(local));
    lasting.setSelected(true);
    end.setText("1h");
    laterStart.setSelected(false);
    laterEnd.setSelected(false);
  }

  Plan plan() {
    return new Plan(day.getText(), start.getText(), lasting.isSelected(), end.getText(), zone.getText(),
        laterStart.isSelected(), laterEnd.isSelected());
  }

  @Override
  public Answer answer(String service, String name, Instant now) {
    return switch (plan().at(now)) {
      case Planned.Wrong(var why) -> {
        doubled(laterStart.isSelected(), laterEnd.isSelected());
        yield new Answer(Names.sentence(why, words), Optional.empty());
      }
      case Planned.Ready ready -> {
        doubled(ready.startDoubled(), ready.endDoubled());
        Moments moments = new Moments(words);
        String sentence = words.say("ui.services.preview", name, moments.span(ready.from(), ready.to(), ready.zone()));
        String notes = ready.notes().stream().map(words::say).collect(Collectors.joining(" "));
        String here = moments.here(ready.from(), ready.to(), ready.zone());
        yield new Answer(Stream.of(sentence, notes, here).filter(s -> !s.isEmpty()).collect(Collectors.joining(" ")),
            Optional.of((by, why) -> new Act.Maintain(service, by, why, ready.from(), ready.to())));
      }
    };
  }

  /** Which of two is asked only where there are two. */
  private void doubled(boolean begin, boolean last) {
    Fields.visible(laterStart, begin);
    Fields.visible(laterEnd, last);
  }

  /** Goes on with what was written in another language. */
  void resume(AskPlan before) {
    day.setText(before.day.getText());
    start.setText(before.start.getText());
    zone.setText(before.zone.getText());
    (before.lasting.isSelected() ? lasting : until).setSelected(true);
    end.setText(before.end.getText());
    laterStart.setSelected(before.laterStart.isSelected());
    laterEnd.setSelected(before.laterEnd.isSelected());
  }
}

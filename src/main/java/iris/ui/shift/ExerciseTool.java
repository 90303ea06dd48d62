package iris.ui.shift;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Exercise;
import iris.ui.alert.Names;
import iris.ui.control.Named;
import iris.ui.desk.Ports;
import iris.ui.page.Seen;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Starts and stops a played outage, and says how the last ones went. */
final class ExerciseTool implements Tool {
  private final Ports ports;
  private final Words words;
  private final VBox root = new VBox();
  final ChoiceBox<String> services = new ChoiceBox<>();
  private final Button start;
  private final Button stop;
  private final Label state = Nodes.words("", "ask");
  private final VBox results = new VBox();
  private List<Exercise.Result> shown = List.of();
  private Board board;

  ExerciseTool(Ports ports, Words words) {
    this.ports = ports;
    this.words = words;
    board = ports.board().get();
    services.setId("shift-exercise-service");
    services.setAccessibleText(words.say("ui.shift.exercise.of"));
    services.setConverter(Named.by(key -> Names.played(board, key, words)));
    start = Nodes.button("shift-exercise-start", words.say("ui.shift.exercise.start"), this::start);
    stop = Nodes.button("shift-exercise-stop", words.say("ui.shift.exercise.stop"), this::stop);
    state.setId("shift-exercise-state");
    root.getStyleClass().add("shift-tool");
    root.getChildren().addAll(Nodes.words(words.say("ui.shift.exercise.what"), "row-why"),
        Nodes.words(words.say("ui.shift.exercise.of"), "ask"), Nodes.row(services, start, stop), state, results);
  }

  private void start() {
    Optional<String> service = Optional.ofNullable(services.getValue()).filter(s -> !s.equals(Exercise.ALL));
    ports.acts().accept(new Act.StartExercise(service, ports.author()));
  }

  private void stop() {
    ports.acts().accept(new Act.StopExercise(ports.author()));
  }

  @Override
  public Kind kind() {
    return Kind.EXERCISE;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen seen, Sheet sheet) {
    board = seen.board();
    List<String> keys = new ArrayList<>(List.of(Exercise.ALL));
    keys.addAll(board.services().keySet());
    if (!keys.equals(services.getItems())) {
      String before = services.getValue();
      services.getItems().setAll(keys);
      services.setValue(keys.contains(before) ? before : Exercise.ALL);
    }
    Optional<Exercise> runs = board.shift().exercise();
    Nodes.show(start, runs.isEmpty());
    Nodes.show(stop, runs.isPresent());
    services.setDisable(runs.isPresent());
    runs.map(Exercise::subject).filter(s -> !s.equals(services.getValue())).ifPresent(services::setValue);
    Nodes.put(state, runs.map(e -> running(e, seen)).orElse(""));
    results(seen);
  }

  private String running(Exercise e, Seen seen) {
    return e.taken().map(t -> words.say("ui.shift.exercise.taken", t.by(),
            words.figures().age(t.at().mono().minus(e.started().mono()))))
        .orElseGet(() -> words.say("ui.shift.exercise.runs",
            words.figures().age(seen.now().mono().minus(e.started().mono()))));
  }

  private void results(Seen seen) {
    if (seen.board().shift().exercises() == shown) return;
    shown = seen.board().shift().exercises();
    Happened happened = new Happened(Handover.of(seen.board(), seen.now()), seen.board(), words);
    List<String> lines = seen.board().shift().exercises().reversed().stream().limit(5).map(happened::exercise).toList();
    results.getChildren().setAll(lines.stream().map(l -> Nodes.words(l, "row-why")).toList());
  }

  @Override
  public void opened() {
    if (stop.isVisible()) stop.requestFocus();
    else services.requestFocus();
  }
}

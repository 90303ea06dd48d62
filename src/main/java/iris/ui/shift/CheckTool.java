package iris.ui.shift;

import iris.alarm.Act.Checked.Finding;
import iris.notify.Pattern;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.ui.page.Seen;
import iris.words.Words;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The check at the start of a shift: one touch begins it, one answers each question; what the machine knows it says. */
final class CheckTool implements Tool {
  /** The longest pattern lasts under three seconds. */
  private static final Duration APART = Duration.ofMillis(3200);

  private final Ports ports;
  private final Words words;
  private final Trials trials;
  private final Door door = Door.screen();
  private final VBox root = new VBox();
  private final Label last = Nodes.words("", "ask");
  private final Label question = Nodes.words("", "shift-question");
  private final Label answer = Nodes.words("", "row-why");
  private final Region shapes;
  private final Button begin;
  private final Button yes;
  private final Button no;
  private final Button again;
  private Optional<Checkup> checkup = Optional.empty();
  private Optional<Report.Health> heard = Optional.empty();
  /** Sounds of an earlier question are not for the present one. */
  private int round;

  CheckTool(Ports ports, Words words, Trials trials) {
    this.ports = ports;
    this.words = words;
    this.trials = trials;
    shapes = new Shapes(words);
    begin = Nodes.button("shift-check", words.say("ui.shift.check.begin"), this::begin);
    yes = Nodes.button("shift-check-yes", "", () -> found(Finding.WELL, Reason.of("ui.shift.check.confirmed")));
    no = Nodes.button("shift-check-no", "", () -> found(Finding.ILL, why()));
    again = Nodes.button("shift-check-again", words.say("ui.shift.check.again"), this::ask);
    last.setId("shift-check-last");
    question.setId("shift-check-question");
    answer.setId("shift-check-answer");
    root.getStyleClass().add("shift-tool");
    root.getChildren().addAll(last, Nodes.row(begin), question, shapes, answer, Nodes.row(yes, no, again));
    ask();
  }

  private void begin() {
    checkup = Optional.of(Checkup.BEGUN);
    ask();
  }

  private Optional<Checkup.Step> step() {
    return checkup.flatMap(Checkup::step);
  }

  /** What the machine says against itself, else that a person did not perceive it. */
  private Reason why() {
    return heard.filter(h -> !h.well()).map(Report.Health::why).orElse(Reason.of("ui.shift.check.denied"));
  }

  private void found(Finding finding, Reason why) {
    if (step().isEmpty()) return;
    // The machine's own word that it cannot is not outvoted by a hand that presses on.
    boolean ill = heard.filter(h -> !h.well()).isPresent();
    checkup = checkup.map(c -> c.with(ill ? Finding.ILL : finding, ill ? why() : why));
    if (step().isEmpty()) {
      ports.acts().accept(checkup.orElseThrow().act(ports.author()));
      checkup = Optional.empty();
    }
    ask();
  }

  private void ask() {
    round++;
    heard = Optional.empty();
    Optional<Checkup.Step> step = step();
    Nodes.show(begin, step.isEmpty());
    Nodes.show(shapes, step.equals(Optional.of(Checkup.Step.SCREEN)));
    for (Region r : new Region[] {question, answer, yes, no}) Nodes.show(r, step.isPresent());
    Nodes.show(again, step.filter(s -> s != Checkup.Step.SCREEN).isPresent());
    answer.setText("");
    if (step.isEmpty()) {
      begin.requestFocus();
      return;
    }
    String key = "ui.shift.check." + step.get().name().toLowerCase(java.util.Locale.ROOT);
    question.setText(words.say(key));
    yes.setText(words.say(key + ".yes"));
    no.setText(words.say(key + ".no"));
    if (step.get() == Checkup.Step.SOUND) sound(0, round);
    if (step.get() == Checkup.Step.TOAST) toast(round);
    yes.requestFocus();
  }

  private void sound(int n, int of) {
    if (of != round || n >= Pattern.values().length) return;
    Pattern pattern = Pattern.values()[n];
    trials.sound(pattern);
    answer.setText(words.say("ui.shift.check.sound." + pattern));
    door.after(APART, () -> sound(n + 1, of));
  }

  private void toast(int of) {
    answer.setText(words.say("ui.shift.check.toast.waiting"));
    trials.toast(health -> door.post(() -> {
      if (of != round) return;
      heard = Optional.of(health);
      answer.setText(words.say(health.why()));
    }));
  }

  /** The device is watched by itself: what it says is said here, and counts. */
  private void device(Seen seen) {
    Report.Health sound = seen.board().health().get("sound");
    boolean mute = sound != null && sound.why().key().equals("notify.sound.muted");
    if (sound == null || sound.well() && !mute) {
      heard = Optional.empty();
      return;
    }
    heard = Optional.of(new Report.Health("sound", false, sound.why()));
    Nodes.put(answer, words.say("ui.shift.check.sound.none", words.say(sound.why())));
  }

  @Override
  public Kind kind() {
    return Kind.CHECK;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen seen, Sheet sheet) {
    if (step().equals(Optional.of(Checkup.Step.SOUND))) device(seen);
    Nodes.put(last, Remind.check(seen.board().shift(), seen.now().wall(), words));
  }

  @Override
  public void opened() {
    if (step().isEmpty()) begin();
    else yes.requestFocus();
  }

  /** Leaves a check that was begun: nothing is recorded that was not looked at to its end. True if there was one. */
  boolean leave() {
    if (checkup.isEmpty()) return false;
    checkup = Optional.empty();
    ask();
    return true;
  }

  @Override
  public void close() {
    round++;
    door.close();
  }
}

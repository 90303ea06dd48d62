package iris.ui.story;

import iris.alarm.Act;
import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.history.story.Episode;
import iris.history.story.Story;
import iris.signal.Reason;
import iris.ui.control.Grey;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.words.Words;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** What can be done with the story that is told. What the board says to it stands in the window. */
final class StoryDeeds {
  private static final Duration BEFORE = Duration.ofMinutes(2);

  private final Ports ports;
  private final Words words;
  private final StoryView view;
  private final Supplier<Optional<Story>> story;

  StoryDeeds(Ports ports, Words words, StoryView view, Supplier<Optional<Story>> story) {
    this.ports = ports;
    this.words = words;
    this.view = view;
    this.story = story;
    view.acknowledge.setOnAction(e -> acknowledge());
    view.comment.setOnAction(e -> comment());
    view.copy.setOnAction(e -> copy());
    view.guide.setOnAction(e -> view.guiding(!view.guiding()));
    view.replay.setOnAction(e -> replay());
    view.typed.setOnAction(e -> submit());
    Grey.pressed(view.deeds, this::attempted);
    none();
  }

  /** There is no story. */
  void none() {
    view.able(false, false, false);
    view.guide.setDisable(true);
    view.replay.setDisable(true);
  }

  /** What is possible now. */
  void refresh() {
    Board board = ports.board().get();
    Episode e = story.get().orElseThrow().episode();
    Optional<Alarm> alarm = alarm();
    view.able(alarm.map(a -> a.state().unacked()).orElse(false) && ports.refuses(Act.Acknowledge.class).isEmpty(),
        alarm.isPresent() && ports.refuses(Act.Comment.class).isEmpty(), true);
    view.replay.setDisable(false);
    boolean service = board.services().containsKey(e.alarm().subject());
    view.guide.setDisable(!service);
    if (service) view.guidance.show(board, e.alarm().subject(), Facts.fault(e, board));
    else view.guiding(false);
  }

  /** The alarm of the story that is told, as it stands now. */
  private Optional<Alarm> alarm() {
    return story.get().flatMap(s -> Facts.alarm(s.episode(), ports.board().get()));
  }

  void acknowledge() {
    Optional<Alarm> alarm = alarm();
    if (alarm.isEmpty()) view.notice(words.say("ui.story.past"));
    else if (!alarm.get().state().unacked()) view.notice(words.say("ui.desk.deed.idle"));
    else ports.acts().accept(new Act.Acknowledge(alarm.get().key(), ports.author(), ""));
  }

  void comment() {
    Optional<Alarm> alarm = alarm();
    view.notice(alarm.isPresent() ? "" : words.say("ui.story.past"));
    if (alarm.isEmpty()) return;
    // The board refuses it for want of a role, so that the attempt stands in the journal.
    if (ports.refuses(Act.Comment.class).isPresent())
      ports.acts().accept(new Act.Comment(alarm.get().key(), ports.author(), ""));
    else view.asking(true);
  }

  private void attempted(Button grey) {
    if (story.get().isEmpty()) return;
    if (grey == view.acknowledge) acknowledge();
    if (grey == view.comment) comment();
  }

  /** The wall and the desk as they were a moment before it was told. */
  void replay() {
    if (story.get().isEmpty()) return;
    ports.wishes().accept(new Wish.Replay(story.get().get().episode().raised().minus(BEFORE),
        why -> view.notice(words.say(why.orElse(Reason.of("ui.story.replaying"))))));
  }

  private void submit() {
    String said = view.typed.getText().strip();
    Optional<Alarm> alarm = alarm();
    if (said.isEmpty()) {
      view.notice(words.say("ui.desk.form.words"));
    } else if (alarm.isEmpty()) {
      view.notice(words.say("ui.story.past"));
    } else {
      ports.acts().accept(new Act.Comment(alarm.get().key(), ports.author(), said));
      view.asking(false);
      view.notice("");
      view.list.requestFocus();
    }
  }

  void copy() {
    if (story.get().isEmpty()) return;
    Story told = story.get().get();
    Board board = ports.board().get();
    Now now = ports.now().get();
    String text = StoryText.of(Facts.of(told.episode(), board, now.wall(), words),
        new Saying(board, now, words).lines(told));
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    view.notice(words.say("ui.story.copied"));
  }
}

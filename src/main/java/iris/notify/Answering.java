package iris.notify;

import iris.alarm.Answer;
import iris.alarm.Answer.Channel;
import iris.alarm.Answer.Voice;
import iris.alarm.Board;
import iris.alarm.Transition.Announcement;
import iris.signal.Reason;
import iris.signal.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of the announcements of a turn, channel by channel, for the journal. Pure. */
final class Answering {
  private Answering() {}

  /** The banner and the sound; a toast that was sent answers later, by {@link #of(Notice, Toasts.Shown)}. */
  static List<Answer> of(Decision decision, Board board) {
    return decision.said().stream().map(said -> of(said, decision, board)).toList();
  }

  private static Answer of(Said said, Decision decision, Board board) {
    boolean spoken = decision.notice().filter(n -> n.news().contains(said.what())).isPresent();
    List<Voice> voices = new ArrayList<>();
    voices.add(new Voice(Channel.BANNER, spoken, said.why()));
    voices.add(spoken ? sound(decision, board) : new Voice(Channel.SOUND, false, said.why()));
    if (!spoken) voices.add(new Voice(Channel.TOAST, false, said.why()));
    Announcement a = said.what().announcement();
    return new Answer(a.alarm(), a.episode(), a.call(), spoken, said.why(), voices);
  }

  /** What was asked to sound is heard only where there is something that sounds. */
  private static Voice sound(Decision decision, Board board) {
    Optional<Report.Health> device = Optional.ofNullable(board.health().get("sound"));
    Optional<Reason> deaf = device.filter(h -> !h.well() || h.why().key().equals("notify.sound.muted"))
        .map(Report.Health::why);
    if (decision.play().isEmpty()) return new Voice(Channel.SOUND, false, decision.horn());
    return deaf.map(why -> new Voice(Channel.SOUND, false, why))
        .orElseGet(() -> new Voice(Channel.SOUND, true, decision.horn()));
  }

  /** The toast of a turn. */
  static List<Answer> of(Notice notice, Toasts.Shown shown) {
    Voice voice = new Voice(Channel.TOAST, shown.shown(), shown.why());
    Reason why = notice.form() == Notice.Form.REMINDER ? Reason.of("notify.told.reminder") : shown.why();
    return notice.news().stream().map(told -> told.announcement())
        .map(a -> new Answer(a.alarm(), a.episode(), a.call(), shown.shown(), why, List.of(voice))).toList();
  }
}

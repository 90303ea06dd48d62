package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Exercise;
import iris.alarm.Now;
import iris.signal.Incident;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Instant;
import java.util.Optional;

/** Says what somebody did. */
public record ActSentence(Board board, Now now, Words words) {

  public String said(Act act) {
    return switch (act) {
      case Act.Sign a -> say("sign", a.author(), a.name().strip());
      case Act.Acknowledge a -> say("acknowledge", a.author(), alarm(a.alarm()), quoted(a.reason()));
      case Act.Unacknowledge a -> say("unacknowledge", a.author(), alarm(a.alarm()));
      case Act.Comment a -> say("comment", a.author(), alarm(a.alarm()), quoted(a.text()));
      case Act.Shelve a ->
          say("shelve", a.author(), alarm(a.alarm()), words.figures().span(a.time()), quoted(a.reason()));
      case Act.Unshelve a -> say("unshelve", a.author(), alarm(a.alarm()));
      case Act.Silence a -> say("silence", a.author(), words.figures().span(a.time()));
      case Act.Unsilence a -> say("unsilence", a.author());
      case Act.Reset a -> say("reset", a.author(), alarm(a.alarm()));
      // Refused before the form opened: no time was asked for yet.
      case Act.Maintain a when !a.from().isBefore(a.to()) -> say("maintain-attempt", a.author(), service(a.service()));
      case Act.Maintain a -> say("maintain", a.author(), service(a.service()), when(a.from()), when(a.to()),
          quoted(a.reason()));
      case Act.EndMaintenance a -> say("end-maintenance", a.author(), service(a.service()));
      case Act.CancelMaintenance a -> say("cancel-maintenance", a.author(), service(a.service()), when(a.from()),
          quoted(a.reason()));
      case Act.OutOfService a ->
          say(a.out() ? "out-of-service" : "in-service", a.author(), service(a.service()), quoted(a.reason()));
      case Act.Note a -> say("note", a.author(), quoted(a.text()));
      case Act.HandOver a -> say("handover", a.author(), blank(a.outgoing()), blank(a.to()));
      case Act.Checked a -> say("checked", a.author(), found(a.screen()), found(a.sound()), found(a.toast()));
      case Act.StartExercise a ->
          say("exercise", a.author(), Names.played(board, a.service().orElse(Exercise.ALL), words));
      case Act.StopExercise a -> say("exercise-stop", a.author());
      case Act.Contest a -> say("contest", a.author(), service(a.service()), words.say("ui.wall.fault." + a.fault()),
          quoted(a.reason()));
      case Act.Uncontest a -> say("uncontest", a.author(), service(a.service()));
      case Act.Configure a -> say("configure", a.author(), a.what());
      case Act.Fallback a ->
          say(a.active() ? "fallback-on" : "fallback-off", a.author(), service(a.service()), quoted(a.reason()));
      case Act.Classify a -> say("classify", a.author(), a.criterion().words(),
          words.say("ui.classify.says." + a.criterion().says()), quoted(a.reason()));
      case Act.Unclassify a -> say("unclassify", a.author(), a.rule(), quoted(a.reason()));
      case Act.SetAside a -> say("set-aside", a.author(), title(a), quoted(a.reason()));
      case Act.SwitchFallback a -> say(a.on() ? "fallback-switch-on" : "fallback-switch-off", a.author(),
          service(a.service()), quoted(a.reason()));
    };
  }

  private static String blank(String name) {
    return name.isBlank() ? "…" : name.strip();
  }

  private String found(Act.Checked.Found found) {
    return words.say("ui.shift.found." + found.finding());
  }

  private String say(String act, Object... args) {
    return words.say("ui.desk.act." + act, args);
  }

  private String alarm(AlarmKey key) {
    return words.say("ui.desk.act.alarm", Names.subject(board, key, words), Names.kind(key.kind(), words));
  }

  private String service(String key) {
    return Names.service(board, key);
  }

  private String title(Act.SetAside act) {
    return Optional.ofNullable(board.services().get(act.service())).stream().flatMap(s -> s.incidents().stream())
        .filter(i -> i.id().equals(act.incident())).map(Incident::title).findFirst().orElse(act.incident());
  }

  private String when(Instant at) {
    return words.figures().when(at, now.wall());
  }

  private String quoted(String said) {
    return said.isBlank() ? "" : words.say("ui.desk.act.quoted", said);
  }
}

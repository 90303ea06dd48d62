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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what somebody did. */
public record ActSentence(Board board, Now now, Words words) {
  /** More names than this are no longer read: they are counted. */
  private static final int NAMED = 3;

  public String said(Act act) {
    return act(act, this::alarm);
  }

  /**
   * What was done at once as one sentence: the same deed with the alarms it was done to by name, or counted where they
   * are many; different deeds are counted, and the last one is said.
   *
   * @param acts at least one
   */
  public String said(List<Act> acts) {
    Act first = acts.getFirst();
    if (acts.size() == 1) return said(first);
    List<AlarmKey> alarms = acts.stream().filter(Act.OfAlarm.class::isInstance).map(a -> ((Act.OfAlarm) a).alarm())
        .distinct().toList();
    String nameless = act(first, key -> "");
    boolean same = alarms.size() == acts.size() && acts.stream().allMatch(a -> act(a, key -> "").equals(nameless));
    if (!same) return words.say("ui.station.done", acts.size(), said(acts.getLast()));
    return act(first, key -> several(alarms));
  }

  private String several(List<AlarmKey> alarms) {
    if (alarms.size() > NAMED) return words.say("ui.desk.form.many", alarms.size());
    List<String> names = alarms.stream().map(this::alarm).toList();
    return words.say("ui.desk.act.alarms", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }

  private String act(Act act, Function<AlarmKey, String> alarm) {
    return switch (act) {
      case Act.Sign a -> say("sign", a.author(), a.name().strip());
      case Act.Acknowledge a -> say("acknowledge", a.author(), alarm.apply(a.alarm()), quoted(a.reason()));
      case Act.Unacknowledge a -> say("unacknowledge", a.author(), alarm.apply(a.alarm()));
      case Act.Comment a -> say("comment", a.author(), alarm.apply(a.alarm()), quoted(a.text()));
      case Act.Shelve a ->
          say("shelve", a.author(), alarm.apply(a.alarm()), words.figures().span(a.time()), quoted(a.reason()));
      case Act.Unshelve a -> say("unshelve", a.author(), alarm.apply(a.alarm()));
      case Act.Silence a -> say("silence", a.author(), words.figures().span(a.time()));
      case Act.Unsilence a -> say("unsilence", a.author());
      case Act.Reset a -> say("reset", a.author(), alarm.apply(a.alarm()));
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

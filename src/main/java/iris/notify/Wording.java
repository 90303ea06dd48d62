package iris.notify;

import iris.alarm.AlarmKey;
import iris.alarm.Exercise;
import iris.alarm.OriginVerdict;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Told;
import iris.signal.Priority;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A notice in the words of one language. Pure. */
public final class Wording {
  private static final int TITLE = 120;
  private static final int TEXT = 600;
  private static final int LINE = 200;
  private static final int NAMED = 3;

  private final Words words;

  public Wording(Words words) {
    this.words = Objects.requireNonNull(words);
  }

  public Toast toast(Notice notice, Instant now) {
    List<Told> news = notice.news();
    Told worst = news.getFirst();
    List<String> lines = new ArrayList<>();
    String title = switch (notice.form()) {
      case PLAIN -> sentence(worst, now);
      case REMINDER -> words.say("notify.reminder", standing(worst.announcement(), now));
      case SUMMARY -> summary(news);
      case FLOOD -> words.say("notify.flood", news.size() + notice.rest().size(), worst(notice));
    };
    boolean many = notice.form() == Notice.Form.SUMMARY || notice.form() == Notice.Form.FLOOD;
    if (!many && news.size() == 1) lines.add(begun(words.say(worst.announcement().why())));
    List<Told> named = many ? news.subList(0, Math.min(NAMED, news.size())) : news.subList(1, news.size());
    for (Told told : named) lines.add(sentence(told, now));
    if (many && news.size() > NAMED) lines.add(words.say("notify.more", news.size() - NAMED));
    if (!notice.rest().isEmpty()) lines.add(rest(notice.rest(), now));
    String text = String.join("\n", lines.stream().map(l -> Plain.line(l, LINE)).filter(l -> !l.isEmpty()).toList());
    return new Toast(notice.key(), Plain.line(title, TITLE), Plain.lines(text, TEXT), notice.critical(),
        notice.acknowledges());
  }

  /** A notification that says nothing but that it is one. */
  public Toast trial() {
    return new Toast("trial", words.say("notify.trial.title"), words.say("notify.trial.text"), false, Optional.empty());
  }

  /** What one announcement says, in one sentence: for a banner, a toast, a line of the journal. */
  public String sentence(Told told, Instant now) {
    Announcement a = told.announcement();
    return switch (a.call()) {
      case RAISE -> standing(a, now) + origin(a);
      case CLEAR -> over(told, now);
      case ESCALATE, REPEAT, RESUME, SHELF_OVER, RESTORED, FLAP_START, FLAP_STOP, ANEW ->
          words.say("notify.call." + word(a.call()), standing(a, now), a.priority(), subject(a)) + origin(a);
    };
  }

  private String standing(Announcement a, Instant now) {
    return words.say("notify.standing." + word(a.alarm().kind()), subject(a), words.figures().when(a.since(), now));
  }

  private String over(Told told, Instant now) {
    Announcement a = told.announcement();
    // The true end: after a backfill the announcement is later than the return.
    Instant end = a.lasted().map(a.since()::plus).filter(e -> e.isBefore(told.at())).orElse(told.at());
    Duration lasted = a.lasted().orElse(Duration.between(a.since(), end));
    String sure = a.unsure().filter(d -> !d.isZero())
        .map(d -> words.say("notify.unsure", words.figures().span(d))).orElse("");
    return words.say("notify.over." + word(a.alarm().kind()), subject(a), words.figures().when(end, now),
        words.figures().span(lasted), sure);
  }

  private String origin(Announcement a) {
    boolean ofService = a.alarm().kind() == AlarmKey.Kind.OUTAGE || a.alarm().kind() == AlarmKey.Kind.DEGRADED;
    return a.origin().filter(o -> ofService && o.fault() != OriginVerdict.Fault.NORMAL)
        .map(o -> words.say("notify.origin", words.say("notify.fault." + word(o.fault())),
            words.say("notify.confidence." + word(o.confidence()))))
        .orElse("");
  }

  private String summary(List<Told> news) {
    long over = news.stream().filter(t -> Calls.over(t.announcement())).count();
    long begun = news.size() - over;
    if (over == 0) return words.say("notify.summary.raised", begun, news.getFirst().announcement().priority());
    if (begun == 0) return words.say("notify.summary.over", over);
    return words.say("notify.summary.both", begun, over);
  }

  private static Priority worst(Notice notice) {
    return Stream.concat(notice.news().stream(), notice.rest().stream()).map(t -> t.announcement().priority())
        .min(Comparator.naturalOrder()).orElseThrow();
  }

  private String rest(List<Told> rest, Instant now) {
    if (rest.size() == 1) return words.say("notify.rest", standing(rest.getFirst().announcement(), now));
    String names = String.join(", ",
        rest.stream().limit(NAMED).map(t -> Plain.line(subject(t.announcement()), 40)).distinct().toList());
    int more = rest.size() - NAMED;
    return words.say("notify.rest", names) + (more > 0 ? words.say("notify.rest.more", more) : "");
  }

  private String subject(Announcement a) {
    if (a.alarm().kind() == AlarmKey.Kind.EXERCISE && a.subject().equals(Exercise.ALL)) return words.say("notify.exercise.all");
    if (a.alarm().kind() == AlarmKey.Kind.CONSOLE_FAULT) return part(a.alarm().subject());
    return Plain.line(a.subject().isBlank() ? a.alarm().subject() : a.subject(), 60);
  }

  /** A reason stands in the middle of sentences elsewhere; here it begins one. */
  private String begun(String reason) {
    return reason.isEmpty() ? "" : reason.substring(0, 1).toUpperCase(words.lang().locale()) + reason.substring(1);
  }

  /** A part of the console, whose id may carry a name: "certificate darva". */
  private String part(String id) {
    String[] named = id.split(" ", 2);
    String known = words.knows("notify.part." + named[0]) ? words.say("notify.part." + named[0]) : named[0];
    return Plain.line(named.length == 2 ? known + " " + named[1] : known, 60);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Every call has words, whatever the board comes to say. */
  static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (AlarmKey.Kind k : AlarmKey.Kind.values()) keys.addAll(List.of("standing." + word(k), "over." + word(k)));
    for (Call c : Call.values()) if (c != Call.RAISE && c != Call.CLEAR) keys.add("call." + word(c));
    for (OriginVerdict.Fault f : OriginVerdict.Fault.values())
      if (f != OriginVerdict.Fault.NORMAL) keys.add("fault." + word(f));
    for (OriginVerdict.Confidence c : OriginVerdict.Confidence.values()) keys.add("confidence." + word(c));
    return keys.stream().map(k -> "notify." + k).toList();
  }
}

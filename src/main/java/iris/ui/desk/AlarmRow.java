package iris.ui.desk;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.signal.Priority;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One alarm in the list, in words. Two rows that are equal are drawn alike, so a view changes only what differs.
 *
 * @param what what is wrong, as a word
 * @param since "since 15:12"; {@code lasted} "15 min"
 * @param origin whose fault, or empty; {@code ack} who acknowledged and when, or what is still to do
 * @param notes what people said of it, oldest first
 * @param resettable an operator may end it
 */
public record AlarmRow(
    AlarmKey key,
    Lifecycle state,
    Priority priority,
    String subject,
    String what,
    String since,
    String lasted,
    String origin,
    String why,
    String ack,
    List<String> notes,
    boolean resettable) {

  /** A stable order: what is equal stays in the order of the board. */
  private static final Comparator<Alarm> ORDER = Comparator.comparing((Alarm a) -> !a.state().unacked())
      .thenComparing(Alarm::priority)
      .thenComparing(a -> a.since().orElse(Instant.MIN), Comparator.reverseOrder());

  public AlarmRow {
    Objects.requireNonNull(key);
    Objects.requireNonNull(state);
    Objects.requireNonNull(priority);
    notes = List.copyOf(notes);
  }

  /** What somebody must see: neither quiet nor muted; unacknowledged first, then priority, then the newest. */
  public static List<AlarmRow> active(Board board, Now now, Words words) {
    return board.alarms().values().stream()
        .filter(a -> !a.state().quiet() && a.suppression().isEmpty())
        .sorted(ORDER)
        .map(a -> of(board, a, now, words))
        .toList();
  }

  public static AlarmRow of(Board board, Alarm a, Now now, Words words) {
    var figures = words.figures();
    Instant end = a.state().active() ? now.wall() : a.cleared().orElse(now.wall());
    String since = a.since().map(at -> a.state().active()
        ? words.say("ui.desk.row.since", figures.when(at, now.wall()))
        : words.say("ui.desk.row.was", figures.when(at, now.wall()), figures.when(end, now.wall()))).orElse("");
    String lasted = a.since().map(at -> figures.span(Duration.between(at, end))).orElse("");
    String what = a.flapping() ? words.say("ui.desk.row.unstable", a.changes())
        : a.state().active() ? Names.kind(a.key().kind(), words) : words.say("ui.alert.return." + a.key().kind());
    List<String> notes = a.comments().stream().map(c -> remark("ui.desk.row.note", c, now, words)).toList();
    return new AlarmRow(a.key(), a.state(), a.priority(), Names.subject(board, a.key(), words), what, since, lasted,
        Names.origin(board, a.key(), words).orElse(""), Names.sentence(a.why(), words), ack(a, now, words), notes,
        board.resettable(a.key()));
  }

  private static String ack(Alarm a, Now now, Words words) {
    if (a.state().unacked() || a.ack().isEmpty()) return words.say("ui.desk.lifecycle." + a.state());
    return remark("ui.desk.row.ack", a.ack().get(), now, words);
  }

  private static String remark(String key, Alarm.Remark r, Now now, Words words) {
    return words.say(key, r.author(), words.figures().when(r.at(), now.wall()), r.text());
  }

  /** Everything in one breath, for who listens to the screen. */
  public String spoken() {
    return Stream.of(priority.toString(), subject, what, since, lasted, origin, why, ack).filter(s -> !s.isBlank())
        .collect(Collectors.joining(", "));
  }
}

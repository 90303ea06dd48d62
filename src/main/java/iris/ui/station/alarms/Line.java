package iris.ui.station.alarms;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Priority;
import iris.ui.alert.Names;
import iris.ui.desk.AlarmRow;
import iris.ui.desk.MutedRow;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row of the table: an alarm, or a service that is muted as a whole.
 *
 * @param id stable from one board to the next
 * @param alarm empty for a service
 * @param muted who muted it, until when; empty where it is not
 * @param fault whose fault; empty where nothing is known or nothing is wrong
 * @param since start of the bad state, or of what mutes a service; the epoch where neither is known
 * @param gone it is no longer there, and keeps its place only while a hand is at work
 */
record Line(
    String id,
    Optional<AlarmRow> alarm,
    Optional<MutedRow> muted,
    Optional<Fault> fault,
    Instant since,
    Duration lasted,
    Map<Column, String> texts,
    boolean gone) {

  /** Unacknowledged, then the highest, then the newest: what nobody has sorted otherwise. */
  static final Comparator<Line> USUAL = Comparator.comparing((Line line) -> !line.unacked())
      .thenComparing(Line::rank)
      .thenComparing(Line::since, Comparator.reverseOrder());

  Line {
    Objects.requireNonNull(id);
    Objects.requireNonNull(alarm);
    Objects.requireNonNull(muted);
    Objects.requireNonNull(fault);
    Objects.requireNonNull(since);
    Objects.requireNonNull(lasted);
    texts = Map.copyOf(texts);
  }

  /** All that is not quiet, and all that is muted, in the usual order. */
  static List<Line> of(Board board, Now now, Words words) {
    List<Line> lines = new ArrayList<>();
    for (Alarm a : board.alarms().values())
      if (!a.state().quiet() || a.suppression().isPresent()) lines.add(of(board, a, now, words));
    for (MutedRow m : MutedRow.of(board, now, words))
      if (m.alarm().isEmpty()) lines.add(of(m));
    lines.sort(USUAL);
    return List.copyOf(lines);
  }

  private static Line of(Board board, Alarm a, Now now, Words words) {
    AlarmRow row = AlarmRow.of(board, a, now, words);
    Optional<MutedRow> muted = MutedRow.of(board, a, now, words);
    Instant end = a.state().active() ? now.wall() : a.cleared().orElse(now.wall());
    Map<Column, String> texts = new EnumMap<>(Column.class);
    texts.put(Column.PRIORITY, row.priority().name());
    texts.put(Column.STATE, words.say("ui.station.alarms.lifecycle." + a.state()));
    texts.put(Column.SUBJECT, row.subject());
    texts.put(Column.WHAT, row.what());
    texts.put(Column.SINCE, a.since().map(at -> words.figures().when(at, now.wall())).orElse(""));
    texts.put(Column.LASTED, row.lasted());
    texts.put(Column.ORIGIN, row.origin());
    texts.put(Column.ACK, a.ack().map(r -> said(r, now, words)).orElse(""));
    texts.put(Column.COMMENT, a.comments().isEmpty() ? "" : said(a.comments().getLast(), now, words));
    texts.put(Column.MUTED, muted.map(Line::said).orElse(""));
    Optional<Fault> fault = row.origin().isEmpty() ? Optional.empty() : Names.fault(board, a.key());
    return new Line(a.key().toString(), Optional.of(row), muted, fault, a.since().orElse(Instant.EPOCH),
        a.since().map(at -> Duration.between(at, end)).orElse(Duration.ZERO), texts, false);
  }

  private static Line of(MutedRow m) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    texts.put(Column.SUBJECT, m.subject());
    texts.put(Column.WHAT, m.shadow());
    texts.put(Column.MUTED, said(m));
    return new Line(m.id(), Optional.empty(), Optional.of(m), Optional.empty(), Instant.EPOCH, Duration.ZERO, texts,
        false);
  }

  private static String said(MutedRow m) {
    return m.until() + "\n" + m.reason();
  }

  private static String said(Alarm.Remark r, Now now, Words words) {
    String when = words.figures().when(r.at(), now.wall());
    return r.text().isBlank() ? when + " " + r.author() : words.say("ui.desk.row.note", r.author(), when, r.text());
  }

  String text(Column column) {
    return texts.getOrDefault(column, "");
  }

  boolean unacked() {
    return alarm.map(row -> row.state().unacked()).orElse(false) && muted.isEmpty() && !gone;
  }

  /** Of the priority; a service has none and comes last. */
  int rank() {
    return alarm.map(row -> row.priority().ordinal()).orElse(Priority.values().length);
  }

  /** How soon somebody must look: 0 first. */
  int urgency() {
    return alarm.map(row -> (row.state().unacked() ? 0 : 10) + (row.state().active() ? 0 : 5)
        + (row.state() == Lifecycle.CLEARING_ACKED || row.state() == Lifecycle.CLEARING_UNACKED ? 1 : 0)).orElse(20);
  }

  /** The same row when what it is about is no longer there. */
  Line left() {
    return new Line(id, alarm, muted, fault, since, lasted, texts, true);
  }

  /** Everything in one breath, for who listens to the screen. */
  String spoken() {
    String more = muted.map(m -> ", " + m.until()).orElse("");
    return alarm.map(row -> row.spoken() + more).orElseGet(() -> texts.values().stream().filter(t -> !t.isEmpty())
        .collect(Collectors.joining(", ")));
  }
}

package iris.ui.desk;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.ServiceState;
import iris.alarm.Suppression;
import iris.ui.alert.Names;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something muted, which stays visible: a shelved alarm, a service under maintenance or out of service.
 *
 * @param alarm the shelved alarm; empty for a service
 * @param id stable from one board to the next
 * @param shadow what goes on underneath: "still active since 15:12", or empty
 */
public record MutedRow(
    String id,
    Optional<AlarmKey> alarm,
    Suppression.Kind kind,
    String subject,
    String until,
    String reason,
    String shadow) {

  public MutedRow {
    Objects.requireNonNull(id);
    Objects.requireNonNull(alarm);
    Objects.requireNonNull(kind);
  }

  public static List<MutedRow> of(Board board, Now now, Words words) {
    List<MutedRow> rows = new ArrayList<>();
    for (Alarm a : board.alarms().values()) {
      a.suppression().filter(s -> s.kind() == Suppression.Kind.SHELVED || !ofItsService(board, a, s)).ifPresent(s ->
          rows.add(row(a.key().toString(), Optional.of(a.key()), s,
              words.say("ui.desk.act.alarm", Names.subject(board, a.key(), words), Names.kind(a.key().kind(), words)),
              shadow(List.of(a), now, words), now, words)));
    }
    for (ServiceState s : board.services().values()) {
      s.outOfService().or(s::maintenance).ifPresent(m -> rows.add(row(s.key() + "|" + m.kind(), Optional.empty(), m,
          Names.service(board, s.key()), shadow(alarmsOf(board, s.key()), now, words), now, words)));
    }
    return List.copyOf(rows);
  }

  /** What is said of one alarm that is muted, by itself or with its service; empty: it is not. */
  public static Optional<MutedRow> of(Board board, Alarm a, Now now, Words words) {
    return a.suppression().map(s -> row(a.key().toString(),
        s.kind() == Suppression.Kind.SHELVED ? Optional.of(a.key()) : Optional.empty(), s,
        words.say("ui.desk.act.alarm", Names.subject(board, a.key(), words), Names.kind(a.key().kind(), words)),
        shadow(List.of(a), now, words), now, words));
  }

  /** Muted with its service, which has a row of its own. */
  private static boolean ofItsService(Board board, Alarm a, Suppression s) {
    ServiceState service = board.services().get(a.key().subject());
    return service != null
        && service.outOfService().or(service::maintenance).map(m -> m.kind() == s.kind()).orElse(false);
  }

  private static List<Alarm> alarmsOf(Board board, String service) {
    return board.alarms().values().stream().filter(a -> a.key().subject().equals(service)).toList();
  }

  private static String shadow(List<Alarm> alarms, Now now, Words words) {
    return alarms.stream().filter(a -> a.state().active()).findFirst()
        .map(a -> words.say("ui.desk.muted.active", Names.kind(a.key().kind(), words),
            a.since().map(at -> words.figures().when(at, now.wall())).orElse("?")))
        .orElse("");
  }

  private static MutedRow row(String id, Optional<AlarmKey> alarm, Suppression s, String subject, String shadow,
      Now now, Words words) {
    String until = s.until().map(at -> words.say("ui.desk.muted.until", words.figures().when(at, now.wall())))
        .orElse(words.say("ui.desk.muted.open"));
    String reason = words.say("ui.desk.muted.by", s.author(), words.figures().when(s.since(), now.wall()), s.reason());
    return new MutedRow(id, alarm, s.kind(), subject, words.say("ui.desk.muted." + s.kind(), until), reason, shadow);
  }

  /** Everything in one breath, for who listens to the screen. */
  public String spoken() {
    return Stream.of(subject, until, reason, shadow).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
  }
}

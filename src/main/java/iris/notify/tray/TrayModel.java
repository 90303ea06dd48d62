package iris.notify.tray;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Now;
import iris.alarm.Overview;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.notify.Plain;
import iris.signal.Priority;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the item shows: derived from the board and the clocks alone.
 *
 * @param state the worst of all services, {@link Shown#LOST} where nobody vouches for the board any more
 * @param wanted an alarm of P1 or P2 waits for its acknowledgement
 * @param title the state in words, and where it is
 * @param text how many alarms are to be acknowledged, and how old the data is
 */
record TrayModel(Shown state, boolean wanted, String title, String text) {
  private static final int LIMIT = 200;
  private static final int NAME = 60;

  TrayModel {
    Objects.requireNonNull(state);
    Objects.requireNonNull(title);
    Objects.requireNonNull(text);
  }

  static TrayModel of(Board board, Now now, Words words) {
    if (Overview.abandoned(board, now)) {
      return new TrayModel(Shown.LOST, true, words.say("notify.tray.blind", words.figures().clock(board.at().wall())),
          words.say("notify.tray.blind.way"));
    }
    Shown worst = Overview.worst(board);
    List<Alarm> unacked = board.alarms().values().stream()
        .filter(a -> a.state().unacked() && a.suppression().isEmpty()).toList();
    Optional<Priority> highest = unacked.stream().map(Alarm::priority).min(Comparator.naturalOrder());
    boolean wanted = highest.filter(p -> p != Priority.P3).isPresent();
    String alarms = highest.map(p -> words.say("notify.tray.unacked", unacked.size(), p))
        .orElse(words.say("notify.tray.calm"));
    return new TrayModel(worst, wanted, dull(title(board, worst, now, words)),
        dull(alarms + " " + age(board, now, words)));
  }

  /** The same picture, whatever the words. */
  boolean looksLike(TrayModel other) {
    return state == other.state && wanted == other.wanted;
  }

  private static String title(Board board, Shown worst, Now now, Words words) {
    String word = words.say("notify.tray.state." + worst);
    List<ServiceState> there = board.services().values().stream().filter(s -> s.shown() == worst).toList();
    if (there.isEmpty()) return words.say("notify.tray.nowhere", word);
    if (there.size() == 1) {
      ServiceState only = there.getFirst();
      return words.say("notify.tray.one", name(board, only), word, words.figures().when(only.shownSince(), now.wall()));
    }
    return words.say("notify.tray.some", word, there.size(), board.services().size());
  }

  private static String name(Board board, ServiceState service) {
    String name = board.rules().of(service.key()).name().orElse(service.service().name());
    return Plain.line(name.isBlank() ? service.key() : name, NAME).strip();
  }

  /** Of many feeds the oldest counts: an age must not look better than the worst of what it stands for. */
  private static String age(Board board, Now now, Words words) {
    List<Optional<Instant>> heard = board.feeds().values().stream().map(TrayModel::heard).toList();
    if (heard.isEmpty()) return words.say("notify.tray.age.none");
    if (heard.contains(Optional.<Instant>empty())) return words.say("notify.tray.age.never");
    Instant oldest = heard.stream().flatMap(Optional::stream).min(Comparator.naturalOrder()).orElseThrow();
    Duration age = Duration.between(oldest, now.wall());
    String at = words.figures().when(oldest, now.wall());
    // In whole minutes: a tray is told of each change, and every second would be too often.
    return age.toMinutes() < 1 ? words.say("notify.tray.age.young", at)
        : words.say("notify.tray.age", at, words.figures().span(age));
  }

  /** A feed with windows is as old as the newest of them, another as its last good poll. */
  private static Optional<Instant> heard(FeedState feed) {
    return feed.period().isPresent() || feed.newest().isPresent() ? feed.newest() : feed.lastOk();
  }

  /** Some trays read markup in what they are given, others do not: no character of it is let through. */
  private static String dull(String text) {
    return Plain.line(text.replace('<', '‹').replace('>', '›').replace('&', '+'), LIMIT);
  }
}

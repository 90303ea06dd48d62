package iris.ui.station;

import iris.alarm.Alarm;
import iris.alarm.Shown;
import iris.ui.alert.Names;
import iris.ui.alert.Played;
import iris.ui.alert.Standing;
import iris.ui.desk.Counters;
import iris.ui.desk.DeskModel;
import iris.ui.page.Seen;
import iris.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole house in one small bar.
 *
 * @param counts what is to do, what is taken, what is set aside
 * @param oldest of the gravest unacknowledged alarms the one that waits longest; where there is none, that sentence
 * @param standing what is so of the fallbacks, in a few words and in the tone of the worst
 * @param played the exercise that runs
 */
record BarModel(Shown state, String word, String counts, String oldest, boolean waits, Optional<Standing.Line> standing,
    Optional<String> played) {
  /** What stands goes before what is gone, then the priority, then the longest wait. */
  private static final Comparator<Alarm> GRAVEST = Comparator.comparing((Alarm a) -> !a.state().active())
      .thenComparing(Alarm::priority).thenComparing(a -> a.since().orElse(Instant.MAX));

  BarModel {
    Objects.requireNonNull(state);
    Objects.requireNonNull(word);
    Objects.requireNonNull(counts);
    Objects.requireNonNull(oldest);
    Objects.requireNonNull(standing);
    Objects.requireNonNull(played);
  }

  static BarModel of(DeskModel desk, Seen seen, Words words) {
    Counters n = desk.header().counters();
    String counts = words.say("ui.station.bar.counts", n.unacked(), n.acked(),
        n.shelved() + n.maintenance() + n.outOfService());
    // What nobody vouches for is not said as if it were current: blind, not quiet.
    String oldest = desk.blind().orElseGet(() -> seen.board().alarms().values().stream()
        .filter(a -> a.state().unacked() && a.suppression().isEmpty())
        .min(GRAVEST)
        .map(a -> sentence(a, seen, words)).orElse(words.say("ui.station.bar.none")));
    return new BarModel(desk.header().overall().state(), desk.header().overall().word(), counts, oldest,
        n.unacked() > 0 || desk.blind().isPresent(), Standing.brief(seen.board(), words),
        Played.brief(seen.board(), words));
  }

  private static String sentence(Alarm a, Seen seen, Words words) {
    return words.say("ui.station.bar.oldest", Names.subject(seen.board(), a.key(), words),
        a.state().active() ? Names.kind(a.key().kind(), words) : words.say("ui.alert.return." + a.key().kind()),
        a.since().map(at -> words.figures().when(at, seen.now().wall())).orElse("?"));
  }
}

package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.ServiceState;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What of a new board cannot wait for the next second. Figures can: fifty feeds that answer one after the other would
 * have the whole wall painted for each of them, and nobody reads faster than the clock beside them ticks. Pure.
 */
final class Urgency {
  private Urgency() {}

  /**
   * The two differ in nothing but figures of services that stand as they stood, and in when feeds were reached and what
   * they said at their head. What no screen shows is not looked at.
   */
  static boolean figuresOnly(Board shown, Board next) {
    return shown.rules().equals(next.rules())
        && shown.alarms().equals(next.alarms())
        && shown.silencedUntil().equals(next.silencedUntil())
        && shown.health().equals(next.health())
        && shown.signed().equals(next.signed())
        && shown.shift().equals(next.shift())
        && shown.rulings().equals(next.rulings())
        && shown.fallbacks().equals(next.fallbacks())
        && shown.memory().flood() == next.memory().flood()
        && same(shown.feeds(), next.feeds(), Urgency::sameFeed)
        && same(shown.services(), next.services(), Urgency::sameService);
  }

  private interface Alike<T> {
    boolean are(T shown, T next);
  }

  private static <K, T> boolean same(Map<K, T> shown, Map<K, T> next, Alike<T> alike) {
    if (shown == next) return true;
    if (shown.size() != next.size() || !List.copyOf(shown.keySet()).equals(List.copyOf(next.keySet()))) return false;
    for (Map.Entry<K, T> e : next.entrySet()) {
      T before = Objects.requireNonNull(shown.get(e.getKey()));
      if (before != e.getValue() && !alike.are(before, e.getValue())) return false;
    }
    return true;
  }

  private static boolean sameFeed(FeedState a, FeedState b) {
    return a.equals(new FeedState(a.id(), b.name(), b.supervision(), b.since(), a.lastOk(), a.lastOkMono(), a.newest(),
        b.period(), b.failedPolls(), b.invalidDocuments(), b.why(), a.channel(), a.contact()));
  }

  private static boolean sameService(ServiceState a, ServiceState b) {
    return a.equals(new ServiceState(a.key(), b.feed(), b.service(), b.configured(), b.shown(), b.shownSince(),
        b.origin(), a.windows(), b.incidents(), b.remarks(), b.outOfService(), b.maintenance(), b.planned(),
        b.fallback(), b.contest(), b.drift()));
  }
}

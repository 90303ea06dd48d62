package iris.alarm;

import iris.signal.Channel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** New rules over all that is known: nothing is forgotten but what is no longer supervised. */
final class Reconfiguring {
  private Reconfiguring() {}

  static void apply(Draft d, Rules rules) {
    d.rule(rules);
    Map<String, FeedDraft> feeds = new LinkedHashMap<>();
    for (Rules.FeedRules r : rules.feeds()) {
      FeedDraft f = d.feeds.get(r.id());
      if (f == null) f = new FeedDraft(r, d.now);
      f.name = r.name();
      // A page without statistics stays one, whatever period is wished for it.
      Optional<Duration> said = f.channel.flatMap(Channel::period);
      if (f.channel.isEmpty() || said.isPresent()) f.period = r.period().or(() -> said).map(Supervising::sane);
      feeds.put(r.id(), f);
    }
    for (FeedDraft gone : List.copyOf(d.feeds.values())) if (!feeds.containsKey(gone.id)) drop(d, gone);
    d.feeds.replace(feeds);
    d.count();
  }

  private static void drop(Draft d, FeedDraft gone) {
    d.note(gone.id, "alarm.note.feed-removed");
    for (AlarmDraft a : List.copyOf(d.alarms.values()))
      if (!Fallbacks.about(a.key) && d.feedOf(a.key).filter(f -> f == gone).isPresent()) Alarming.drop(d, a);
    d.find(AlarmKey.Kind.CONSOLE_FAULT, Console.certificate(gone.id)).ifPresent(a -> Alarming.drop(d, a));
    for (ServiceDraft s : d.services.values()) if (s.feed.equals(gone.id)) d.services.remove(s.key);
  }
}

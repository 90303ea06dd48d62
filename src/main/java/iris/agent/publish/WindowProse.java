package iris.agent.publish;

import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A statistic in words. What was not measured is not said. */
final class WindowProse {
  private final Words words;
  private final Moments moments;

  WindowProse(Words words, Moments moments) {
    this.words = words;
    this.moments = moments;
  }

  String title(Service service, Window w) {
    if (w.total() == 0)
      return words.say("agent.feed.idle." + state(w), service.name(), moments.time(w.from(), true),
          moments.time(w.to(), true));
    List<String> parts = new ArrayList<>();
    parts.add(words.say("agent.feed.part.total", w.total()));
    for (Window.Response r : w.responses()) {
      long mean = r.timing().mean();
      if (mean == Timing.ABSENT) continue;
      parts.add(w.responses().size() == 1
          ? words.say("agent.feed.part.response", mean)
          : words.say("agent.feed.part.response-of", name(service, r.party()), mean));
    }
    if (w.transaction().mean() != Timing.ABSENT) parts.add(words.say("agent.feed.part.whole", w.transaction().mean()));
    parts.add(beside(w) ? words.say("agent.feed.part.beside") : words.say("agent.feed.part.available", available(w)));
    return words.say("agent.feed.window." + state(w), service.name(), String.join(", ", parts));
  }

  String text(Service service, Window w) {
    String day = moments.day(w.from());
    String from = moments.time(w.from(), true);
    String to = moments.time(w.to(), true);
    List<String> said = new ArrayList<>();
    if (w.total() == 0) {
      said.add(words.say("agent.feed.idle-text", day, from, to, service.name()));
      said.add(words.say("agent.feed.probes." + state(w)));
      return String.join(" ", said);
    }
    said.add(w.failed() == 0
        ? words.say("agent.feed.text.well", day, from, to, service.name(), w.total())
        : words.say("agent.feed.text.failed", day, from, to, service.name(), w.total(), w.failed(), blame(w)));
    said.add(words.say("agent.feed.text.available", available(w)));
    times(said, w.transaction(), "agent.feed.text.whole", "agent.feed.text.whole-p95", service.name());
    for (Window.Response r : w.responses())
      times(said, r.timing(), "agent.feed.text.response", "agent.feed.text.response-p95", name(service, r.party()));
    said.add(words.say("agent.feed.judged." + (beside(w) ? "beside" : state(w))));
    return String.join(" ", said).strip();
  }

  private void times(List<String> said, Timing t, String mean, String p95, String whose) {
    if (t.mean() == Timing.ABSENT) return;
    said.add(t.p95() == Timing.ABSENT
        ? words.say(mean, whose, t.mean())
        : words.say(p95, whose, t.mean(), t.p95()));
  }

  /** Down though no transaction says so: an incident or a check does, and "down, available 100 %" is read as a mistake. */
  private static boolean beside(Window w) {
    return w.state() == Verdict.DOWN && w.total() > 0 && w.failed() == 0;
  }

  private String blame(Window w) {
    List<String> parts = new ArrayList<>();
    long rest = w.failed();
    for (Origin origin : Origin.values()) {
      long n = origin == Origin.UNKNOWN ? Math.max(rest, w.failedBy(origin)) : w.failedBy(origin);
      rest -= n;
      if (n > 0) parts.add(words.say("agent.feed.text.blame", origin, n));
    }
    return String.join(", ", parts);
  }

  /** Cut off, not rounded: one failure in a million transactions is not 100 %. */
  private String available(Window w) {
    return words.figures().percent(w.ratio(), 2);
  }

  private static String state(Window w) {
    return w.state().name().toLowerCase(Locale.ROOT);
  }

  static String name(Service service, String party) {
    return service.party(party).map(Party::name).orElse(party);
  }
}

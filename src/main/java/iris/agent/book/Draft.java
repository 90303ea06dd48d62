package iris.agent.book;

import iris.agent.AgentConfig.Served;
import iris.agent.Tally;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A book taken apart for one turn. Mutable, and never seen outside of it. */
final class Draft {
  final Served served;
  final Duration period;
  final Instant now;
  final List<Utterance> utterances = new ArrayList<>();
  final NavigableMap<Instant, Tally> tallies;
  final List<Memory.Frame> frames;
  final List<Memory.Span> published;
  final NavigableMap<String, Memory.Check> checks = new TreeMap<>();
  final List<Memory.Opened> open;
  final List<Memory.Phase> phases;
  final List<Instant> openings;
  final List<Memory.Work> works;
  final Map<String, Integer> issued;
  final List<String> closed;
  final NavigableMap<String, Memory.Trouble> troubles = new TreeMap<>();
  final NavigableMap<String, Memory.Certificate> certificates = new TreeMap<>();
  Optional<Instant> at;
  Optional<Instant> said;
  Optional<Instant> settles;
  Memory.Missed missed;
  Verdict verdict;
  Optional<Instant> lastWindow;
  Memory.Traffic traffic;
  Optional<Instant> floor;

  Draft(Book book, Instant now) {
    Book.State s = book.state();
    served = book.served();
    period = book.period();
    this.now = now;
    tallies = new TreeMap<>(book.byWindow());
    frames = new ArrayList<>(s.frames());
    published = new ArrayList<>(s.published());
    for (Memory.Check c : s.checks()) checks.put(c.source(), c);
    open = new ArrayList<>(s.open());
    phases = new ArrayList<>(s.phases());
    openings = new ArrayList<>(s.openings());
    works = new ArrayList<>(s.works());
    issued = new TreeMap<>(s.issued());
    closed = new ArrayList<>(s.closed());
    for (Memory.Trouble t : s.troubles()) troubles.put(t.source(), t);
    for (Memory.Certificate c : s.certificates()) certificates.put(c.source(), c);
    at = s.at();
    said = s.said();
    settles = s.settles();
    missed = s.missed();
    verdict = s.verdict();
    lastWindow = s.lastWindow();
    traffic = s.traffic();
    floor = s.floor();
  }

  Book close() {
    Book.State s = new Book.State(at, said, settles, frames, published, missed, verdict, lastWindow,
        List.copyOf(checks.values()), traffic, open, phases, floor, openings, works, issued, closed,
        List.copyOf(troubles.values()), List.copyOf(certificates.values()));
    return new Book(served, period, s, tallies);
  }

  String service() {
    return served.service().id();
  }

  /** The time to say something at: now, but never before what was said already. */
  Instant saying() {
    Instant time = Times.later(now, said.orElse(now));
    said = Optional.of(time);
    return time;
  }

  String guid(String rest) {
    return "urn:iris:" + service() + ":" + rest;
  }

  void notice(Reason... reasons) {
    Instant time = saying();
    String id = Ids.next(this, time);
    utterances.add(new Utterance.Noticed(time, guid("notice:" + id), id, List.of(reasons)));
  }
}

package iris.relay.alertmanager;

import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands, and what a message makes of it. Pure.
 *
 * @param held by {@link Held#key}
 */
record Standing(Map<String, Held> held) {
  static final Standing NOTHING = new Standing(Map.of());

  Standing {
    held = Map.copyOf(held);
  }

  /**
   * @param after the standing when the server has taken it
   * @param stand alerts to be told as standing, {@code over} as ended
   */
  record Step(Standing after, List<Held> stand, List<Held> over) {}

  Step hear(Message m, Mapping mapping) {
    // A heartbeat is the state of IRIS: its faults are in its level.
    return m.sort().event() ? event(m, mapping) : state(m, mapping);
  }

  private Step event(Message m, Mapping mapping) {
    Kind alarm = m.alarm().orElseThrow();
    Held before = held.get(m.signal().id() + "|" + alarm);
    if (m.sort() == Sort.END) {
      // Told though it is not known here: the server may still know it from before.
      Held ended = before == null ? begun(m, alarm, mapping) : before;
      Held last = ended.saying(Labels.annotations(m, mapping), m.at());
      return new Step(without(List.of(ended)), List.of(), List.of(last));
    }
    Held now = before == null ? begun(m, alarm, mapping) : before.saying(Labels.annotations(m, mapping), m.at());
    return new Step(with(now), List.of(now), List.of());
  }

  /**
   * Heals: what stands is told again; a signal that is well has no alerts; one that is not has at least one. Where a
   * state was looked at before the newest event, the event is right.
   */
  private Step state(Message m, Mapping mapping) {
    List<Held> of = of(m.signal());
    boolean old = of.stream().anyMatch(h -> m.at().isBefore(h.told()));
    if (m.level() == Level.OK && m.muted().isEmpty() && !old) return new Step(without(of), List.of(), of);
    Optional<Kind> missing = missing(m, of);
    if (missing.isEmpty() || old) return new Step(this, of, List.of());
    Held found = begun(m, missing.get(), mapping);
    List<Held> all = new ArrayList<>(of);
    all.add(found);
    return new Step(with(found), all, List.of());
  }

  /** Unknown is told by events alone: at every start nothing is known for a while, and nobody is to be called. */
  private static Optional<Kind> missing(Message m, List<Held> of) {
    Signal.Kind kind = m.signal().kind();
    if (m.level() == Level.CRITICAL && kind == Signal.Kind.SERVICE
        && of.stream().noneMatch(h -> Message.severity(h.alarm()) == Level.CRITICAL)) return Optional.of(Kind.OUTAGE);
    if (m.level() != Level.WARNING || !of.isEmpty()) return Optional.empty();
    return switch (kind) {
      case SERVICE -> Optional.of(Kind.DEGRADED);
      case IRIS -> Optional.of(Kind.CONSOLE_FAULT);
      case FEED -> Optional.empty();
    };
  }

  List<Held> of(Signal signal) {
    return held.values().stream().filter(h -> h.signal().equals(signal.id()))
        .sorted(java.util.Comparator.comparing(Held::alarm)).toList();
  }

  private static Held begun(Message m, AlarmKey.Kind alarm, Mapping mapping) {
    Instant since = m.since().orElse(m.at());
    return new Held(m.signal().id(), alarm, Labels.of(m, alarm, mapping), Labels.annotations(m, mapping), since,
        m.at());
  }

  private Standing with(Held one) {
    Map<String, Held> next = new TreeMap<>(held);
    next.put(one.key(), one);
    return new Standing(next);
  }

  private Standing without(List<Held> these) {
    Map<String, Held> next = new TreeMap<>(held);
    these.forEach(h -> next.remove(h.key()));
    return new Standing(next);
  }
}

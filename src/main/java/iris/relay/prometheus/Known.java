package iris.relay.prometheus;

import iris.alarm.AlarmKey;
import iris.relay.Figures;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest that was told of one signal, and what was counted.
 *
 * @param newest event or state; {@code told} when we were told, by our clock
 * @param figures of the newest window
 * @param total transactions of all windows counted, {@code failed} of them
 * @param begun alarms that began, which a scrape may have missed between two
 */
record Known(Signal signal, Optional<Message> newest, Instant told, Optional<Figures> figures, long total, long failed,
    Map<AlarmKey.Kind, Long> begun) {
  Known {
    Map<AlarmKey.Kind, Long> counted = new EnumMap<>(AlarmKey.Kind.class);
    counted.putAll(begun);
    begun = Collections.unmodifiableMap(counted);
  }

  static Known nothingOf(Signal signal) {
    return new Known(signal, Optional.empty(), Instant.MIN, Optional.empty(), 0, 0, Map.of());
  }

  /** @param first whether this message was not heard before: what is delivered twice counts once */
  Known hear(Message m, Instant now, boolean first) {
    Optional<Figures> of = m.figures().filter(f -> figures.isEmpty() || !f.to().isBefore(figures.get().to()));
    if (m.sort() == Sort.STATISTIC) return new Known(m.signal(), newest, told, of.or(() -> figures),
        total + (first ? m.figures().map(Figures::total).orElse(0L) : 0),
        failed + (first ? m.figures().map(Figures::failed).orElse(0L) : 0), begun);
    Map<AlarmKey.Kind, Long> counted = new EnumMap<>(AlarmKey.Kind.class);
    counted.putAll(begun);
    if (m.sort() == Sort.BEGIN && first) counted.merge(m.alarm().orElseThrow(), 1L, Long::sum);
    boolean older = newest.isPresent() && m.at().isBefore(newest.get().at());
    return older
        ? new Known(signal, newest, told, of.or(() -> figures), total, failed, counted)
        : new Known(m.signal(), Optional.of(m), now, of.or(() -> figures), total, failed, counted);
  }
}

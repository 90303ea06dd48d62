package iris.agent.simulate;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** All that is wrong at a moment; a fault stands at most once in it. Immutable. */
record Faults(Map<Fault, Injection> all) {
  static final Faults NONE = new Faults(Map.of());

  Faults {
    all = Map.copyOf(all);
  }

  Faults with(Injection injection) {
    Map<Fault, Injection> more = new EnumMap<>(Fault.class);
    more.putAll(all);
    more.put(injection.fault(), injection);
    return new Faults(more);
  }

  Faults without(Collection<Fault> faults) {
    Map<Fault, Injection> fewer = new EnumMap<>(Fault.class);
    fewer.putAll(all);
    fewer.keySet().removeAll(faults);
    return new Faults(fewer);
  }

  /** What is left at {@code now}. */
  Faults at(Instant now) {
    return without(all.values().stream().filter(i -> i.over(now)).map(Injection::fault).toList());
  }

  boolean has(Fault fault) {
    return all.containsKey(fault);
  }

  /** Whether a fault strikes this transaction. */
  boolean strikes(Fault fault, RandomGenerator dice) {
    return Optional.ofNullable(all.get(fault)).filter(i -> i.share() >= 1 || dice.nextDouble() < i.share()).isPresent();
  }
}

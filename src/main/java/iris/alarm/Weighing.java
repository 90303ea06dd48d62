package iris.alarm;

import iris.alarm.Chain.Lamp;
import iris.alarm.Chain.Light;
import iris.alarm.Chain.Part;
import iris.alarm.Chain.Proof;
import iris.alarm.Chain.Weighed;
import iris.alarm.Chain.Witness;
import iris.alarm.OriginVerdict.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What speaks for a verdict and what against it. */
final class Weighing {
  private Weighing() {}

  /** The parts that a verdict means. */
  static Set<Part> accused(Fault fault) {
    return switch (fault) {
      case NORMAL -> Set.of();
      case PROVIDER, PROVIDER_SIGNALLING -> Set.of(Part.PROVIDER);
      case EXTERNAL -> Set.of(Part.EXTERNAL);
      case PROVIDER_OR_EXTERNAL -> Set.of(Part.PROVIDER, Part.EXTERNAL_LINE, Part.EXTERNAL);
      case NETWORK_BETWEEN -> Set.of(Part.EXTERNAL_LINE);
      case OUR_LINK_TO_PROVIDER -> Set.of(Part.PROVIDER_LINE);
      case OUR_NETWORK -> Set.of(Part.OUR_LINE, Part.NETWORK);
    };
  }

  static List<Weighed> weigh(Fault fault, Map<Part, Lamp> lamps) {
    Set<Part> accused = accused(fault);
    List<Part> order = new ArrayList<>(lamps.keySet());
    // What two parts rest on counts where it weighs more: where the fault is sought.
    order.sort(Comparator.comparing(part -> !accused.contains(part)));
    Set<Proof> counted = new HashSet<>();
    List<Weighed> all = new ArrayList<>();
    for (Part part : order)
      for (Proof proof : Objects.requireNonNull(lamps.get(part)).proofs())
        against(fault, accused.contains(part), proof).filter(_ -> counted.add(proof))
            .ifPresent(against -> all.add(new Weighed(part, proof, against)));
    all.sort(Comparator.comparing(Weighed::against));
    return all;
  }

  /** True: against; empty: it says nothing either way. */
  private static Optional<Boolean> against(Fault fault, boolean accused, Proof proof) {
    if (!proof.fresh() || proof.says() == Light.NOT_MEASURED || proof.witness() == Witness.CONSOLE) return Optional.empty();
    boolean accuses = proof.says() != Light.WELL;
    if (!accused) return Optional.of(accuses);
    if (accuses) return Optional.of(false);
    // A feed that answers says that its server lives, not that the service does.
    if (proof.witness() == Witness.REACHED || proof.witness() == Witness.FRESH) return Optional.empty();
    // A service that works while its feed does not: that is the very fault.
    return Optional.of(fault != Fault.PROVIDER_SIGNALLING);
  }
}

package iris.alarm;

import iris.signal.Reason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The way from our desk to the external service, each part lit by its own evidence: what was measured, and no more. The
 * verdict beside it is the board's; nothing is judged twice. Derived, and nothing of it is kept.
 *
 * @param provider what the feed calls the provider; the feed's own name where it names none
 * @param external what the feed calls the external party; empty where it names none
 * @param lamps every part has one
 * @param accused the parts that the verdict means
 * @param weighed what speaks for the verdict and what against it, for it first
 */
public record Chain(
    String service,
    String provider,
    Optional<String> external,
    Map<Part, Lamp> lamps,
    OriginVerdict verdict,
    Set<Part> accused,
    List<Weighed> weighed,
    Optional<Contest> contest) {

  /** From left to right: nodes, and the links between them. */
  public enum Part {
    DESK,
    OUR_LINE,
    NETWORK,
    PROVIDER_LINE,
    PROVIDER,
    EXTERNAL_LINE,
    EXTERNAL;

    public boolean node() {
      return switch (this) {
        case DESK, NETWORK, PROVIDER, EXTERNAL -> true;
        case OUR_LINE, PROVIDER_LINE, EXTERNAL_LINE -> false;
      };
    }
  }

  /** What evidence says of a part. */
  public enum Light {
    WELL,
    BAD,
    DOUBTFUL,
    NOT_MEASURED
  }

  /** Who or what bears witness. */
  public enum Witness {
    /** The console about itself. */
    CONSOLE(3),
    /** The host that shares our line and nothing else. */
    NEUTRAL_HOST(2),
    /** Feeds that answer. */
    ANSWERS(2),
    /** Our own check of the service. */
    CHECK(2),
    /** This feed answers. */
    REACHED(1),
    /** This feed's newest window is recent. */
    FRESH(1),
    /** Words of the open incident. */
    CLAIM(3),
    /** That no incident is open. */
    NO_CLAIM(1),
    /** Failures by origin. */
    FAILURES(3),
    /** Shares of the response time. */
    SPLIT(0);

    /** The greater is believed where two contradict each other. */
    final int rank;

    Witness(int rank) {
      this.rank = rank;
    }
  }

  /**
   * One piece of evidence.
   *
   * @param says what it would light the part with, if it is fresh
   * @param fresh young enough to prove anything
   * @param at when it was found out, or what it is about happened
   * @param what the sentence; {@code more} its details
   */
  public record Proof(
      Witness witness, Light says, boolean fresh, Optional<Instant> at, Reason what, List<Reason> more) {
    public Proof {
      Objects.requireNonNull(witness);
      Objects.requireNonNull(says);
      Objects.requireNonNull(at);
      Objects.requireNonNull(what);
      more = List.copyOf(more);
    }

    boolean proves(Light light) {
      return fresh && says == light;
    }
  }

  /** A part's light, and all that was asked about it: also what is old or was never measured. */
  public record Lamp(Light light, List<Proof> proofs) {
    public Lamp {
      Objects.requireNonNull(light);
      proofs = List.copyOf(proofs);
    }
  }

  /** Evidence as it bears on the verdict. */
  public record Weighed(Part part, Proof proof, boolean against) {
    public Weighed {
      Objects.requireNonNull(part);
      Objects.requireNonNull(proof);
    }
  }

  public Chain {
    Objects.requireNonNull(service);
    Objects.requireNonNull(provider);
    Objects.requireNonNull(external);
    lamps = java.util.Collections.unmodifiableMap(new EnumMap<>(lamps));
    if (lamps.size() != Part.values().length) throw new IllegalArgumentException("a part without a lamp: " + lamps.keySet());
    Objects.requireNonNull(verdict);
    accused = Set.copyOf(accused);
    weighed = List.copyOf(weighed);
    Objects.requireNonNull(contest);
  }

  /** The chain of a service as it stands {@code now}; empty for one that the board does not know. */
  public static Optional<Chain> of(Board board, String service, Now now) {
    return Optional.ofNullable(board.services().get(service)).map(s -> Lighting.chain(board, s, now));
  }

  /** The parts that a fault means. */
  public static Set<Part> accused(OriginVerdict.Fault fault) {
    return Weighing.accused(fault);
  }

  public Lamp lamp(Part part) {
    return Objects.requireNonNull(lamps.get(part));
  }
}

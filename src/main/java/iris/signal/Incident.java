package iris.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An incident as the whole document tells it, its updates folded together.
 *
 * @param kind what it is; {@link Kind#UNCLASSIFIED} rings, since no rule decided
 * @param origin whose fault; empty where the dialect does not say (which is not {@link Origin#UNKNOWN}, said)
 * @param opened time of the first update or the stated beginning; empty if no time can be read
 * @param closed time of the closing update; present only when not {@code open}
 * @param updates number of updates, 1 or more
 * @param rule which rule decided kind and state, e.g. {@code statuspage.strong}, {@code lexicon.fr}
 * @param sentence the words to show: title or newest paragraph, markup taken out
 * @param proof which item and which words decided
 */
public record Incident(
    String id,
    String service,
    String title,
    Kind kind,
    boolean open,
    Optional<Origin> origin,
    Optional<String> party,
    Optional<Instant> opened,
    Optional<Instant> closed,
    int updates,
    String rule,
    String sentence,
    Proof proof) {

  /** Wire words: the name in lower case. */
  public enum Kind {
    OUTAGE,
    DEGRADATION,
    MAINTENANCE,
    NOTICE,
    UNCLASSIFIED
  }

  public Incident {
    Objects.requireNonNull(service);
    Objects.requireNonNull(title);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(party);
    Objects.requireNonNull(opened);
    Objects.requireNonNull(closed);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(sentence);
    // Journals written before there were proofs.
    if (proof == null) proof = Proof.NONE;
    if (id.isBlank()) throw new IllegalArgumentException("an incident needs an id");
    if (updates < 1) throw new IllegalArgumentException("an incident has at least one update");
    if (open && closed.isPresent()) throw new IllegalArgumentException("an open incident has no end: " + id);
  }

  /** One of which nobody asks for a proof. */
  public Incident(
      String id,
      String service,
      String title,
      Kind kind,
      boolean open,
      Optional<Origin> origin,
      Optional<String> party,
      Optional<Instant> opened,
      Optional<Instant> closed,
      int updates,
      String rule,
      String sentence) {
    this(id, service, title, kind, open, origin, party, opened, closed, updates, rule, sentence, Proof.NONE);
  }

  /** The same words, judged otherwise by the rule of this name. */
  public Incident judged(Kind other, boolean stillOpen, Optional<Origin> fault, String by) {
    return new Incident(id, service, title, other, stillOpen, fault, party, opened, closed, updates, by, sentence, proof);
  }

  /** The same, over at this time; empty: at an unknown one. */
  public Incident over(Optional<Instant> at) {
    return new Incident(id, service, title, kind, false, origin, party, opened, at, updates, rule, sentence, proof);
  }
}

package iris.agent.source;

import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions failed, and by whose fault.
 *
 * <p>Failed: 500 and above, 499 (the caller gave up waiting; nginx), and 0 (nothing was answered). Every other 4xx is
 * the caller's own doing and a good transaction of the service, 408 too: it waited for a request that was never
 * finished, and servers write it for each idle connection that a browser opened in advance.
 *
 * <p>Whose fault, first rule that applies: the line's own word; nobody's for sure (499 and 0, unless the external
 * party answered 5xx); the external party's where it answered 5xx, or where the service answered 502 or 504 and the
 * line does not tell of a better answer of that party; else the party's whose log it is.
 */
public final class Fault {
  private static final Optional<Origin> NONE = Optional.empty();
  private static final Optional<Origin> EXTERNAL = Optional.of(Origin.EXTERNAL);
  private static final Optional<Origin> UNKNOWN = Optional.of(Origin.UNKNOWN);
  private static final int GAVE_UP = 499;

  private final Service service;
  private final Optional<Origin> own;
  private final boolean hasExternal;

  /**
   * @param party id of whom the log or the events are
   * @param external id of the party behind it, where there is one
   */
  public Fault(Service service, String party, Optional<String> external) {
    this.service = service;
    this.own = Optional.of(service.party(party).map(Fault::of).orElse(Origin.UNKNOWN));
    this.hasExternal = external.isPresent();
  }

  private static Origin of(Party party) {
    return party.role() == Party.Role.EXTERNAL ? Origin.EXTERNAL : Origin.PROVIDER;
  }

  /** Whose fault; empty for a transaction that went well. */
  public Optional<Origin> whose(Transaction t) {
    if (t.status < 500 && t.status != GAVE_UP && t.status != 0) return NONE;
    if (t.origin != null) return Optional.of(t.origin);
    boolean externalFailed = hasExternal && t.externalStatus >= 500;
    if (externalFailed) return EXTERNAL;
    if (t.status < 500) return UNKNOWN;
    boolean gateway = t.status == 502 || t.status == 504;
    return hasExternal && gateway && t.externalStatus == 0 ? EXTERNAL : own;
  }

  /** What a line means by its own word: an origin's name or a party's id; null for no word. */
  public static @Nullable Origin word(Service service, String word) {
    String plain = word.strip();
    if (plain.isEmpty() || plain.equals("-") || plain.equalsIgnoreCase("none")) return null;
    return service.party(plain).map(Fault::of).orElseGet(() -> Origin.ofWire(plain.toLowerCase(Locale.ROOT)));
  }

  /** {@link #word(Service, String)} of the service that this is about. */
  public @Nullable Origin word(String word) {
    return word(service, word);
  }
}

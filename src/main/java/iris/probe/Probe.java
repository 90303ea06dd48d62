package iris.probe;

import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * Checks a page, a door or a name from where we stand, straight, past every proxy. Blocks its thread, a virtual one
 * preferably. Shared by many checks at once.
 */
public final class Probe {
  private final Lookup lookup = new Lookup();
  private final InstantSource clock;
  private final SSLSocketFactory tls;

  /** A probe that trusts whom the system trusts. */
  public Probe(InstantSource clock) {
    this(clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /** A probe that trusts whom {@code context} trusts. */
  public Probe(InstantSource clock, SSLContext context) {
    this(clock, context.getSocketFactory());
  }

  private Probe(InstantSource clock, SSLSocketFactory tls) {
    this.clock = clock;
    this.tls = tls;
  }

  /**
   * Checks once.
   *
   * @param timeout for the whole check, above zero
   * @throws InterruptedException when interrupted while a name is looked up
   */
  public ProbeResult check(Target target, Duration timeout) throws InterruptedException {
    return new Check(target, timeout, lookup, tls, clock).run();
  }
}

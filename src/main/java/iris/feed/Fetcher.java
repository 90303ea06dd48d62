package iris.feed;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Asks sources, one fetch at a time or many at once. Shared by all pollers, since it holds what they share: open
 * connections, and the turnstile that lets only so many TLS connections be in flight.
 */
public final class Fetcher implements AutoCloseable {
  // 10,000 TLS hosts at once collapsed with 9,977 errors; with 16 in flight and staggered starts they worked.
  private static final int TLS_IN_FLIGHT = 16;
  private static final int PAST_IN_FLIGHT = 4;

  private final Semaphore turnstile = new Semaphore(TLS_IN_FLIGHT, true);
  private final Semaphore past = new Semaphore(PAST_IN_FLIGHT, true);
  private final FileAsk files = new FileAsk();
  private final InstantSource clock;
  private final Vault vault;
  private final Proxies proxies;
  private final Clients clients;

  /**
   * @param clock for Date offsets and certificate days
   * @param environment where secrets and proxies are looked up, usually the program's
   */
  public Fetcher(InstantSource clock, Map<String, String> environment) {
    this.clock = clock;
    this.vault = new Vault(environment);
    this.proxies = new Proxies(environment);
    this.clients = new Clients(vault, clock, proxies);
  }

  /**
   * Asks once. Blocks for at most the source's {@link Caps#whole}, beside the wait at the turnstile.
   *
   * @throws InterruptedException when interrupted, the connection being dropped
   */
  public Fetch fetch(SourceConfig source, Ask ask) throws InterruptedException {
    if (source.isFile()) return files.go(source);
    if (!Redirects.isTls(source.uri())) return http(source, ask);
    turnstile.acquire();
    try {
      return http(source, ask);
    } finally {
      turnstile.release();
    }
  }

  private Fetch http(SourceConfig source, Ask ask) throws InterruptedException {
    return new HttpAsk(source, ask, vault, clients, proxies, clock).go();
  }

  /** Asks for a document of the past: few at a time, since what is of now goes before. */
  Fetch fetchPast(SourceConfig source) throws InterruptedException {
    past.acquire();
    try {
      return fetch(source, Ask.PLAIN);
    } finally {
      past.release();
    }
  }

  /**
   * Opens an event stream of a source. Only the opening is in flight, not the stream.
   *
   * @param onEvent called on other threads, must not block
   */
  PushAsk.Opening listen(SourceConfig source, URI at, Optional<String> last, Runnable onEvent)
      throws InterruptedException {
    PushAsk ask = new PushAsk(source, vault, clients, proxies);
    if (!Redirects.isTls(at)) return ask.go(at, last, onEvent);
    turnstile.acquire();
    try {
      return ask.go(at, last, onEvent);
    } finally {
      turnstile.release();
    }
  }

  /** Lets go of the connections that none of these sources needs. */
  void keepOnly(Collection<SourceConfig> sources) {
    Set<Clients.Kind> needed = new HashSet<>();
    for (SourceConfig source : sources) {
      needed.add(Clients.Kind.of(source, true));
      needed.add(Clients.Kind.of(source, false));
    }
    clients.keepOnly(needed);
  }

  /** Drops all connections; a fetch under way fails. */
  @Override
  public void close() {
    clients.close();
  }
}

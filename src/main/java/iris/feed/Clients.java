package iris.feed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One HttpClient, with its thread and its open connections, for all sources that go the same way and trust the same:
 * 1,000 sources of one house share one. A certificate file that was renewed gives a new client.
 */
final class Clients implements AutoCloseable {
  /** Same way, same trust, same identity: same client. */
  record Kind(ProxyRoute proxy, Optional<Path> ca, Optional<ClientCertificate> identity, Duration connect) {
    /** The client for a source; {@code ours} is false for a host that must not see the source's certificate. */
    static Kind of(SourceConfig source, boolean ours) {
      Optional<ClientCertificate> identity = ours ? source.identity() : Optional.empty();
      return new Kind(source.proxy(), source.ca(), identity, source.caps().connect());
    }
  }

  private record Open(List<Object> stamps, HttpClient client) {}

  // Java refuses Basic on the way to a proxy's tunnel unless told otherwise, and reads this once, at its first use.
  private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  private final Tls tls;
  private final Proxies proxies;
  private final Map<Kind, Open> open = new HashMap<>();
  private boolean closed;

  Clients(Vault vault, InstantSource clock, Proxies proxies) {
    this.tls = new Tls(vault, clock);
    this.proxies = proxies;
    if (System.getProperty(TUNNELS) == null) System.setProperty(TUNNELS, "");
  }

  synchronized HttpClient of(Kind kind) throws Denied {
    if (closed) throw new Denied("feed.closed");
    List<Object> stamps = stamps(kind);
    Open known = open.get(kind);
    // A client whose selector died says no to everything, for ever.
    if (known != null && known.stamps().equals(stamps) && !known.client().isTerminated()) return known.client();
    HttpClient client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(kind.connect())
        .proxy(proxies.selector(kind.proxy()))
        .sslContext(tls.context(kind.ca(), kind.identity()))
        .sslParameters(Tls.parameters())
        .build();
    open.put(kind, new Open(stamps, client));
    // Not shutdownNow: another poller may be in the middle of an answer.
    if (known != null) known.client().shutdown();
    return client;
  }

  synchronized void keepOnly(Set<Kind> needed) {
    open.entrySet().removeIf(one -> {
      boolean idle = !needed.contains(one.getKey());
      if (idle) one.getValue().client().shutdown();
      return idle;
    });
  }

  private static List<Object> stamps(Kind kind) {
    List<Object> stamps = new ArrayList<>();
    kind.ca().ifPresent(file -> stamps.add(stamp(file)));
    kind.identity().ifPresent(identity -> {
      stamps.add(stamp(identity.certificate()));
      identity.key().ifPresent(key -> stamps.add(stamp(key)));
    });
    return stamps;
  }

  /** A missing file has its own stamp: the fetch that then reads it says so. */
  private static Object stamp(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(found.lastModifiedTime(), found.size());
    } catch (IOException e) {
      return e.getClass();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.values().forEach(one -> one.client().shutdownNow());
    open.clear();
  }
}

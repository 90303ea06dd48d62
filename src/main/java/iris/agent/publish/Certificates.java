package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.agent.CannotPublish;
import iris.signal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Who the server is: read anew when the files change, and told when the certificate ends soon. */
final class Certificates {
  private static final Duration SOON = Duration.ofDays(14);

  private final AgentConfig.Tls tls;
  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private List<Object> seen;
  private volatile Instant end;
  private volatile Optional<Reason> refused = Optional.empty();

  Certificates(AgentConfig.Tls tls) throws CannotPublish {
    this.tls = tls;
    seen = look();
    use(factory, PemPair.read(tls));
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    // The name asked for is a client's business: with one certificate there is no other to choose.
    factory.setSniRequired(false);
  }

  SslContextFactory.Server factory() {
    return factory;
  }

  /** Takes over files that changed; as long as they are no pair, the old one serves on. */
  void refresh() {
    List<Object> now = look();
    if (now.equals(seen) && refused.isEmpty()) return;
    seen = now;
    try {
      KeyStore store = PemPair.read(tls);
      factory.reload(f -> use((SslContextFactory.Server) f, store));
      refused = Optional.empty();
    } catch (CannotPublish e) {
      refused = Optional.of(e.reason());
    } catch (Exception e) {
      // Jetty's reload declares no less.
      refused = Optional.of(Reason.of("agent.feed.tls.no-certificate", tls.chain()));
    }
  }

  private void use(SslContextFactory.Server f, KeyStore store) {
    try {
      end = ((X509Certificate) store.getCertificate("iris")).getNotAfter().toInstant();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a store that was just filled", e);
    }
    f.setKeyStore(store);
    f.setKeyStorePassword("");
  }

  Optional<Reason> trouble(Instant now) {
    if (refused.isPresent()) return refused;
    if (end.isBefore(now)) return Optional.of(Reason.of("agent.feed.tls.over", tls.chain(), end));
    return end.isBefore(now.plus(SOON))
        ? Optional.of(Reason.of("agent.feed.tls.soon", tls.chain(), end))
        : Optional.empty();
  }

  private List<Object> look() {
    return List.of(look(tls.chain()), look(tls.key()));
  }

  private static Object look(Path file) {
    try {
      BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(a.lastModifiedTime(), a.size(), String.valueOf(a.fileKey()));
    } catch (IOException gone) {
      return "gone";
    }
  }
}

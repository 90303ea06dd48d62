package iris.agent.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What the front shows to who connects: a good certificate, or one that ended. */
final class FrontCertificate {
  private final SslContextFactory.Server shown = new SslContextFactory.Server();
  private final SSLContext good;
  private final SSLContext ended;
  private final SSLContext client;

  /** @param file where the authority's certificate is written */
  FrontCertificate(Path file, Instant now) throws IOException {
    Certificates authority = new Certificates(now);
    authority.write(file);
    good = authority.server(90);
    ended = authority.server(-1);
    client = authority.client();
    shown.setSslContext(good);
    // The name that clients use is an address; the certificate bears it.
    shown.setSniRequired(false);
  }

  SslContextFactory.Server shown() {
    return shown;
  }

  SSLContext client() {
    return client;
  }

  /** For connections from now on. */
  void show(boolean expired) {
    SSLContext wanted = expired ? ended : good;
    if (shown.getSslContext() == wanted) return;
    try {
      shown.reload(factory -> factory.setSslContext(wanted));
    } catch (Exception e) {
      throw new IllegalStateException("a context that was made before", e);
    }
  }
}

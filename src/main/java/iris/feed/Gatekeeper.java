package iris.feed;

import iris.signal.Reason;
import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Java's own judgement of certificates, which it does not soften; it only says precisely why one is refused. */
final class Gatekeeper extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private final InstantSource clock;

  Gatekeeper(X509ExtendedTrustManager judge, InstantSource clock) {
    this.judge = judge;
    this.clock = clock;
  }

  private Reason why(X509Certificate[] chain, CertificateException e) {
    X509Certificate server = chain[0];
    for (X509Certificate one : chain) {
      if (one.getNotAfter().toInstant().isBefore(clock.instant()))
        return Reason.of("feed.tls.expired", name(one), one.getNotAfter().toInstant());
      if (one.getNotBefore().toInstant().isAfter(clock.instant()))
        return Reason.of("feed.tls.not-yet", name(one), one.getNotBefore().toInstant());
    }
    if (causedBy(e, CertPathBuilderException.class)) {
      boolean own = server.getIssuerX500Principal().equals(server.getSubjectX500Principal());
      return own ? Reason.of("feed.tls.self-signed", name(server))
          : Reason.of("feed.tls.unknown-ca", server.getIssuerX500Principal().getName());
    }
    // What is left once chain and dates are good: the name. Its own message is Java's and may change.
    return e.getCause() == null ? Reason.of("feed.tls.wrong-host", names(server))
        : Reason.of("feed.tls.certificate", String.valueOf(e.getMessage()));
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null) return names.stream().map(n -> String.valueOf(n.get(1))).collect(Collectors.joining(", "));
    } catch (CertificateParsingException unreadable) {
      return name(certificate);
    }
    return name(certificate);
  }

  private static boolean causedBy(Throwable e, Class<? extends Throwable> kind) {
    for (Throwable at = e; at != null; at = at.getCause()) if (kind.isInstance(at)) return true;
    return false;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
    try {
      judge.checkServerTrusted(chain, type, engine);
    } catch (CertificateException e) {
      throw new CertificateRefused(why(chain, e), e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
    try {
      judge.checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      throw new CertificateRefused(why(chain, e), e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    try {
      judge.checkServerTrusted(chain, type);
    } catch (CertificateException e) {
      throw new CertificateRefused(why(chain, e), e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
    judge.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
    judge.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}

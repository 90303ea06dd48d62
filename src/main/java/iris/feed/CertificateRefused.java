package iris.feed;

import iris.signal.Reason;
import java.security.cert.CertificateException;

/** The server's certificate is not to be trusted, and we know why. Found again in the causes of the failed fetch. */
final class CertificateRefused extends CertificateException {
  private final transient Reason reason;

  CertificateRefused(Reason reason, CertificateException cause) {
    super(reason.toString(), cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

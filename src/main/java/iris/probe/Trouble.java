package iris.probe;

import iris.probe.ProbeResult.Step;
import iris.signal.Reason;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Why a step failed. */
final class Trouble {
  private Trouble() {}

  static Reason of(IOException thrown, Step at, Target target, Duration limit) {
    String host = target.host();
    boolean certificate = false;
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof SocketTimeoutException) return Reason.of("probe.timeout", host, step(at), limit);
      if (e instanceof ProtocolException) return Reason.of("probe.not-http", host, target.port());
      if (e instanceof UnknownHostException) return Reason.of("probe.dns", host);
      if (e instanceof NoRouteToHostException) return Reason.of("probe.route", host);
      if (e instanceof CertificateExpiredException) return Reason.of("probe.tls.expired", host);
      if (e instanceof CertPathBuilderException) return Reason.of("probe.tls.unknown-ca", host);
      if (e instanceof SSLException && tooOld(e)) return Reason.of("probe.tls.version", host);
      certificate |= e instanceof CertificateException;
    }
    return switch (at) {
      case DNS -> Reason.of("probe.dns", host);
      case CONNECT -> Reason.of("probe.connect", host, target.port());
      case TLS -> certificate ? Reason.of("probe.tls.wrong-host", host)
          : Reason.of("probe.tls", host, String.valueOf(thrown.getMessage()));
      case FIRST_BYTE, BODY -> Reason.of("probe.cut", host);
    };
  }

  /** No type tells it: Java's own words, and those of the alert. */
  private static boolean tooOld(Throwable e) {
    String said = String.valueOf(e.getMessage());
    return said.contains("protocol_version") || said.contains("protocol version");
  }

  /** Key of the words for a step. */
  private static String step(Step at) {
    return switch (at) {
      case DNS -> "probe.step.dns";
      case CONNECT -> "probe.step.connect";
      case TLS -> "probe.step.tls";
      case FIRST_BYTE -> "probe.step.first-byte";
      case BODY -> "probe.step.body";
    };
  }
}

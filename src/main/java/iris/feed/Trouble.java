package iris.feed;

import iris.signal.Reason;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection failed, from what Java threw. */
final class Trouble {
  private Trouble() {}

  /**
   * @param host whom we tried to reach: the proxy, where there is one
   * @param caps for the times that the sentence names
   */
  static Reason of(Throwable thrown, String host, Caps caps) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      Reason reason = one(e, host, caps);
      if (reason != null) return reason;
    }
    Throwable root = thrown;
    while (root.getCause() != null && (root instanceof ExecutionException || root instanceof CompletionException))
      root = root.getCause();
    return byWords(root, host);
  }

  private static @Nullable Reason one(Throwable e, String host, Caps caps) {
    return switch (e) {
      case CertificateRefused refused -> refused.reason();
      case HttpConnectTimeoutException _ -> Reason.of("feed.timeout.connect", host, caps.connect());
      case HttpTimeoutException _ -> Reason.of("feed.timeout.read", host, caps.whole());
      case UnresolvedAddressException _ -> Reason.of("feed.dns", host);
      case UnknownHostException _ -> Reason.of("feed.dns", host);
      case NoRouteToHostException _ -> Reason.of("feed.route", host);
      // It wraps the address that was not resolved: look there before calling it a refusal.
      case ConnectException _ when e.getCause() == null || !unresolved(e) -> Reason.of("feed.connect", host);
      case SSLException tls when tls.getCause() == null || said(tls, "fatal alert") -> tls(tls, host);
      case ProtocolException _ -> Reason.of("feed.http.garbled", host);
      case SocketException _ when said(e, "unreachable") -> Reason.of("feed.route", host);
      case SocketException _ when said(e, "reset") || said(e, "broken pipe") -> Reason.of("feed.reset", host);
      default -> null;
    };
  }

  private static boolean unresolved(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause())
      if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException
          || at instanceof NoRouteToHostException) return true;
    return false;
  }

  private static Reason tls(SSLException e, String host) {
    if (said(e, "certificate_required") || said(e, "bad_certificate") || said(e, "alert: unknown_ca")
        || said(e, "certificate_unknown") || said(e, "access_denied"))
      return Reason.of("feed.tls.identity", host);
    if (said(e, "protocol_version") || said(e, "protocol version") || said(e, "no appropriate protocol")
        || said(e, "handshake_failure"))
      return Reason.of("feed.tls.version", host);
    if (said(e, "unrecognized ssl") || said(e, "plaintext")) return Reason.of("feed.tls.plain", host);
    return Reason.of("feed.tls.handshake", host, String.valueOf(e.getMessage()));
  }

  /** The last resort: these have no type of their own in Java's client. */
  private static Reason byWords(Throwable e, String host) {
    if (said(e, "reset") || said(e, "broken pipe")) return Reason.of("feed.reset", host);
    if (said(e, "tunnel")) return Reason.of("feed.proxy.tunnel", host, String.valueOf(e.getMessage()));
    // A server of another kind: no status line, a length that is none, a chunk without end.
    if (said(e, "parsing http") || said(e, "chunk size") || said(e, "chunk header") || e instanceof NumberFormatException)
      return Reason.of("feed.http.garbled", host);
    if (e instanceof EOFException || said(e, "eof") || said(e, "content-length") || said(e, "chunked")
        || said(e, "no bytes") || said(e, "closed")) return Reason.of("feed.cut", host);
    if (e instanceof SSLException) return Reason.of("feed.tls.handshake", host, String.valueOf(e.getMessage()));
    return Reason.of("feed.io", host, e.getClass().getSimpleName() + ": " + e.getMessage());
  }

  private static boolean said(Throwable e, String words) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains(words);
  }
}

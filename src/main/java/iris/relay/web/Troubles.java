package iris.relay.web;

import iris.signal.Reason;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why a server could not be reached, as a sentence. */
public final class Troubles {
  private Troubles() {}

  public static Reason of(Throwable why) {
    return switch (why) {
      case HttpConnectTimeoutException _ -> Reason.of("relay.web.no-connection");
      case HttpTimeoutException _ -> Reason.of("relay.web.no-answer");
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException -> Reason.of("relay.web.unknown-host");
      case ConnectException _ -> Reason.of("relay.web.refused");
      case UnknownHostException _ -> Reason.of("relay.web.unknown-host");
      case UnresolvedAddressException _ -> Reason.of("relay.web.unknown-host");
      case SocketTimeoutException _ -> Reason.of("relay.web.no-answer");
      case EOFException _ -> Reason.of("relay.wire.ended");
      case SSLException e -> Reason.of("relay.web.tls", String.valueOf(e.getMessage()));
      default -> Reason.of("relay.web.broken", why.getClass().getSimpleName());
    };
  }
}

package iris.fallback;

import iris.signal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * One HTTP request. A client of its own, so that no connection of another time is taken up again: a request on a dead
 * connection would be sent a second time by the client itself.
 */
final class Calling {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private Calling() {}

  /** @param trust empty: what the machine trusts */
  static Done once(Deed.Call call, Map<String, String> headers, Optional<SSLContext> trust, Duration limit)
      throws InterruptedException {
    long began = System.nanoTime();
    Duration connect = limit.compareTo(CONNECT) < 0 ? limit : CONNECT;
    HttpClient opened;
    try {
      HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(connect).sslParameters(tls());
      trust.ifPresent(builder::sslContext);
      opened = builder.build();
    } catch (UncheckedIOException noSelector) {
      return Done.failed("fallback.http.no-client", call.name());
    }
    try (HttpClient client = opened) {
      CompletableFuture<HttpResponse<java.io.InputStream>> asked =
          client.sendAsync(request(call, headers), BodyHandlers.ofInputStream());
      try {
        HttpResponse<java.io.InputStream> answer = asked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        return answered(call, answer, Duration.ofNanos(System.nanoTime() - began), limit);
      } catch (TimeoutException silent) {
        return Done.failed("fallback.http.silent", call.name(), limit);
      } catch (ExecutionException e) {
        return broken(call, Objects.requireNonNullElse(e.getCause(), e));
      } finally {
        asked.cancel(true);
        client.shutdownNow();
      }
    } catch (IllegalArgumentException odd) {
      return Done.failed("fallback.http.odd", call.name());
    }
  }

  /** Whatever this machine's Java may be told to allow. */
  private static SSLParameters tls() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return parameters;
  }

  private static HttpRequest request(Deed.Call call, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.url()).method(call.method(),
        call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    headers.forEach(request::header);
    return request.build();
  }

  private static Done answered(
      Deed.Call call, HttpResponse<java.io.InputStream> answer, Duration took, Duration limit)
      throws InterruptedException {
    Duration left = limit.minus(took);
    Tail tail = Tail.of(answer.body());
    tail.await(left.compareTo(LAST_WORDS) < 0 ? left : LAST_WORDS);
    int status = answer.statusCode();
    boolean well = call.expected().has(status);
    Reason what = well ? Reason.of("fallback.http.answered", call.name(), status, took.toMillis())
        : Reason.of("fallback.http.status", call.name(), status, call.expected());
    return new Done(well, what, OptionalInt.of(status), tail.text());
  }

  /** What is certain not to have been sent is said so: it leaves no doubt. */
  private static Done broken(Deed.Call call, Throwable why) {
    return switch (why) {
      case HttpConnectTimeoutException _ -> Done.failed("fallback.http.no-connection", call.name());
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          Done.failed("fallback.http.unknown-host", call.name());
      case ConnectException _ -> Done.failed("fallback.http.refused", call.name());
      case UnknownHostException _ -> Done.failed("fallback.http.unknown-host", call.name());
      case SSLException e -> Done.failed("fallback.http.tls", call.name(), String.valueOf(e.getMessage()));
      case IOException e -> Done.failed("fallback.http.broken", call.name());
      default -> Done.failed("fallback.http.failed", call.name(), why.getClass().getSimpleName());
    };
  }

  static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}

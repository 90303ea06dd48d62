package iris.relay.web;

import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.signal.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as couriers need it: one whole exchange within the target's time-out, the answer bounded, no redirect followed
 * (an event that went elsewhere was not delivered), never a system's dialogue for credentials.
 */
public final class Web implements AutoCloseable {
  /** Bytes of an answer that are read: a status page of a thousand services is smaller. */
  private static final int MOST = 4 << 20;

  private final Target target;
  private final Ground ground;
  private @Nullable HttpClient client;

  public Web(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
  }

  /** What came of one exchange. */
  public sealed interface Answer {
    /** The server answered something. */
    record Said(int status, String body, Map<String, String> headers) implements Answer {
      public Said {
        headers = Map.copyOf(headers);
      }

      public boolean well() {
        return status / 100 == 2;
      }

      /** A header by its name in lower case, the last of several. */
      public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
      }
    }

    /** It did not; what to make of that. */
    record Silent(Delivery delivery) implements Answer {
      public Reason why() {
        return switch (delivery) {
          case Delivery.TryLater later -> later.why();
          case Delivery.Refused refused -> refused.why();
          case Delivery.Superseded superseded -> superseded.why();
          case Delivery.Delivered _ -> Reason.of("relay.web.no-answer");
        };
      }
    }
  }

  /** An exchange with JSON; {@code body} empty for a GET. */
  public Answer json(String method, URI to, Optional<String> body, Map<String, String> headers)
      throws InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(Map.of("accept", "application/json"));
    if (body.isPresent()) all.put("content-type", "application/json; charset=utf-8");
    all.putAll(headers);
    return ask(method, to, body.map(text -> text.getBytes(StandardCharsets.UTF_8)), all);
  }

  public Answer ask(String method, URI to, Optional<byte[]> body, Map<String, String> headers)
      throws InterruptedException {
    HttpRequest.Builder request;
    try {
      request = HttpRequest.newBuilder(to).timeout(target.timeout())
          .method(method, body.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
      headers.forEach(request::setHeader);
    } catch (IllegalArgumentException odd) {
      // A header with a line break, an address without a host: as it is configured it can never be sent.
      return new Answer.Silent(Delivery.refused("relay.web.odd", target.id()));
    }
    try {
      return exchange(client(), request.build());
    } catch (Ground.Locked locked) {
      // A certificate that is being renewed comes back: nothing is given up for it.
      return new Answer.Silent(Delivery.later(locked.reason()));
    }
  }

  private Answer exchange(HttpClient by, HttpRequest request) throws InterruptedException {
    // The request's own time-out ends with the head of the answer; a body that never ends is cut by the wait below.
    CompletableFuture<HttpResponse<byte[]>> asked =
        by.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
    try {
      HttpResponse<byte[]> answer = asked.get(target.timeout().toNanos(), TimeUnit.NANOSECONDS);
      Map<String, String> headers = new LinkedHashMap<>();
      answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getLast()));
      return new Answer.Said(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), headers);
    } catch (TimeoutException silent) {
      forget();
      return new Answer.Silent(Delivery.later("relay.web.silent", target.timeout()));
    } catch (ExecutionException e) {
      forget();
      return new Answer.Silent(Delivery.later(Troubles.of(Objects.requireNonNullElse(e.getCause(), e))));
    } finally {
      asked.cancel(true);
    }
  }

  private synchronized HttpClient client() throws Ground.Locked {
    if (client != null && !client.isTerminated()) return client;
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(target.timeout())
        .sslContext(ground.trust(target))
        .sslParameters(parameters)
        .build();
    return client;
  }

  /** After a failure the next exchange begins anew, with the certificates as they are then. */
  private synchronized void forget() {
    if (client == null) return;
    client.shutdown();
    client = null;
  }

  /** {@code Authorization} from what the target is given: a token goes before a password; empty where it has neither. */
  public Map<String, String> authorization() throws Ground.Locked {
    Optional<Value.Secret> token = target.secret(Param.TOKEN);
    if (token.isPresent()) return Map.of("authorization", "Bearer " + ground.secret(token.get()));
    Optional<Value.Secret> password = target.secret(Param.PASSWORD);
    if (password.isEmpty()) return Map.of();
    return Map.of("authorization", basic(target.text(Param.USER).orElse(""), ground.secret(password.get())));
  }

  public static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** What a status means where the server has no rule of its own: 5xx, 408, 425 and 429 come again, other 4xx never. */
  public static Delivery verdict(Answer.Said said) {
    if (said.well()) return Delivery.done();
    int status = said.status();
    if (status >= 500 || status == 429 || status == 408 || status == 425)
      return new Delivery.TryLater(said.header("retry-after").flatMap(Web::seconds), Reason.of("relay.web.status", status));
    // Where a portal or a new address stands in between: the event is for the server, which has said nothing of it.
    if (status < 400) return Delivery.later("relay.web.status", status);
    return Delivery.refused("relay.web.status", status);
  }

  private static Optional<Duration> seconds(String written) {
    return written.matches("\\d{1,6}") ? Optional.of(Duration.ofSeconds(Long.parseLong(written))) : Optional.empty();
  }

  @Override
  public synchronized void close() {
    if (client != null) client.shutdownNow();
  }
}

package iris.feed;

import iris.signal.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens an event stream, redirects included. */
record PushAsk(SourceConfig source, Vault vault, Clients clients, Proxies proxies) {
  private static final String TYPE = "text/event-stream";

  /** What came of it. */
  sealed interface Opening {
    /** It flows; whoever gets it cancels it. */
    record Open(EventBody body) implements Opening {}

    /** @param lasting the server says that there is none, and will say so again */
    record No(Reason why, boolean lasting) implements Opening {}
  }

  /**
   * @param last id of the last event that came
   * @param onEvent called on the client's threads, must not block
   */
  Opening go(URI first, Optional<String> last, Runnable onEvent) throws InterruptedException {
    URI at = first;
    Set<URI> seen = new LinkedHashSet<>();
    try {
      for (;;) {
        seen.add(at);
        Optional<Proxies.Hop> hop = proxies.hop(source.proxy(), at);
        HttpResponse<EventBody> answer;
        try {
          answer = send(at, hop, last, onEvent);
        } catch (ExecutionException e) {
          return new Opening.No(
              Trouble.of(e, hop.map(Proxies.Hop::host).orElse(at.getHost()), source.caps()), false);
        } catch (TimeoutException e) {
          return new Opening.No(Reason.of("feed.timeout.read", at.getHost(), source.caps().whole()), false);
        }
        if (!Redirects.is(answer.statusCode())) return judge(answer, at);
        switch (Redirects.follow(at, answer.headers().firstValue("Location"), seen, source.caps().redirects())) {
          case Redirects.Way.To to -> at = to.uri();
          case Redirects.Way.No no -> {
            return new Opening.No(no.why(), true);
          }
        }
      }
    } catch (Denied e) {
      return new Opening.No(e.reason(), false);
    }
  }

  private HttpResponse<EventBody> send(URI at, Optional<Proxies.Hop> hop, Optional<String> last, Runnable onEvent)
      throws Denied, InterruptedException, ExecutionException, TimeoutException {
    boolean ours = Redirects.sameDoor(source.uri(), at);
    HttpClient client = clients.of(Clients.Kind.of(source, ours));
    HttpRequest.Builder request = new Introduction(source, vault).to(at, hop, ours)
        .setHeader("Accept", TYPE).setHeader("Cache-Control", "no-cache");
    last.filter(_ -> ours).ifPresent(id -> request.setHeader("Last-Event-ID", id));
    CompletableFuture<HttpResponse<EventBody>> coming =
        client.sendAsync(request.build(), head -> new EventBody(isStream(head), onEvent));
    boolean opened = false;
    try {
      HttpResponse<EventBody> answer = coming.get(source.caps().whole().toNanos(), TimeUnit.NANOSECONDS);
      opened = true;
      return answer;
    } finally {
      if (!opened) {
        coming.cancel(true);
        // It may have come in the very moment that we gave up.
        coming.thenAccept(late -> late.body().cancel());
      }
    }
  }

  private static boolean isStream(HttpResponse.ResponseInfo head) {
    return head.statusCode() == 200 && typed(head.headers().firstValue("Content-Type"));
  }

  private static boolean typed(Optional<String> type) {
    return type.map(t -> t.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).filter(TYPE::equals).isPresent();
  }

  private Opening judge(HttpResponse<EventBody> answer, URI at) {
    int status = answer.statusCode();
    if (status == 200 && typed(answer.headers().firstValue("Content-Type"))) return new Opening.Open(answer.body());
    boolean known = !source.credentials().equals(Credentials.NONE);
    Reason why = status == 200 || status == 204 ? Reason.of("feed.push.none", at.getHost())
        : Statuses.of(status, at.getHost(), known);
    return new Opening.No(why, status < 500 && status != 429 && status != 408);
  }
}

package iris.feed;

import iris.feed.BoundedBody.Taken;
import iris.signal.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One question over HTTP, redirects included. Used once. */
final class HttpAsk {
  private final SourceConfig source;
  private final Ask ask;
  private final Vault vault;
  private final Clients clients;
  private final Proxies proxies;
  private final InstantSource clock;
  private final long began = System.nanoTime();

  HttpAsk(SourceConfig source, Ask ask, Vault vault, Clients clients, Proxies proxies, InstantSource clock) {
    this.source = source;
    this.ask = ask;
    this.vault = vault;
    this.clients = clients;
    this.proxies = proxies;
    this.clock = clock;
  }

  Fetch go() throws InterruptedException {
    URI at = source.uri();
    Set<URI> seen = new LinkedHashSet<>();
    try {
      for (;;) {
        seen.add(at);
        Optional<Proxies.Hop> hop = proxies.hop(source.proxy(), at);
        Instant asked = clock.instant();
        HttpResponse<Taken> answer;
        Taken body;
        try {
          answer = send(at, hop);
          // A proxy's no to a tunnel comes without a body, past our handler.
          body = answer.body() == null ? new Taken(new byte[0], false, clock.instant()) : answer.body();
        } catch (ExecutionException | TimeoutException e) {
          return new Fetch.Failed(
              e instanceof TimeoutException ? Reason.of("feed.timeout.read", at.getHost(), source.caps().whole())
                  : Trouble.of(e, hop.map(Proxies.Hop::host).orElse(at.getHost()), source.caps()));
        }
        Answer heard = new Answer(source, ask, at, asked, took(), clock, body);
        if (!Redirects.is(answer.statusCode())) return heard.judge(answer);
        switch (Redirects.follow(at, answer.headers().firstValue("Location"), seen, source.caps().redirects())) {
          case Redirects.Way.To to -> at = to.uri();
          case Redirects.Way.No no -> {
            OptionalInt status = OptionalInt.of(answer.statusCode());
            return new Fetch.Refused(no.why(), status, Optional.empty(), heard.contact(answer));
          }
        }
      }
    } catch (Denied e) {
      return new Fetch.Failed(e.reason());
    }
  }

  private HttpResponse<Taken> send(URI at, Optional<Proxies.Hop> hop)
      throws Denied, InterruptedException, ExecutionException, TimeoutException {
    Duration left = source.caps().whole().minus(took());
    if (left.isNegative() || left.isZero()) throw new TimeoutException();
    boolean ours = Redirects.sameDoor(source.uri(), at);
    HttpClient client = clients.of(Clients.Kind.of(source, ours));
    CompletableFuture<HttpResponse<Taken>> coming =
        client.sendAsync(request(at, hop, ours), BoundedBody.upTo(source.caps().bytes(), clock));
    try {
      // HttpRequest.timeout ends with the head of the answer; a body that drips would outlive it.
      return coming.get(left.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      coming.cancel(true);
    }
  }

  private HttpRequest request(URI at, Optional<Proxies.Hop> hop, boolean ours) throws Denied {
    HttpRequest.Builder request = new Introduction(source, vault).to(at, hop, ours)
        .setHeader("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1")
        .setHeader("Accept-Encoding", "gzip");
    if (ask.validators().validFor(at)) ask.validators().addTo(request);
    if (ask.pastCaches()) request.setHeader("Cache-Control", "no-cache").setHeader("Pragma", "no-cache");
    return request.build();
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}

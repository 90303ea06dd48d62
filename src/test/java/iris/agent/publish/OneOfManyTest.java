package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.agent.Published;
import iris.agent.Shelf;
import iris.rss.profile.Items;
import iris.signal.Item;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Verdict;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What fails for one must not fail for all. */
class OneOfManyTest {
  private static final Service OTHER = new Service("tax", "Tax", Samples.SIV.parties());
  private final Stand stand = new Stand();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch disk = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(4);
  private volatile boolean dead;
  private Publisher publisher;

  @AfterEach
  void close() {
    disk.countDown();
    if (publisher != null) publisher.close();
    client.close();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(publisher.address("siv").orElseThrow().resolve(path))
        .timeout(Duration.ofSeconds(60)).build();
  }

  private int ask(String path) throws Exception {
    return client.send(request(path), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** A shelf on a disk that may stop to answer. */
  private final class DeadDisk implements Shelf {
    @Override
    public List<Published> between(String service, Instant from, Instant until) {
      if (dead) {
        asked.countDown();
        try {
          disk.await();
        } catch (InterruptedException ending) {
          Thread.currentThread().interrupt();
        }
      }
      return stand.shelf.between(service, from, until);
    }

    @Override
    public List<Published> open(String service) {
      return stand.shelf.open(service);
    }

    @Override
    public Optional<Instant> oldest(String service) {
      return stand.shelf.oldest(service);
    }
  }

  @Test
  void anArchiveOnADeadDiskKeepsNobodyFromTheNewestDocument() throws Exception {
    stand.windows(30);
    publisher = Publisher.open(Stand.config(Stand.open(100)), new DeadDisk(), stand.vitals, () -> stand.now, "1.0");
    dead = true;
    List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    for (int day = 1; day < 20; day++) {
      String path = "/archive/siv/2026-11-%02d.xml".formatted(day);
      waiting.add(client.sendAsync(request(path), HttpResponse.BodyHandlers.discarding())
          .thenApply(HttpResponse::statusCode));
    }
    assertTrue(asked.await(60, TimeUnit.SECONDS), "four archives are being read");
    assertEquals(200, ask("/siv.xml"));
    assertEquals(200, ask("/health"));
    disk.countDown();
    List<Integer> answers = waiting.stream().map(CompletableFuture::join).toList();
    assertTrue(answers.stream().allMatch(status -> status == 200 || status == 503), answers.toString());
    assertTrue(answers.stream().filter(status -> status == 200).count() >= 4, answers.toString());
  }

  @Test
  void aDocumentThatCannotBeMadeKeepsNoOtherFromBeingMade() throws Exception {
    AgentConfig one = Stand.config(Stand.open(100));
    AgentConfig.Served served = one.services().getFirst();
    AgentConfig.Served other =
        new AgentConfig.Served(OTHER, served.thresholds(), served.suspicion(), served.sources());
    AgentConfig both = new AgentConfig(one.id(), one.period(), one.language(), one.zone(), one.state(),
        one.publication(), List.of(served, other));
    publisher = Publisher.open(both, stand.shelf, stand.vitals, () -> stand.now, "1.0");
    URI tax = publisher.address("tax").orElseThrow();
    Item good = stand.prose.window(OTHER, Samples.empty(Instant.parse("2026-11-22T11:55:00Z"), Verdict.UP), stand.now);
    // The wire has no word for it: the writer refuses.
    Item bad = Items.of("urn:bad", "bad", "", stand.now,
        Samples.empty(Instant.parse("2026-11-22T11:55:00Z"), Verdict.MAINTENANCE));
    publisher.published(List.of(new Published(1, "siv", bad), new Published(2, "tax", good)));
    publisher.settle();
    String document = client.send(request(tax.getPath()), HttpResponse.BodyHandlers.ofString()).body();
    assertTrue(document.contains(good.guid()), document);
    assertEquals(List.of("agent.feed.trouble.document"), publisher.trouble().stream().map(Reason::key).toList());
  }
}

package iris.agent.simulate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The load: clients that come by chance, as many as the time of the day brings, and give up after a while. */
final class Clients {
  /** The rate is looked at again at least so often. */
  private static final double LONGEST_GAP = 1;
  /** More do not wait at a time: a service that hangs must not eat the machine. */
  private static final int AT_ONCE = 300;
  private static final int BAD_PLATE = 100;

  private final URI front;
  private final HttpClient client;
  private final ScheduledExecutorService bell;
  private final Nature nature;
  private final Supplier<Instant> story;
  private final AtomicInteger waiting = new AtomicInteger();

  Clients(URI front, HttpClient client, ScheduledExecutorService bell, Nature nature, Supplier<Instant> story) {
    this.front = front;
    this.client = client;
    this.bell = bell;
    this.nature = nature;
    this.story = story;
  }

  /** Goes on until the bell is stopped or {@link Siv} is closed. */
  void come(Supplier<Boolean> over) {
    double gap = -Math.log(1 - ThreadLocalRandom.current().nextDouble()) / (nature.peak() * Rush.load(story.get()));
    // The process has no memory: whether a long gap is drawn at once or in pieces, the clients come as often.
    boolean comes = gap <= LONGEST_GAP;
    bell.schedule(() -> {
      if (over.get()) return;
      if (comes) ask();
      come(over);
    }, Math.round(Math.min(gap, LONGEST_GAP) * 1e9), TimeUnit.NANOSECONDS);
  }

  private void ask() {
    if (waiting.get() >= AT_ONCE) return;
    RandomGenerator dice = ThreadLocalRandom.current();
    String plate = dice.nextInt(BAD_PLATE) == 0 ? "123-AA-99" : Plate.any(dice).text();
    HttpRequest request = HttpRequest.newBuilder(front.resolve("vehicles/" + plate))
        .timeout(nature.patience().plus(Duration.ofSeconds(5))).build();
    waiting.incrementAndGet();
    // Whether it went well stands in the service's log: a client only leaves.
    client.sendAsync(request, BodyHandlers.discarding()).whenComplete((_, _) -> waiting.decrementAndGet());
  }
}

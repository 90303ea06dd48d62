package iris.feed;

import iris.signal.Report;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * All pollers, and with a {@link Reach} what their sources offer beside the document. {@link #configure} is start and
 * reload in one: a source that did not change is not touched, keeps its connection, its validators and its rhythm.
 */
public final class Pollers implements AutoCloseable {
  private static final Duration STAGGER = Duration.ofMillis(50);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  /** Replaced whole: who asks for a poll never waits for a reload that waits for an old poller. */
  private volatile Map<String, Poller> running = Map.of();
  private final Fetcher fetcher;
  private final Consumer<Report> reports;
  private final Optional<Rejects> rejects;
  private final Optional<Reach> reach;
  private final InstantSource clock;
  private final RandomGenerator dice;
  private final PollerWatch watch;
  private boolean closed;

  /**
   * @param fetcher closed by whoever made it, after this
   * @param reports called on many threads at once, must not block: a mailbox
   * @param rejects where rejected documents are kept, if anywhere
   * @param dice for the jitter; used by many threads
   */
  public Pollers(Fetcher fetcher, Consumer<Report> reports, Optional<Rejects> rejects, InstantSource clock,
      RandomGenerator dice) {
    this(fetcher, reports, rejects, Optional.empty(), clock, dice);
  }

  /** @param reach how far what is kept reaches: then event streams and archives are followed where they are offered */
  public Pollers(Fetcher fetcher, Consumer<Report> reports, Optional<Rejects> rejects, Reach reach,
      InstantSource clock, RandomGenerator dice) {
    this(fetcher, reports, rejects, Optional.of(reach), clock, dice);
  }

  private Pollers(Fetcher fetcher, Consumer<Report> reports, Optional<Rejects> rejects, Optional<Reach> reach,
      InstantSource clock, RandomGenerator dice) {
    this.fetcher = fetcher;
    this.reports = reports;
    this.rejects = rejects;
    this.reach = reach;
    this.clock = clock;
    this.dice = dice;
    watch = new PollerWatch(reports);
  }

  /**
   * Polls these sources and no others from now on.
   *
   * @throws Misconfigured if two have the same id; then nothing has changed
   */
  public synchronized void configure(List<SourceConfig> wanted) {
    if (closed) throw new IllegalStateException("closed");
    Map<String, SourceConfig> byId = new LinkedHashMap<>();
    for (SourceConfig source : wanted)
      if (byId.put(source.id(), source) != null) throw new Misconfigured("feed.config.twice", source.id());
    Map<String, Poller> next = new LinkedHashMap<>();
    List<Poller> leaving = new ArrayList<>();
    for (Poller poller : running.values()) {
      if (poller.source().equals(byId.get(poller.source().id()))) next.put(poller.source().id(), poller);
      else leaving.add(poller);
    }
    end(leaving);
    int starting = byId.size() - next.size();
    int started = 0;
    for (SourceConfig source : byId.values()) {
      if (next.containsKey(source.id())) continue;
      Duration first = turn(started++, starting, source.every());
      next.put(source.id(), new Poller(source, fetcher, reports, rejects, reach, clock, dice, first));
    }
    running = next;
    fetcher.keepOnly(byId.values());
  }

  /**
   * When the {@code n}th of so many asks for the first time: one after the other, and so close that all of them have asked
   * within their interval. Ten thousand that kept the usual distance would all be left for its end, and knock at once.
   */
  static Duration turn(int n, int of, Duration every) {
    Duration apart = every.dividedBy(Math.max(1, of));
    return (apart.compareTo(STAGGER) < 0 ? apart : STAGGER).multipliedBy(n);
  }

  /** Looks whether a poller is stuck or dead, says so, and puts another in its place. Call it every few seconds. */
  public void look() throws InterruptedException {
    look(System.nanoTime());
  }

  synchronized void look(long nano) throws InterruptedException {
    if (closed) return;
    running = watch.look(running, old ->
        new Poller(old.source(), fetcher, reports, rejects, reach, clock, dice, Duration.ZERO), nano);
  }

  /** Ids of the sources that are polled. */
  public Set<String> ids() {
    return Set.copyOf(running.keySet());
  }

  /** Polls all sources now. */
  public void pollNow() {
    running.values().forEach(Poller::pollNow);
  }

  /** Polls one source now; an unknown id is ignored, since the source may just have been taken away. */
  public void pollNow(String id) {
    Poller poller = running.get(id);
    if (poller != null) poller.pollNow();
  }

  private static void end(List<Poller> leaving) {
    leaving.forEach(Poller::stop);
    long began = System.nanoTime();
    try {
      for (Poller poller : leaving) {
        Duration left = CLOSING.minusNanos(System.nanoTime() - began);
        poller.join(left.isNegative() ? Duration.ZERO : left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all of them within 3 s. */
  @Override
  public synchronized void close() {
    closed = true;
    end(List.copyOf(running.values()));
    running = Map.of();
  }
}

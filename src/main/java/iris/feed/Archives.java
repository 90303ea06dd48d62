package iris.feed;

import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Report;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Fills what a console missed from a source's archives: after a sleep, and at its first start. On a thread of its own,
 * since no alarm of now may wait for the past. What cannot be had stays a gap.
 */
final class Archives implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Archives.class.getName());
  /** Before each try again. */
  private static final List<Duration> PATIENCE = List.of(Duration.ofSeconds(5), Duration.ofSeconds(40));
  private static final long BYTES = 64 << 20;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final SourceConfig source;
  private final Fetcher fetcher;
  private final Consumer<Report> reports;
  private Optional<Instant> known;
  private Optional<Thread> filling = Optional.empty();

  /**
   * @param reports must not block
   * @param known end of the newest window that is known from before
   */
  Archives(SourceConfig source, Fetcher fetcher, Consumer<Report> reports, Optional<Instant> known) {
    this.source = source;
    this.fetcher = fetcher;
    this.reports = reports;
    this.known = known;
  }

  /** A document was published, and told; what lies before it and was never seen is fetched. For one thread. */
  void published(Bulletin current, URI at) {
    if (filling.filter(Thread::isAlive).isPresent()) return;
    Optional<Gap> gap = Gap.of(known, current);
    known = Gap.newest(current).filter(n -> known.filter(n::isBefore).isEmpty()).or(() -> known);
    filling = gap.map(g -> Thread.ofVirtual().name("archives " + source.id()).start(() -> fill(g, current, at)));
  }

  private void fill(Gap gap, Bulletin current, URI at) {
    try {
      walk(gap, current, at);
    } catch (InterruptedException closing) {
      if (closed.getCount() > 0) LOG.log(System.Logger.Level.ERROR, "archives interrupted by a stranger", closing);
    } catch (RuntimeException | Error bug) {
      LOG.log(System.Logger.Level.ERROR, "archives of " + source.id(), bug);
    }
  }

  private void walk(Gap gap, Bulletin current, URI at) throws InterruptedException {
    Trail trail = Trail.from(source, at);
    Bulletin document = current;
    URI here = at;
    long bytes = 0;
    while (trail.before(document, here) instanceof Trail.Way.To(URI to) && bytes < BYTES) {
      SourceConfig there = source.at(to);
      Optional<Fetch.Body> body = fetch(there);
      if (body.isEmpty()) return;
      bytes += body.get().bytes().length;
      if (!(Rss.read(body.get().bytes(), Course.begin(there).options(body.get())) instanceof Reading.Read read)) {
        LOG.log(System.Logger.Level.INFO, "an archive of {0} is no feed: {1}", source.id(), to.getPath());
        return;
      }
      trail = trail.to(to);
      here = body.get().validators().of().orElse(to);
      document = trail.vetted(read.bulletin(), here);
      if (closed.getCount() == 0) return;
      reports.accept(new Report.Published(source.id(), document, body.get().contact(), true));
      if (gap.filledBy(document)) return;
    }
  }

  private Optional<Fetch.Body> fetch(SourceConfig there) throws InterruptedException {
    for (int tried = 0; ; tried++) {
      Fetch fetch = fetcher.fetchPast(there);
      if (fetch instanceof Fetch.Body body) return Optional.of(body);
      LOG.log(System.Logger.Level.INFO, "no archive of {0} at {1}: {2}", source.id(), there.uri().getPath(), fetch);
      boolean mayPass = fetch instanceof Fetch.Failed
          || fetch instanceof Fetch.Refused no && (no.status().orElse(0) >= 500 || no.status().orElse(0) == 429);
      if (!mayPass || tried == PATIENCE.size()) return Optional.empty();
      if (closed.await(PATIENCE.get(tried).toNanos(), TimeUnit.NANOSECONDS)) return Optional.empty();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    filling.ifPresent(Thread::interrupt);
  }
}

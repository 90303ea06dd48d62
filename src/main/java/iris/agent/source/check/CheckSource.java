package iris.agent.source.check;

import iris.agent.Evidence;
import iris.agent.Source;
import iris.agent.SourceSpec;
import iris.agent.source.Ending;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One check, made at its rhythm on a virtual thread of its own: never twice at a time, never later and later. What is
 * wrong with the check itself (a command that is not there) is a condition of the source, and no failure of the party.
 */
public final class CheckSource implements Source {
  private static final System.Logger LOG = System.getLogger(CheckSource.class.getName());
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final String service;
  private final SourceSpec.Check spec;
  private final Checks checks;
  private final Asking asking;
  private final Rhythm rhythm;
  private volatile @Nullable Thread thread;
  /** Whether the last that was told is that nothing can be said. */
  private boolean troubled;
  /** Whether the last that was found is a failure. */
  private boolean failing;

  /** @param service id of the service that it speaks of */
  public CheckSource(String service, SourceSpec.Check spec, Checks checks) {
    this.service = service;
    this.spec = spec;
    this.checks = checks;
    this.asking = Asking.of(spec, checks);
    this.rhythm = Rhythm.of(service + "/" + spec.id(), spec.every());
  }

  @Override
  public void start(Consumer<Evidence> sink) {
    thread = Thread.ofVirtual().name("check " + service + "/" + spec.id()).start(() -> run(sink));
  }

  private void run(Consumer<Evidence> sink) {
    long began = System.nanoTime();
    long due = rhythm.after(0);
    try {
      while (!closed.await(due - (System.nanoTime() - began), TimeUnit.NANOSECONDS)) {
        boolean failed = failing;
        long asked = System.nanoTime() - began;
        once(sink);
        long since = System.nanoTime() - began;
        due = failing && !failed ? rhythm.soon(asked, since) : rhythm.after(since);
      }
    } catch (InterruptedException closing) {
      if (closed.getCount() > 0) LOG.log(System.Logger.Level.ERROR, "check interrupted by a stranger", closing);
    }
  }

  private void once(Consumer<Evidence> sink) throws InterruptedException {
    if (!asking.places().tryAcquire(spec.every().toNanos(), TimeUnit.NANOSECONDS)) {
      tell(sink, Reason.of("agent.check.crowded", spec.every()));
      return;
    }
    try {
      Instant at = checks.clock().instant();
      Asking.Found found = asking.ask();
      switch (found.verdict()) {
        case Verdict.Unknown unknown -> tell(sink, unknown.why());
        case Verdict.Known known -> tell(sink, at, found, known);
      }
    } catch (RuntimeException | Error bug) {
      LOG.log(System.Logger.Level.ERROR, "check " + service + "/" + spec.id(), bug);
      tell(sink, Reason.of("agent.check.internal", bug.getClass().getSimpleName()));
    } finally {
      asking.places().release();
    }
  }

  private void tell(Consumer<Evidence> sink, Reason trouble) {
    troubled = true;
    failing = false;
    hand(sink, new Evidence.Condition(service, spec.id(), false, trouble));
  }

  private void tell(Consumer<Evidence> sink, Instant at, Asking.Found found, Verdict.Known known) {
    if (troubled) hand(sink, new Evidence.Condition(service, spec.id(), true, Reason.of("agent.check.restored")));
    troubled = false;
    failing = !known.well();
    hand(sink, new Evidence.Probed(service, spec.id(), spec.party(), at, known.well(), known.degraded(),
        known.latency().orElse(found.took()), found.steps(), found.certificateDays(), spec.counts(), known.why()));
  }

  private void hand(Consumer<Evidence> sink, Evidence evidence) {
    if (closed.getCount() > 0) sink.accept(evidence);
  }

  @Override
  public void close() {
    closed.countDown();
    Thread running = thread;
    if (running == null) return;
    running.interrupt();
    Ending.await(running, CLOSING, LOG, "check " + service + "/" + spec.id() + " did not end in time");
  }
}

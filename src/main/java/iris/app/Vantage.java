package iris.app;

import iris.probe.Probe;
import iris.probe.ProbeResult;
import iris.probe.Target;
import iris.settings.Settings;
import iris.signal.Report;
import iris.signal.Took;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The console's own checks, each on a virtual thread: the services' addresses, and a neutral host that shares our link
 * with them and nothing else.
 */
final class Vantage implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Probe probe;
  private final Consumer<Report> reports;
  private final List<Watch> watches = new ArrayList<>();
  private Settings.@Nullable Vantage running;

  private record Watch(Thread thread, CountDownLatch closed) {}

  Vantage(Probe probe, Consumer<Report> reports) {
    this.probe = probe;
    this.reports = reports;
  }

  /** Checks what these settings say from now on; nothing happens if they are those that run. */
  synchronized void configure(Settings.Vantage wanted) {
    if (wanted.equals(running)) return;
    close();
    running = wanted;
    wanted.services().forEach((feed, uri) -> start(feed, Report.Checked.Vantage.SERVICE, uri, wanted.every()));
    wanted.neutral().ifPresent(
        uri -> start(Report.IRIS, Report.Checked.Vantage.NEUTRAL_HOST, uri, wanted.every()));
  }

  private void start(String source, Report.Checked.Vantage what, URI uri, Duration every) {
    CountDownLatch closed = new CountDownLatch(1);
    Target target = new Target.Page(uri);
    Thread thread = Thread.ofVirtual().name("vantage " + source).start(() -> {
      try {
        do {
          ProbeResult result = probe.check(target, TIMEOUT);
          if (closed.getCount() > 0)
            reports.accept(
                new Report.Checked(source, what, result.well(), result.why(), Optional.of(took(result))));
        } while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
    });
    watches.add(new Watch(thread, closed));
  }

  private static Took took(ProbeResult result) {
    ProbeResult.Steps s = result.steps();
    OptionalInt days = result instanceof ProbeResult.Answered a ? a.certificateDays() : OptionalInt.empty();
    return new Took(s.dns(), s.connect(), s.tls(), s.firstByte(), s.whole(), days);
  }

  @Override
  public synchronized void close() {
    for (Watch watch : watches) {
      watch.closed().countDown();
      watch.thread().interrupt();
    }
    watches.clear();
  }
}

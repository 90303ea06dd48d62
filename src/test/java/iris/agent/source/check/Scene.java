package iris.agent.source.check;

import iris.agent.Evidence;
import iris.agent.SourceSpec;
import iris.agent.SourceSpec.Asked;
import iris.agent.SourceSpec.Expected;
import iris.probe.Probe;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A check as it runs in life, every second, and what it hands over. */
final class Scene implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T14:12:20Z");
  final LinkedBlockingQueue<Evidence> handed = new LinkedBlockingQueue<>();
  private final List<CheckSource> running = new ArrayList<>();
  private final Checks checks;

  Scene(Probe probe) {
    this.checks = new Checks(probe, InstantSource.fixed(NOW),
        Map.of("PATH", System.getenv().getOrDefault("PATH", "/bin:/usr/bin"), "IRIS_PASSWORD", "secret"));
  }

  static Expected expecting(List<String> statuses, String text, Map<String, String> json, Duration slow) {
    return new Expected(statuses, Optional.ofNullable(text), json, Optional.ofNullable(slow), 14);
  }

  static Asked http(URI uri, Expected expected) {
    return new Asked.Http(uri, "GET", Map.of(), Optional.empty(), expected);
  }

  CheckSource run(Asked asked, Duration timeout) {
    CheckSource source = new CheckSource(
        "siv", new SourceSpec.Check("front", "darva", Duration.ofSeconds(1), timeout, false, asked), checks);
    running.add(source);
    source.start(handed::add);
    return source;
  }

  Evidence next() throws InterruptedException {
    Evidence next = handed.poll(60, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("no evidence came");
    return next;
  }

  Evidence.Probed probed() throws InterruptedException {
    return next() instanceof Evidence.Probed probed ? probed : fail("a condition, where a result was expected");
  }

  Evidence.Condition condition() throws InterruptedException {
    return next() instanceof Evidence.Condition condition ? condition : fail("a result, where a condition was expected");
  }

  /** The first result of a check that is then closed. */
  Evidence first(Asked asked) throws InterruptedException {
    CheckSource source = run(asked, Duration.ofSeconds(60));
    try {
      return next();
    } finally {
      source.close();
      handed.clear();
    }
  }

  private static <T> T fail(String why) {
    throw new AssertionError(why);
  }

  @Override
  public void close() {
    running.forEach(CheckSource::close);
  }
}

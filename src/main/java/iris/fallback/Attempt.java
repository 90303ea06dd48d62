package iris.fallback;

import iris.fallback.Asking.Seen;
import iris.signal.FallbackSight;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a plan one way, once: the deed, then the status check until it agrees or the time is over. */
final class Attempt {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration LAST_LOOK = Duration.ofSeconds(10);

  private final Plan plan;
  private final boolean on;
  private final Instant order;
  private final Doing doing;
  private final Consumer<Report> reports;
  private final CountDownLatch closing;

  Attempt(Plan plan, boolean on, Instant order, Doing doing, Consumer<Report> reports, CountDownLatch closing) {
    this.plan = plan;
    this.on = on;
    this.order = order;
    this.doing = doing;
    this.reports = reports;
    this.closing = closing;
  }

  void run() throws InterruptedException {
    long end = System.nanoTime() + plan.timeout().toNanos();
    Deed deed = plan.deed(on).orElse(null);
    if (deed == null) {
      say(Stage.FAILED, Reason.of("fallback.no-deed"), FallbackSight.UNASKED, List.of());
      return;
    }
    say(Stage.STARTED, Reason.of(deed instanceof Deed.Call ? "fallback.started-call" : "fallback.started-command",
        deed.name(), plan.timeout()), FallbackSight.UNASKED, List.of());
    Done done = doing.once(deed, plan.timeout());
    List<String> output = done.lines();
    if (!done.well()) {
      say(Stage.FAILED, done.what(), look(), output);
      return;
    }
    say(Stage.ANSWERED, done.what(), FallbackSight.UNASKED, output);
    if (plan.check().isEmpty()) say(Stage.DONE, Reason.of("fallback.unchecked"), FallbackSight.UNASKED, List.of());
    else verify(plan.check().get(), end);
  }

  /** What failed may still have had its effect. */
  private FallbackSight look() throws InterruptedException {
    return plan.check().isEmpty() ? FallbackSight.UNASKED : Asking.once(plan.check().get(), doing, LAST_LOOK).sight();
  }

  private void verify(StatusCheck check, long end) throws InterruptedException {
    FallbackSight wanted = on ? FallbackSight.RUNNING : FallbackSight.STOPPED;
    Seen seen;
    do {
      seen = Asking.once(check, doing, left(end));
      if (seen.sight() == wanted) {
        say(Stage.VERIFIED, Reason.of(on ? "fallback.verified-on" : "fallback.verified-off"), seen.sight(), List.of());
        return;
      }
    } while (left(end).compareTo(AGAIN) > 0 && !closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    if (seen.sight() == FallbackSight.UNASKED)
      say(Stage.UNVERIFIED, Reason.of("fallback.unverified", plan.timeout()), seen.sight(), List.of());
    else
      say(Stage.FAILED, Reason.of(on ? "fallback.contradicted-on" : "fallback.contradicted-off", plan.timeout()),
          seen.sight(), List.of());
  }

  private static Duration left(long end) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    return left.compareTo(Duration.ofMillis(100)) < 0 ? Duration.ofMillis(100) : left;
  }

  private void say(Stage stage, Reason what, FallbackSight known, List<String> output) {
    reports.accept(new Report.Switching(plan.service(), order, stage, what, known, output));
  }
}

package iris.fallback;

import iris.alarm.Fallback;
import iris.alarm.Transition;
import iris.signal.FallbackSight;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Runs the plans that the board ordered to be run, each on a thread of its own, and asks how the fallbacks stand. It is
 * handed transitions after the journal, durable unless the journal is broken: what it never hears of it never runs, and
 * what it hears of it runs once.
 */
public final class Switchboard implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Secrets secrets;
  private final Map<String, String> environment;
  private final Consumer<Report> reports;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Plan> plans = new LinkedHashMap<>();
  private final Map<String, Lookout> lookouts = new HashMap<>();
  /** By service: at most one attempt each, until it has said how it ended. */
  private final Map<String, Thread> running = new ConcurrentHashMap<>();

  /**
   * @param environment of this program
   * @param reports takes what happens, from any thread; must not block
   */
  public Switchboard(Secrets secrets, Map<String, String> environment, Consumer<Report> reports) {
    this.secrets = Objects.requireNonNull(secrets);
    this.environment = Map.copyOf(environment);
    this.reports = Objects.requireNonNull(reports);
  }

  /** These plans from now on; one that is being run is run to its end as it began. */
  public synchronized void configure(List<Plan> wanted) {
    Map<String, Plan> next = new LinkedHashMap<>();
    wanted.forEach(p -> next.put(p.service(), p));
    lookouts.entrySet().removeIf(e -> {
      boolean gone = !Objects.equals(plans.get(e.getKey()), next.get(e.getKey()));
      if (gone) e.getValue().close();
      return gone;
    });
    plans.clear();
    plans.putAll(next);
    for (Plan p : wanted)
      p.check().ifPresent(check -> lookouts.computeIfAbsent(p.service(), _ -> new Lookout(p, check, doing(), reports)));
  }

  /** What the journal passed on, kept or not; never blocks. */
  public synchronized void heard(List<Transition> transitions) {
    for (Transition t : transitions) if (t instanceof Transition.Switched s) {
      switch (s.to()) {
        case Fallback.SwitchingOn to -> begin(s.service(), true, to.since());
        case Fallback.SwitchingOff to -> begin(s.service(), false, to.since());
        case Fallback.Off _, Fallback.On _, Fallback.Failed _, Fallback.Unknown _ -> look(s.service());
      }
    }
  }

  private void look(String service) {
    Lookout lookout = lookouts.get(service);
    if (lookout != null) lookout.again();
  }

  private void begin(String service, boolean on, Instant order) {
    // The board gives up waiting before a deed that hangs does: two at once would leave nobody knows what.
    Thread before = running.get(service);
    Plan plan = plans.get(service);
    if (before != null && before.isAlive() || plan == null) {
      reports.accept(new Report.Switching(service, order, Stage.FAILED,
          Reason.of(plan == null ? "fallback.no-deed" : "fallback.still-running"), FallbackSight.UNASKED, List.of()));
      return;
    }
    Attempt attempt = new Attempt(plan, on, order, doing(), this::told, closing);
    Thread thread = Thread.ofVirtual().name("fallback " + service).unstarted(() -> run(attempt, plan, order));
    running.put(service, thread);
    thread.start();
  }

  /** On the thread of the attempt: whoever hears of its end may order the next. */
  private void told(Report report) {
    if (report instanceof Report.Switching s && s.stage().last()) running.remove(s.service(), Thread.currentThread());
    reports.accept(report);
  }

  private void run(Attempt attempt, Plan plan, Instant order) {
    try {
      attempt.run();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      System.getLogger(Switchboard.class.getName()).log(System.Logger.Level.ERROR, "an attempt broke", bug);
      told(new Report.Switching(plan.service(), order, Stage.FAILED,
          Reason.of("fallback.bug", bug.getClass().getSimpleName()), FallbackSight.UNASKED, List.of()));
    }
  }

  private Doing doing() {
    return new Doing(secrets, environment);
  }

  /** An activation that is under way gets a few seconds to end well; then it is cut, and the next start says so. */
  @Override
  public void close() {
    List<Thread> last;
    synchronized (this) {
      lookouts.values().forEach(Lookout::close);
      lookouts.clear();
      last = List.copyOf(running.values());
    }
    closing.countDown();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (Thread thread : last) {
        Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        if (!thread.join(left)) thread.interrupt();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      last.forEach(Thread::interrupt);
    }
  }
}

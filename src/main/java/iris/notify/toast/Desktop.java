package iris.notify.toast;

import iris.alarm.Act;
import iris.flow.Mailbox;
import iris.notify.Alerting;
import iris.notify.Toast;
import iris.notify.Toasts;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The chain: each toast goes to the first notifier that takes it. A notifier gets a few seconds on a thread of its own;
 * one that hangs is passed by until it comes back. Nobody waits for any of this.
 */
public final class Desktop implements Toasts {
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(4);

  private sealed interface Task {
    record Show(Toast toast, Consumer<Shown> then) implements Task {}

    /** Whether it works now, asked by a person. */
    record Try(Toast toast, Consumer<Report.Health> answer) implements Task {}

    record Withdraw(String key) implements Task {}

    /** Whether anything is to be shown at all. */
    record Want(boolean toasts) implements Task {}

    record Close() implements Task {}
  }

  private final Mailbox<Task> mailbox = new Mailbox<>();
  private final ExecutorService attempts =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("iris-toast-", 0).daemon().factory());
  private final Map<Notifier, Future<?>> busy = new HashMap<>();
  private final Set<String> critical = new LinkedHashSet<>();
  private final List<Notifier> chain;
  private final AtomicReference<Manner> manner;
  private final Consumer<Report> health;
  private final Thread thread;
  private volatile boolean closing;
  /** Only on the chain's thread. */
  private boolean wanted;
  private Optional<Report.Health> reported = Optional.empty();

  /**
   * The desktop of this machine.
   *
   * @param health must not block: it posts to the desk; {@code acts} likewise, for acknowledgements from a button
   * @param open somebody wants to see IRIS; called on a foreign thread
   */
  public static Desktop ofThisMachine(
      Alerting alerting, Map<String, String> env, Words words, Consumer<Report> health, Consumer<Act> acts, Runnable open) {
    AtomicReference<Manner> manner = new AtomicReference<>(new Manner(alerting.author(), words));
    Consumer<Gesture> gestures = gesture -> {
      switch (gesture) {
        case Gesture.Acknowledge a -> manner.get().acknowledgement(a).ifPresent(acts);
        case Gesture.Open _ -> open.run();
      }
    };
    List<Notifier> chain = Machine.chain(
        System.getProperty("os.name", ""), env, alerting.icon(), () -> manner.get().labels(), gestures);
    return new Desktop(chain, manner, alerting.toasts(), health);
  }

  Desktop(List<Notifier> chain, AtomicReference<Manner> manner, boolean wanted, Consumer<Report> health) {
    this.chain = List.copyOf(chain);
    this.manner = manner;
    this.wanted = wanted;
    this.health = Objects.requireNonNull(health);
    thread = Thread.ofPlatform().name("iris-toast").daemon().start(this::run);
  }

  @Override
  public void show(Toast toast, Consumer<Shown> then) {
    if (!closing) mailbox.post(new Task.Show(toast, then));
  }

  /**
   * Shows it once, and says what the desktop answered to it.
   *
   * @param answer called on the chain's thread, which it must not hold up
   */
  public void tryOut(Toast toast, Consumer<Report.Health> answer) {
    if (!closing) mailbox.post(new Task.Try(toast, answer));
  }

  @Override
  public void withdraw(String key) {
    if (!closing) mailbox.post(new Task.Withdraw(key));
  }

  /** Takes changed settings and another language over, from the next toast on; what stands is not said anew. */
  public void reconfigure(Alerting changed, Words words) {
    manner.set(new Manner(changed.author(), words));
    if (!closing) mailbox.post(new Task.Want(changed.toasts()));
  }

  private void run() {
    try {
      if (wanted) tell(first(Notifier::missing));
      for (boolean on = true; on; ) {
        for (Task task : mailbox.take(null)) {
          switch (task) {
            case Task.Want want -> want(want.toasts());
            case Task.Show show -> show.then().accept(shown(show.toast()));
            case Task.Try one -> one.answer().accept(tried(one.toast()));
            case Task.Withdraw gone -> withdrawn(gone.key());
            case Task.Close _ -> on = false;
          }
        }
      }
      List.copyOf(critical).forEach(this::withdrawn);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private Shown shown(Toast toast) {
    if (!wanted) return new Shown(false, Reason.of("notify.toast.off"));
    if (toast.critical()) critical.add(toast.key());
    else critical.remove(toast.key());
    Report.Health now = first(n -> n.show(toast));
    tell(now);
    return new Shown(now.well(), now.why());
  }

  private Report.Health tried(Toast toast) {
    if (!wanted) return new Report.Health("toast", false, Reason.of("notify.toast.off"));
    Report.Health health = first(n -> n.show(toast));
    tell(health);
    return health;
  }

  /** Switched off, nothing stays on the desktop; switched on, whether it works is known at once. */
  private void want(boolean toasts) {
    if (toasts == wanted) return;
    wanted = toasts;
    if (!toasts) List.copyOf(critical).forEach(this::withdrawn);
    tell(toasts ? first(Notifier::missing) : new Report.Health("toast", true, Reason.of("notify.toast.off")));
  }

  private void withdrawn(String key) {
    critical.remove(key);
    for (Notifier notifier : chain) {
      bounded(notifier, () -> {
        notifier.withdraw(key);
        return Optional.empty();
      });
    }
  }

  /** Tries one after the other; the health that follows: of the first that can, or the reason of the first of all. */
  private Report.Health first(java.util.function.Function<Notifier, Optional<Reason>> attempt) {
    Reason why = Reason.of("notify.toast.no-bus");
    for (int i = 0; i < chain.size(); i++) {
      Notifier notifier = chain.get(i);
      Optional<Reason> no = bounded(notifier, () -> attempt.apply(notifier));
      if (no.isEmpty()) return new Report.Health("toast", true, Reason.of("notify.toast.well", notifier.name()));
      if (i == 0) why = no.get();
    }
    return new Report.Health("toast", false, why);
  }

  private Optional<Reason> bounded(Notifier notifier, Supplier<Optional<Reason>> attempt) {
    Duration limit = notifier.limit();
    Reason late = Reason.of("notify.toast.timeout", notifier.name(), limit);
    Future<?> before = busy.get(notifier);
    if (before != null && !before.isDone()) return Optional.of(late);
    Future<Optional<Reason>> now = attempts.submit(attempt::get);
    busy.put(notifier, now);
    try {
      return now.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException hangs) {
      now.cancel(true);
      return Optional.of(late);
    } catch (ExecutionException bug) {
      return Optional.of(Reason.of("notify.toast.bus-failed", bug.getCause()));
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return Optional.of(late);
    }
  }

  private void tell(Report.Health now) {
    if (reported.equals(Optional.of(now))) return;
    reported = Optional.of(now);
    health.accept(now);
  }

  @Override
  public void close() {
    closing = true;
    mailbox.post(new Task.Close());
    try {
      if (!thread.join(PATIENCE_AT_END)) thread.interrupt();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    attempts.shutdownNow();
    // A notifier that hangs may hold its own lock: it is left to the end of the process.
    Thread last = Thread.ofPlatform().name("iris-toast-end").daemon().start(() -> chain.forEach(Notifier::close));
    try {
      last.join(Duration.ofSeconds(1));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}

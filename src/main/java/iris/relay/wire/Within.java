package iris.relay.wire;

import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.web.Troubles;
import iris.signal.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One exchange at a time, each over within a limit whatever the server does. The work runs on a virtual thread, since
 * only there an interrupt ends a connect, a read or a write of a socket: a server that stops reading would hold a
 * write, which has no time-out, for ever.
 */
public final class Within {
  private final Duration limit;
  private final ReentrantLock one = new ReentrantLock();

  public Within(Duration limit) {
    this.limit = limit;
  }

  /** What is done; it may fail in any of the ways of the wire. */
  public interface Work<T> {
    T run() throws IOException, Ground.Locked, InterruptedException;
  }

  public Delivery deliver(Work<Delivery> work) throws InterruptedException {
    return call(work, Delivery::later);
  }

  /** @param otherwise what to make of why it failed */
  public <T> T call(Work<T> work, Function<Reason, T> otherwise) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(() -> {
      // Behind a thread that hangs where no interrupt reaches it (a name server): this one fails in time as well.
      one.lockInterruptibly();
      try {
        return work.run();
      } finally {
        one.unlock();
      }
    });
    Thread.ofVirtual().name("relay-wire").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException silent) {
      return otherwise.apply(Reason.of("relay.web.silent", limit));
    } catch (ExecutionException e) {
      return switch (Objects.requireNonNullElse(e.getCause(), e)) {
        case IOException broken -> otherwise.apply(Troubles.of(broken));
        case Ground.Locked locked -> otherwise.apply(locked.reason());
        case InterruptedException ended -> throw ended;
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        default -> throw new IllegalStateException(e.getCause());
      };
    } finally {
      task.cancel(true);
    }
  }
}

package iris.ui.control;

import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of what no code expected on the FX thread: the window that was shown last, of those that still stand. What is
 * closed is let go of: the thread outlives every window, and held the last one with the whole console behind it. All on
 * the FX thread.
 */
public final class Mishaps implements AutoCloseable {
  /** One in the row; the thread holds the newest, each window its own. */
  private static final class Hearer implements Thread.UncaughtExceptionHandler {
    private final Consumer<Throwable> told;
    private final Thread.UncaughtExceptionHandler first;
    private WeakReference<Hearer> before;
    private boolean closed;

    Hearer(Consumer<Throwable> told, Thread.UncaughtExceptionHandler newest) {
      this.told = told;
      before = new WeakReference<>(newest instanceof Hearer h ? h : null);
      first = newest instanceof Hearer h ? h.first : newest;
    }

    /** The newest before this one that still stands; null where there is none. */
    @Nullable Hearer standing() {
      for (Hearer one = before.get(); one != null; one = one.before.get()) if (!one.closed) return one;
      return null;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
      told.accept(fault);
    }
  }

  private final Hearer hearer;

  /** From now on this one hears. */
  public Mishaps(Consumer<Throwable> told) {
    Thread screen = Thread.currentThread();
    hearer = new Hearer(Objects.requireNonNull(told), screen.getUncaughtExceptionHandler());
    screen.setUncaughtExceptionHandler(hearer);
  }

  @Override
  public void close() {
    hearer.closed = true;
    Thread screen = Thread.currentThread();
    if (screen.getUncaughtExceptionHandler() == hearer) {
      Hearer standing = hearer.standing();
      screen.setUncaughtExceptionHandler(standing == null ? hearer.first : standing);
    }
    // Nobody's way to an older one leads over what is closed, and may be gone.
    if (screen.getUncaughtExceptionHandler() instanceof Hearer newest)
      for (Hearer one = newest; one != null; one = one.before.get()) one.before = new WeakReference<>(one.standing());
  }
}

package iris.whole;

import iris.notify.Alerting;
import iris.notify.Horn;
import iris.notify.Pattern;
import iris.notify.PrivateDesktop;
import iris.notify.Toast;
import iris.notify.Toasts;
import iris.notify.toast.Desktop;
import iris.signal.Reason;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Where notifications go: the real server on a bus of its own, or a list where this machine has no such server. */
interface Outlet extends AutoCloseable {
  Toasts toasts();

  /** Of all that was shown, in order. */
  List<String> titles();

  @Override
  void close();

  /** Of the notification with this number, from 1, once it is there. */
  default String title(int number) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (titles().size() < number) {
      if (System.nanoTime() > end) throw new AssertionError("notification " + number + " did not come: " + titles());
      LockSupport.parkNanos(20_000_000);
    }
    return titles().get(number - 1);
  }

  static Outlet of(Path folder, Words words) throws IOException {
    return PrivateDesktop.absent().isEmpty() ? new Real(new PrivateDesktop(folder), words) : new Listed();
  }

  /** What dunst showed. */
  final class Real implements Outlet {
    private final PrivateDesktop screen;
    private final Desktop desktop;

    Real(PrivateDesktop screen, Words words) {
      this.screen = screen;
      Alerting alerting = new Alerting(false, 0.8, true, Optional.of("ada"), Optional.empty());
      desktop = Desktop.ofThisMachine(alerting, screen.env, words, health -> {}, act -> {}, () -> {});
    }

    @Override
    public Toasts toasts() {
      return desktop;
    }

    @Override
    public List<String> titles() {
      return screen.popups().stream().map(PrivateDesktop.Popup::summary).toList();
    }

    /** Whoever tells closes the port itself. */
    @Override
    public void close() {
      screen.close();
    }
  }

  /** What would have been shown. */
  final class Listed implements Outlet, Toasts {
    private final List<Toast> shown = new CopyOnWriteArrayList<>();

    @Override
    public Toasts toasts() {
      return this;
    }

    @Override
    public void show(Toast toast, Consumer<Shown> then) {
      shown.add(toast);
      then.accept(new Shown(true, Reason.of("notify.toast.well", "list")));
    }

    @Override
    public void withdraw(String key) {}

    @Override
    public List<String> titles() {
      return shown.stream().map(Toast::title).toList();
    }

    @Override
    public void close() {}
  }

  /** A console without a loudspeaker. */
  record Silence() implements Horn {
    @Override
    public void play(Pattern pattern) {}

    @Override
    public void hush() {}

    @Override
    public void close() {}
  }
}

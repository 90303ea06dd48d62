package iris.ui.walk;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How a test waits for a window: for a condition, looked at on the thread of the screen, and so long that only what
 * never comes is missed. A busy machine has taken ten seconds for what takes one tenth of a second.
 */
public final class Patience {
  /** What a machine may take for one thing, in seconds. */
  public static final int SECONDS = 60;

  private Patience() {}

  /** What the task returns or throws on the thread of the screen. */
  public static <T> T onFx(Callable<T> task) throws Exception {
    if (Platform.isFxApplicationThread()) return task.call();
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(task.call());
      } catch (Exception | Error thrown) {
        done.completeExceptionally(thrown);
      }
    });
    try {
      return done.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException thrown) {
      if (thrown.getCause() instanceof Exception e) throw e;
      if (thrown.getCause() instanceof Error e) throw e;
      throw thrown;
    }
  }

  /** What is to be seen on the thread of the screen, from whatever thread: a scene is not looked at from beside it. */
  public static <T> T seen(Callable<T> look) {
    try {
      return onFx(look);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static void until(Callable<Boolean> condition) throws Exception {
    until(() -> "what was waited for; the windows were " + windows(), condition);
  }

  /** A condition that throws is one that does not hold yet: what it looks at may not be there so far. */
  public static void until(Callable<String> what, Callable<Boolean> condition) throws Exception {
    Throwable[] last = {null};
    try {
      WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> {
        unheard();
        last[0] = null;
        try {
          return onFx(condition);
        } catch (Exception | AssertionError notYet) {
          last[0] = notYet;
          return false;
        }
      });
    } catch (TimeoutException never) {
      throw new AssertionError("not within " + SECONDS + " s: " + onFx(what), last[0] == null ? never : last[0]);
    }
  }

  private static List<String> windows() {
    return Window.getWindows().stream().map(w -> w.getClass().getSimpleName() + (w.isShowing() ? " shown" : " hidden")
        + (w.isFocused() ? ", focused" : "") + ", keys to " + (w.getScene() == null ? null : w.getScene().getFocusOwner()))
        .toList();
  }

  /** What nobody caught, on whatever thread, is a failure here, but for what the headless screen does to itself. */
  static void unheard() {
    for (boolean more = true; more; ) {
      try {
        // It throws the oldest of them; what was left by the tests before is thrown away when a hand comes.
        WaitForAsyncUtils.asyncFx(() -> { });
        more = false;
      } catch (RuntimeException oldest) {
        if (!ofTheHeadlessScreen(oldest) && !ofTheHeadlessScreen(oldest.getCause())) throw oldest;
      }
    }
  }

  /** JavaFX's headless screen sometimes copies a picture of the size that a window had before it changed. */
  public static boolean ofTheHeadlessScreen(Throwable fault) {
    return fault instanceof IndexOutOfBoundsException && Stream.of(fault.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless."));
  }
}

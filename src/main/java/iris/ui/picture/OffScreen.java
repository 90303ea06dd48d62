package iris.ui.picture;

import iris.ui.control.Door;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** A toolkit without a display: software drawing on JavaFX's headless platform. */
public final class OffScreen {
  private OffScreen() {}

  /**
   * Runs {@code task} on the FX thread and waits for it. Starts the toolkit headless if none runs in this process yet.
   *
   * @throws ExecutionException with what the task threw as its cause
   */
  public static <T> T call(Callable<T> task) throws ExecutionException, InterruptedException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Runnable run = () -> complete(answer, task);
    if (Platform.isFxApplicationThread()) {
      run.run();
    } else if (!start(run)) {
      try (Door door = Door.screen()) {
        door.post(run);
        return answer.get();
      }
    }
    return answer.get();
  }

  private static boolean start(Runnable first) {
    if (System.getProperty("glass.platform") == null) System.setProperty("glass.platform", "Headless");
    if (System.getProperty("prism.order") == null) System.setProperty("prism.order", "sw");
    try {
      Platform.startup(first);
      Platform.setImplicitExit(false);
      return true;
    } catch (IllegalStateException runsAlready) {
      return false;
    }
  }

  private static <T> void complete(CompletableFuture<T> answer, Callable<T> task) {
    try {
      answer.complete(task.call());
    } catch (Exception | Error e) {
      // An error as well: who waits for it would wait for ever.
      answer.completeExceptionally(e);
    }
  }

  /** Ends the toolkit; nothing can be drawn in this process any more. */
  public static void end() {
    Platform.exit();
  }
}

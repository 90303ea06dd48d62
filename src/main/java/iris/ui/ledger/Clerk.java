package iris.ui.ledger;

import iris.report.Format;
import iris.report.Press;
import iris.report.Statement;
import iris.report.paper.Folder;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Keeps what is shown as a file, beside the screen and beside who reads the past. */
final class Clerk implements AutoCloseable {
  private final ExecutorService desk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("iris-report").factory());
  private final Consumer<Runnable> screen;

  Clerk(Consumer<Runnable> screen) {
    this.screen = screen;
  }

  /** @param answer on the FX thread */
  void keep(Statement statement, Format format, Words words, String folder, Consumer<Folder.Kept> answer) {
    if (desk.isShutdown()) return;
    desk.execute(() -> {
      Folder.Kept kept = kept(statement, format, words, folder);
      screen.accept(() -> answer.accept(kept));
    });
  }

  private static Folder.Kept kept(Statement statement, Format format, Words words, String folder) {
    try {
      return Folder.keep(Press.print(statement, format, words), folder, name(statement, words.lang()), format.end());
    } catch (IOException | RuntimeException e) {
      System.getLogger(Clerk.class.getName()).log(System.Logger.Level.WARNING, "a report was not made", e);
      return new Folder.Kept.Not(Reason.of("report.failed", String.valueOf(e.getMessage())));
    }
  }

  /** "iris-siv-2026-10-fr". */
  static String name(Statement statement, Lang lang) {
    String what = statement.services().size() == 1
        ? "-" + statement.services().getFirst().service().replaceAll("[^A-Za-z0-9._-]", "_") : "";
    return "iris" + what + "-" + statement.term().written().replace("..", "_") + "-" + lang.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    // What was begun is finished: somebody waits for the file.
    desk.shutdown();
  }
}

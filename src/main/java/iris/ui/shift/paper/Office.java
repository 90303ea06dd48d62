package iris.ui.shift.paper;

import iris.report.paper.Folder;
import iris.signal.Reason;
import iris.ui.control.Door;
import iris.ui.shift.Sheet;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Saves and prints beside the screen: nothing here holds it up, each answer comes back on the FX thread. */
public final class Office implements AutoCloseable {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

  private final Door door = Door.screen();
  private final ExecutorService clerks = Executors.newThreadPerTaskExecutor(
      Thread.ofPlatform().daemon().name("iris-paper-", 0).factory());
  private final Words words;
  private final ZoneId zone;
  private final Press press;

  public Office(Words words, ZoneId zone, Press press) {
    this.press = press;
    this.words = words;
    this.zone = zone;
  }

  public void save(Sheet sheet, List<String> signed, String folder, Instant at, Consumer<Folder.Kept> answer) {
    work(() -> {
      try {
        return Folder.keep(Pdf.of(sheet, signed, at, words), folder, name(words.lang(), at, zone), "pdf");
      } catch (IOException | RuntimeException e) {
        return new Folder.Kept.Not(failed(e));
      }
    }, answer);
  }

  static String name(Lang lang, Instant at, ZoneId zone) {
    return (lang == Lang.FR ? "iris-releve-" : "iris-handover-") + STAMP.withZone(zone).format(at);
  }

  /** Empty list: there is none, or the machine cannot say. */
  public void printers(Consumer<List<String>> answer) {
    work(() -> {
      try {
        return press.printers();
      } catch (RuntimeException | LinkageError none) {
        System.getLogger(Office.class.getName()).log(System.Logger.Level.INFO, "no printing on this machine", none);
        return List.of();
      }
    }, answer);
  }

  public void print(Sheet sheet, List<String> signed, String printer, Instant at, Consumer<Reason> answer) {
    work(() -> {
      try {
        return press.print(Pdf.of(sheet, signed, at, words), printer)
            .orElse(Reason.of("ui.shift.paper.printed", printer));
      } catch (IOException | RuntimeException | LinkageError e) {
        return failed(e);
      }
    }, answer);
  }

  private static Reason failed(Throwable e) {
    System.getLogger(Office.class.getName()).log(System.Logger.Level.WARNING, "a page was not made", e);
    return Reason.of("ui.shift.paper.failed", String.valueOf(e.getMessage()));
  }

  private <T> void work(Supplier<T> task, Consumer<T> answer) {
    if (clerks.isShutdown()) return;
    clerks.execute(() -> {
      T done = task.get();
      door.post(() -> answer.accept(done));
    });
  }

  @Override
  public void close() {
    // What was begun is finished: a page that is being written is somebody's handover.
    clerks.shutdown();
    door.close();
  }
}

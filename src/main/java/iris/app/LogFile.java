package iris.app;

import iris.store.Owner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * The log of this program in three files of a megabyte, {@code iris-0.log} the newest, which their owner alone can read:
 * Java's own handler makes them as the machine's usual rights say. Two programs of one profile append to the same file.
 * Made by the logging itself, by name.
 */
public final class LogFile extends Handler {
  private static final int FILES = 3;
  private static final long LIMIT = 1_000_000;

  private final Path folder;
  private Optional<OutputStream> out = Optional.empty();
  private long size;

  public LogFile() {
    this(Commands.places().state());
  }

  LogFile(Path folder) {
    this.folder = folder;
    setFormatter(new SimpleFormatter());
  }

  @Override
  public synchronized void publish(LogRecord record) {
    if (!isLoggable(record)) return;
    try {
      byte[] line = getFormatter().format(record).getBytes(StandardCharsets.UTF_8);
      OutputStream to = out.isPresent() ? out.get() : open();
      if (size > 0 && size + line.length > LIMIT) to = next();
      to.write(line);
      size += line.length;
    } catch (IOException e) {
      // The first one goes to standard error, as Java's own handlers do it; a log stops nothing.
      reportError("the log cannot be written", e, ErrorManager.WRITE_FAILURE);
      forget();
    }
  }

  private Path file(int age) {
    return folder.resolve("iris-" + age + ".log");
  }

  private OutputStream open() throws IOException {
    Owner.create(file(0));
    size = Files.size(file(0));
    OutputStream opened = Files.newOutputStream(file(0), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    out = Optional.of(opened);
    return opened;
  }

  private OutputStream next() throws IOException {
    forget();
    for (int age = FILES - 1; age > 0; age--)
      if (Files.exists(file(age - 1))) Files.move(file(age - 1), file(age), StandardCopyOption.REPLACE_EXISTING);
    return open();
  }

  private void forget() {
    try {
      if (out.isPresent()) out.get().close();
    } catch (IOException e) {
      reportError("the log cannot be closed", e, ErrorManager.CLOSE_FAILURE);
    } finally {
      out = Optional.empty();
    }
  }

  /** Every line is in the file already. */
  @Override
  public void flush() {}

  @Override
  public synchronized void close() {
    forget();
  }
}

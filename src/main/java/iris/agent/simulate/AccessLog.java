package iris.agent.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends lines to a file. It opens it anew for each, so that whoever rotates it need not tell: a simulator writes tens
 * of lines a second, not thousands.
 */
final class AccessLog {
  private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());

  private final Path file;
  private final LogLine.Form form;
  private boolean failing;

  /** Makes the file, as every server does at its start: an empty log is not one that vanished. */
  AccessLog(Path file, LogLine.Form form) throws IOException {
    if (Files.notExists(file)) Files.createFile(file);
    // A folder is there, too, and not a line would ever be in it.
    if (!Files.isWritable(file) || Files.isDirectory(file)) throw new AccessDeniedException(file.toString());
    this.file = file;
    this.form = form;
  }

  /** A service whose log cannot be written goes on serving; it is said once. */
  synchronized void write(LogLine line) {
    byte[] bytes = (line.in(form) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      failing = false;
    } catch (IOException e) {
      if (!failing) LOG.log(System.Logger.Level.WARNING, "the access log cannot be written: " + file, e);
      failing = true;
    }
  }
}

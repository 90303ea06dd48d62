package iris.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/**
 * Where the log goes: three files of a megabyte beside the journal, never the terminal. Made by the logging itself, by
 * name, when something is first logged.
 */
public final class Logs {
  private static final String PLAN = """
      .level=INFO
      com.rometools.level=SEVERE
      org.eclipse.jetty.level=WARNING
      handlers=%s
      java.util.logging.FileHandler.pattern=%s
      java.util.logging.FileHandler.limit=1000000
      java.util.logging.FileHandler.count=3
      java.util.logging.FileHandler.append=true
      java.util.logging.FileHandler.encoding=UTF-8
      java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%%1$tFT%%1$tT%%1$tz %%4$s %%3$s %%5$s%%6$s%%n
      """;

  public Logs() {
    Path folder = Commands.places().state();
    String file = folder.resolve("iris-%g.log").toString().replace("\\", "/");
    String plan = PLAN.formatted(writable(folder) ? "java.util.logging.FileHandler" : "", file);
    try {
      LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(plan.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that cannot be made means no log, not a program that does not start. */
  private static boolean writable(Path folder) {
    try {
      return Files.isWritable(Files.createDirectories(folder));
    } catch (IOException e) {
      return false;
    }
  }
}

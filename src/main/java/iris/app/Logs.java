package iris.app;

import iris.store.Owner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/**
 * Where the log goes: to the files of {@link LogFile} beside the journal, never the terminal. Made by the logging itself,
 * by name, when something is first logged. What Java's HTTP client writes when it is told to (its switch
 * {@code jdk.httpclient.HttpClient.log}) is every header, passwords included: that never comes here.
 */
public final class Logs {
  private static final String PLAN = """
      .level=INFO
      com.rometools.level=SEVERE
      org.eclipse.jetty.level=WARNING
      jdk.httpclient.HttpClient.level=OFF
      handlers=%s
      java.util.logging.SimpleFormatter.format=%%1$tFT%%1$tT%%1$tz %%4$s %%3$s %%5$s%%6$s%%n
      """;

  public Logs() {
    String plan = PLAN.formatted(writable(Commands.places().state()) ? LogFile.class.getName() : "");
    try {
      LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(plan.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that cannot be made means no log, not a program that does not start. */
  private static boolean writable(Path folder) {
    try {
      Owner.folder(folder);
      return Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }
}

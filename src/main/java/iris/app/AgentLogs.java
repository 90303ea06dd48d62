package iris.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Where the log of the agent goes: to standard error, without dates, since the journal of the system has its own. Nor do
 * the headers that Java's HTTP client can be told to write, see {@link Logs}.
 */
public final class AgentLogs {
  private static final String PLAN = """
      .level=INFO
      org.eclipse.jetty.level=WARNING
      jdk.httpclient.HttpClient.level=OFF
      com.rometools.level=SEVERE
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level=INFO
      java.util.logging.ConsoleHandler.encoding=UTF-8
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%4$s %5$s%6$s%n
      """;

  public AgentLogs() {
    try {
      byte[] plan = PLAN.getBytes(StandardCharsets.ISO_8859_1);
      LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(plan));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

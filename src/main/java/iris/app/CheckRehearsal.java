package iris.app;

import com.sun.net.httpserver.HttpServer;
import iris.settings.Display;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build starts after {@link Rehearsal}, for a start cache of its own: a supervision server that calls
 * {@code iris check} every minute should not unpack a window each time. Not a command.
 */
public final class CheckRehearsal {
  private CheckRehearsal() {}

  /** @param args the file of a feed */
  public static void main(String[] args) throws Exception {
    System.setProperty("java.util.logging.config.class", Logs.class.getName());
    Terminal terminal = Terminal.of(Display.Language.FR);
    byte[] feed = Files.readAllBytes(Path.of(args[0]));
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/feed.xml", exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
      exchange.sendResponseHeaders(200, feed.length);
      exchange.getResponseBody().write(feed);
      exchange.close();
    });
    server.start();
    String place = "://localhost:" + server.getAddress().getPort();
    for (String format : new String[] {"text", "json", "nagios"})
      Rehearsal.play("check http" + place + "/feed.xml --format " + format, terminal);
    // A file, a page that is not there, and a server that does not speak TLS: what is said of those is loaded, too.
    Rehearsal.play("check " + args[0], terminal);
    Rehearsal.play("check http" + place + "/none.xml --format nagios", terminal);
    Rehearsal.play("check https" + place + "/feed.xml --format nagios", terminal);
    server.stop(0);
    System.exit(0);
  }
}

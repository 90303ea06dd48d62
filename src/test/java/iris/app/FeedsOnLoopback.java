package iris.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A provider on loopback: {@code /KEY.xml} is a document of the profile, with windows of five minutes up to now. */
final class FeedsOnLoopback implements AutoCloseable {
  private static final int PERIOD = 300;

  private final HttpServer server;
  private final int windows;
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private final Map<String, Outage> outages = new ConcurrentHashMap<>();

  /** An incident as it is announced. @param until empty while it is open */
  private record Outage(Instant since, String until) {}

  /** @param windows in each document */
  FeedsOnLoopback(int windows) throws IOException {
    this.windows = windows;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
      String key = exchange.getRequestURI().getPath().replaceAll("[/.]|xml$", "");
      byte[] document = document(key).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
      exchange.sendResponseHeaders(200, document.length);
      try (var out = exchange.getResponseBody()) {
        out.write(document);
      }
    });
    server.start();
  }

  String address(String key) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + key + ".xml";
  }

  /** From now on the newest window of this service is a bad one. */
  void down(String key) {
    down.add(key);
  }

  /** From now on an outage of this service is announced; what was announced before is forgotten. */
  void outage(String key) {
    outages.put(key, new Outage(Instant.now().truncatedTo(ChronoUnit.SECONDS), ""));
  }

  /** The announced outage is over. */
  void over(String key) {
    outages.computeIfPresent(key,
        (_, o) -> new Outage(o.since(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  private static String item(String key, Outage o) {
    boolean open = o.until().isEmpty();
    return """
        <item><title>Outage</title><category domain="urn:iris:kind">%1$s</category>
        <guid isPermaLink="false">urn:iris:%2$s:incident:%3$s:%4$d</guid><pubDate>%5$s</pubDate>
        <iris:incident id="%3$s" service="%2$s" sequence="%4$d" state="%6$s" severity="outage" origin="external" since="%3$s"%7$s/></item>
        """.formatted(open ? "outage" : "recovery", key, o.since(), open ? 1 : 2,
        date(open ? o.since() : Instant.parse(o.until())), open ? "open" : "closed", open ? "" : " until=\"" + o.until() + "\"");
  }

  private String document(String key) {
    Instant now = Instant.now();
    Instant end = Instant.ofEpochSecond(now.getEpochSecond() / PERIOD * PERIOD);
    StringBuilder text = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:iris="urn:iris:signal:1"><channel><title>%s</title><link>https://provider.example/</link>
        <description>d</description><lastBuildDate>%s</lastBuildDate>
        <iris:agent id="a" version="1" period="PT5M"/><iris:service id="%s" name="Service %s"/>
        """.formatted(key, date(now), key, key));
    if (outages.containsKey(key)) text.append(item(key, outages.get(key)));
    for (int i = 0; i < windows; i++) {
      Instant to = end.minusSeconds((long) PERIOD * i);
      boolean bad = i == 0 && down.contains(key);
      text.append("""
          <item><title>w</title><guid isPermaLink="false">urn:iris:%s:window:%s:%s</guid><pubDate>%s</pubDate>
          <iris:window service="%s" from="%s" to="%s" state="%s"><iris:transactions total="120" failed="%d"/></iris:window></item>
          """.formatted(key, to, bad, date(to), key, to.minusSeconds(PERIOD), to, bad ? "down" : "up", bad ? 118 : 1));
    }
    return text + "</channel></rss>";
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

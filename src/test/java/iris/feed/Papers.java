package iris.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Documents of the profile as a test needs them: windows of five minutes, and links. */
final class Papers {
  private Papers() {}

  /** @param links further children of the channel */
  static String of(String title, String links, Instant from, int windows) {
    StringBuilder text = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:iris="urn:iris:signal:1" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
        <title>%s</title><link>https://provider.example/</link><description>d</description>
        <iris:agent id="a" version="1" period="PT5M"/><iris:service id="siv" name="SIV"/>%s
        """.formatted(title, links));
    for (int i = windows - 1; i >= 0; i--) {
      Instant start = from.plusSeconds(300L * i);
      Instant end = start.plusSeconds(300);
      text.append("""
          <item><title>w</title><guid isPermaLink="false">urn:iris:siv:window:%s</guid><pubDate>%s</pubDate>
          <iris:window service="siv" from="%s" to="%s" state="up"><iris:transactions total="10" failed="0"/></iris:window>
          </item>
          """.formatted(start, DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atOffset(ZoneOffset.UTC)), start, end));
    }
    return text + "</channel></rss>";
  }

  static String previous(String href) {
    return "<atom:link rel=\"prev-archive\" href=\"" + href + "\"/>";
  }

  static String push(String href) {
    return "<atom:link rel=\"alternate\" type=\"text/event-stream\" href=\"" + href + "\"/>";
  }
}

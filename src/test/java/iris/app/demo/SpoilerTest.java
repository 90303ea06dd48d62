package iris.app.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.app.demo.Spoiler.Damage;
import iris.feed.Ask;
import iris.feed.Fetch;
import iris.feed.Fetcher;
import iris.feed.SourceConfig;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SpoilerTest {
  private static final byte[] DOCUMENT = "<rss>123456789</rss>".getBytes(StandardCharsets.UTF_8);
  private final AtomicReference<Damage> damage = new AtomicReference<>(Damage.NONE);

  @Test
  void aDocumentArrivesAsItIsOrAsNetworksDamageIt() throws Exception {
    try (ScriptedServer agent = ScriptedServer.http(); Fetcher fetcher = new Fetcher(Instant::now, Map.of())) {
      Reply whole = Reply.ok("<rss>123456789</rss>", "ETag: \"a\"");
      agent.then(whole, whole, Reply.ok("<rss>new</rss>", "ETag: \"b\""));
      try (Spoiler spoiler = new Spoiler(agent.uri("/siv.xml"), Instant::now, _ -> damage.get())) {
        SourceConfig feed = SourceConfig.of("siv", "SIV", spoiler.uri());
        Fetch.Body first = assertInstanceOf(Fetch.Body.class, fetcher.fetch(feed, Ask.PLAIN));
        assertArrayEquals(DOCUMENT, first.bytes());
        damage.set(Damage.FROZEN);
        assertInstanceOf(Fetch.NotModified.class, fetcher.fetch(feed, new Ask(first.validators(), false)));
        damage.set(Damage.LOGIN_PAGE);
        assertTrue(text(fetcher.fetch(feed, Ask.PLAIN)).contains("<form"));
        damage.set(Damage.CUT);
        assertEquals("<rss>12345678", text(fetcher.fetch(feed, Ask.PLAIN)));
        damage.set(Damage.NONE);
        assertEquals("<rss>new</rss>", text(fetcher.fetch(feed, Ask.PLAIN)));
      }
    }
  }

  private static String text(Fetch fetch) {
    return new String(assertInstanceOf(Fetch.Body.class, fetch).bytes(), StandardCharsets.UTF_8);
  }
}

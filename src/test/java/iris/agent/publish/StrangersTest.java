package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.rss.strict.Strict;
import iris.signal.Bulletin;
import iris.signal.IncidentStep;
import iris.signal.Maintenance;
import iris.signal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What readers and validators that know nothing of us make of our documents. */
class StrangersTest {
  private static final String FEEDPARSER = """
      import feedparser, json, sys
      d = feedparser.parse(sys.argv[1])
      print(json.dumps({'bozo': int(d.bozo), 'version': d.version, 'title': d.feed.title, 'language': d.feed.language,
          'links': {l.rel: l.href for l in d.feed.links}, 'archive': 'fh_archive' in d.feed,
          'built': list(d.feed.updated_parsed)[:6],
          'entries': [[e.title, e.id, e.guidislink, list(e.published_parsed)[:6], e.summary] for e in d.entries]}))
      """;
  /** The distribution's, where the package of the distribution puts feedparser; another python may come first. */
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  @TempDir Path home;
  private final Stand stand = new Stand();
  private Publisher publisher;
  private List<Path> documents;

  @BeforeEach
  void publish() throws Exception {
    stand.windows(2);
    stand.put(stand.prose.window(Samples.SIV, Samples.empty(Instant.parse("2026-11-22T11:00:00Z"),
        iris.signal.Verdict.UNKNOWN), Instant.parse("2026-11-22T11:05:05Z")));
    for (int i = 1; i <= 3; i++)
      stand.outage(Instant.parse("2026-11-21T11:41:00Z"), i, IncidentStep.State.values()[i - 1]);
    Instant night = Instant.parse("2026-11-23T22:00:00Z");
    Maintenance m = new Maintenance("m-7", "siv", Maintenance.State.PLANNED, night, night.plusSeconds(7_200));
    stand.put(stand.prose.maintenance(Samples.SIV, m, 1, Stand.NOON));
    stand.put(stand.prose.notice(Samples.SIV, "1", Reason.of("agent.feed.today", "<b>&amp; l’été, 😀 ]]>"), Stand.NOON));
    publisher = stand.publisher(Stand.publication(
        Optional.of(Stand.loopback(Optional.empty())), Optional.of(home), Optional.empty(), 20));
    documents = List.of(home.resolve("siv.xml"), home.resolve("archive/siv/2026-11-21.xml"));
  }

  @AfterEach
  void close() {
    publisher.close();
  }

  private static Bulletin ours(Path file) throws IOException {
    return ((Reading.Read) Rss.read(Files.readAllBytes(file), ReadOptions.of("x", "X"))).bulletin();
  }

  private static String run(Path folder, String... command) throws Exception {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static boolean can(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  @Test
  void anotherReaderInJavaReadsEveryItemOverHttp() throws Exception {
    for (String path : List.of("/siv.xml", "/archive/siv/2026-11-21.xml")) {
      String uri = publisher.address("siv").orElseThrow().resolve(path).toString();
      Bulletin ours = ours(home.resolve(path.substring(1)));
      try (Stream<Item> read = new RssReader().read(uri)) {
        List<Item> items = read.toList();
        assertEquals(ours.items().stream().map(i -> i.guid()).toList(),
            items.stream().map(i -> i.getGuid().orElseThrow()).toList());
        assertEquals(ours.items().stream().map(i -> i.title()).toList(),
            items.stream().map(i -> i.getTitle().orElseThrow()).toList());
        assertEquals(ours.items().stream().map(i -> i.published()).toList(),
            items.stream().map(i -> i.getPubDateAsZonedDateTime().map(ZonedDateTime::toInstant)).toList());
        assertTrue(items.stream().noneMatch(i -> i.getIsPermaLink().orElse(true)));
        assertEquals(Optional.of("5"), items.getFirst().getChannel().getTtl());
        assertEquals(ours.channel().title(), items.getFirst().getChannel().getTitle());
      }
    }
  }

  @Test
  void feedparserReadsEveryItemAndFindsNothingAmiss() throws Exception {
    assumeTrue(can(PYTHON.toString(), "-c", "import feedparser"),
        "python3-feedparser is not installed: what it makes of the documents is not looked at");
    Path script = Files.writeString(home.resolve("parse.py"), FEEDPARSER);
    for (Path document : documents) {
      JsonNode read = new ObjectMapper().readTree(run(home, PYTHON.toString(), script.toString(), document.toString()));
      Bulletin ours = ours(document);
      assertEquals(0, read.get("bozo").asInt());
      assertEquals("rss20", read.get("version").asString());
      assertEquals("fr", read.get("language").asString());
      assertEquals(ours.channel().place().archive(), read.get("archive").asBoolean());
      assertEquals(ours.channel().self().orElseThrow().toString(), read.get("links").get("self").asString());
      assertEquals(ours.channel().previous().map(Object::toString),
          Optional.ofNullable(read.get("links").get("prev-archive")).map(JsonNode::asString));
      assertEquals(ours.items().size(), read.get("entries").size());
      for (int i = 0; i < ours.items().size(); i++) {
        JsonNode entry = read.get("entries").get(i);
        assertEquals(ours.items().get(i).guid(), entry.get(1).asString());
        assertEquals(false, entry.get(2).asBoolean());
      }
    }
  }

  @Test
  void anotherValidatorFindsTheSchemaSoundAndTheDocumentsOfIt() throws Exception {
    assumeTrue(can("xmllint", "--version"), "libxml2-utils is not installed: only the JDK looks at the schema");
    for (String name : List.of("profile-1.xsd", "signal-1.xsd", "atom-link.xsd", "history.xsd"))
      Files.write(home.resolve(name), Strict.schema(name).orElseThrow());
    for (Path document : documents)
      run(home, "xmllint", "--noout", "--nonet", "--schema", "profile-1.xsd", document.toString());
    String wrong = Files.readString(documents.getFirst()).replaceFirst("state=\"up\"", "state=\"well\"");
    Path bad = Files.writeString(home.resolve("bad.xml"), wrong);
    assertTrue(!can("xmllint", "--noout", "--nonet", "--schema", home.resolve("profile-1.xsd").toString(), bad.toString()));
  }
}

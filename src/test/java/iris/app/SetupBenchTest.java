package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.settings.ConfigFiles;
import iris.settings.Section;
import iris.settings.edit.Edit;
import iris.settings.edit.Papers;
import iris.signal.Dialect;
import iris.signal.Reason;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.ui.setup.Bench.Answer;
import iris.ui.setup.Bench.Tasted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the settings asks for, with real files and a real server. */
class SetupBenchTest {
  private static final String FEED = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0"><channel><title>Fournisseur - Incident History</title><link>https://p.example/</link>
      <description>d</description>
      <item><title>Panne du SIV</title><guid>g1</guid><pubDate>Sun, 22 Nov 2026 15:00:00 +0100</pubDate>
      <description>Investigating - le service ne répond plus</description></item></channel></rss>
      """;

  @TempDir Path dir;
  private final ScriptedServer server = ScriptedServer.http();
  private final LinkedBlockingQueue<Tasted> tasted = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private Optional<Reason> readOnly = Optional.empty();
  private SetupBench bench;

  @BeforeEach
  void bench() {
    bench = new SetupBench(new ConfigFiles(dir.resolve("iris.yaml"), false), () -> Instant.parse("2026-11-22T14:10:00Z"),
        () -> readOnly, (pattern, volume) -> {});
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Papers papers() {
    return Papers.of(new ConfigFiles(dir.resolve("iris.yaml"), false));
  }

  private List<Edit> feed(Edit... more) {
    List<Edit> edits = new ArrayList<>(List.of(set("url", server.uri("/feed").toString()), set("proxy", "direct")));
    edits.addAll(List.of(more));
    return edits;
  }

  private static Edit set(String option, String value) {
    return new Edit.Set(Edit.Spot.of(Section.FEEDS, "siv", option), value);
  }

  private Tasted taste(List<Edit> edits) throws Exception {
    bench.taste(papers(), edits, "siv", tasted::add);
    return tasted.poll(60, TimeUnit.SECONDS);
  }

  @Test
  void aFeedIsReadAsTheConsoleWouldReadItWithThePasswordThatIsOnlyTyped() throws Exception {
    server.then(Reply.ok(FEED, "Content-Type: application/rss+xml"));
    Edit secret = new Edit.Hide(Edit.Spot.of(Section.FEEDS, "siv", "password"), "s3same");
    Tasted.Understood read = assertInstanceOf(Tasted.Understood.class, taste(feed(set("user", "iris"), secret)));
    assertTrue(read.bulletin().dialect() != Dialect.IRIS);
    assertEquals(1, read.rules().feeds().size());
    String basic = Base64.getEncoder().encodeToString("iris:s3same".getBytes(StandardCharsets.UTF_8));
    assertTrue(server.request().toString().contains(basic));
    try (var left = Files.list(dir)) {
      assertEquals(0, left.count(), "nothing is written for a look");
    }
  }

  @Test
  void whatTheServerRefusesIsTheFetchersOwnSentence() throws Exception {
    server.then(Reply.status(404));
    assertEquals("feed.http.not-found", assertInstanceOf(Tasted.No.class, taste(feed())).why().key());
    assertEquals("feeds.siv.url", assertInstanceOf(Tasted.Unfit.class, taste(List.of(set("url", "gopher://x"))))
        .problems().getFirst().key());
  }

  @Test
  void aReadingThatIsCancelledAnswersNothing() throws Exception {
    server.then(Reply.stall());
    Runnable cancel = bench.taste(papers(), feed(), "siv", tasted::add);
    server.request();
    cancel.run();
    assertNull(tasted.poll(1, TimeUnit.SECONDS));
  }

  @Test
  void whatIsSavedIsReadBackAndUndoneAndASecondConsoleSavesNothing() throws Exception {
    bench.save(papers(), feed(), answers::add);
    Answer.Kept kept = assertInstanceOf(Answer.Kept.class, answers.poll(60, TimeUnit.SECONDS));
    assertEquals(List.of("siv"), kept.now().names(Section.FEEDS));
    bench.undo(kept.back(), answers::add);
    assertFalse(Files.exists(assertInstanceOf(Answer.Kept.class, answers.poll(60, TimeUnit.SECONDS)).now().main()
        .resolveSibling("feeds.d/siv.yaml")));
    readOnly = Optional.of(Reason.of("history.profile.taken"));
    bench.save(papers(), feed(), answers::add);
    assertInstanceOf(Answer.Refused.class, answers.poll(60, TimeUnit.SECONDS));
    assertTrue(papers().names(Section.FEEDS).isEmpty());
  }
}

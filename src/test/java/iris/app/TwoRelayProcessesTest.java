package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.post.Outbox;
import iris.relay.real.Await;
import iris.relay.real.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two processes with one {@code --lease}, and the commands by which an operator looks after what a server refused. Each
 * relay tells two servers under addresses of its own: {@code bus}, and {@code desk}, which refuses as long as it is told to.
 */
class TwoRelayProcessesTest {
  @TempDir Path folder;

  private final Set<String> refusing = ConcurrentHashMap.newKeySet();

  private Script.Says answer(Script.Asked asked) {
    return new Script.Says(refusing.contains(asked.path()) && event(asked) ? 422 : 200, "");
  }

  private static boolean event(Script.Asked asked) {
    return asked.body().contains("\"service/siv\"") && (id(asked).endsWith("#begin") || id(asked).endsWith("#end"));
  }

  private static String id(Script.Asked asked) {
    JsonNode event = new JsonMapper().readTree(asked.body());
    return event.path("id").asString();
  }

  /** Ids of the events that came to the address, in their order. */
  private static List<String> events(Script servers, String path) {
    return servers.asked.stream().filter(a -> a.path().equals(path) && event(a)).map(TwoRelayProcessesTest::id).toList();
  }

  private Path home(String name, Script servers, FeedsOnLoopback feeds) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("iris.yaml"), """
        display: {language: en}
        feeds: {siv: {url: "%s", poll-every: 15s}}
        relay:
          bus: {kind: webhook, url: "%s", resend: 10s}
          desk: {kind: webhook, url: "%s", resend: 10s}
        """.formatted(feeds.address("siv"), servers.at("/" + name + "/bus"), servers.at("/" + name + "/desk")));
    return home;
  }

  private static Launched relay(Path home, String... more) throws IOException, InterruptedException {
    Launched relay = Launched.start(home, List.of(), Map.of(),
        Stream.concat(Stream.of("relay"), Stream.of(more)).toArray(String[]::new));
    relay.await("The relay watches 1 feed");
    return relay;
  }

  private static Launched.Ran ran(int code, Path home, String... words) throws Exception {
    Launched.Ran ran = Launched.run(home, Stream.concat(Stream.of("relay"), Stream.of(words)).toArray(String[]::new));
    assertEquals(code, ran.code(), () -> List.of(words) + ": " + ran.out() + ran.err());
    return ran;
  }

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void whoIsReadyTakesOverFromOneThatWasKilledAndNothingIsLost() throws Exception {
    String room = Files.createDirectories(folder.resolve("room")).toString();
    try (Script servers = new Script(this::answer); FeedsOnLoopback feeds = new FeedsOnLoopback(3)) {
      Path a = home("a", servers, feeds);
      Path b = home("b", servers, feeds);
      feeds.outage("siv");
      try (Launched first = relay(a, "--lease", room)) {
        Await.until(() -> events(servers, "/a/bus").size() == 1, first.lines::toString);
        String begin = events(servers, "/a/bus").getFirst();
        try (Launched second = relay(b, "--lease", room)) {
          Await.until(() -> letters(b) > 0, second.lines::toString);
          assertEquals(List.of(), servers.asked.stream().filter(s -> s.path().startsWith("/b/")).toList(), "one speaks");
          first.process.destroyForcibly().waitFor();
          feeds.over("siv");
          // The second waits 45 s before it believes that the first is dead: time for something else.
          anOperatorLooksAfterWhatWasRefused(servers);

          Await.until(() -> events(servers, "/b/bus").stream().anyMatch(id -> id.endsWith("#end")),
              () -> servers.asked + " " + second.lines);
          List<String> both = events(servers, "/b/bus");
          assertEquals(List.of(begin), both.subList(0, both.size() - 1), "what may have been lost comes again, with its id");
          assertTrue(both.getLast().endsWith("#end"), both::toString);
          assertTrue(ran(3, a, "status").out().contains("does not run"), "the first one");
          ran(0, b, "status");
        }
      }
      assertEquals(List.of(), events(servers, "/a/bus").stream().filter(id -> id.endsWith("#end")).toList(), "it was dead");
    }
  }

  /** With a relay of its own, while that runs. */
  private void anOperatorLooksAfterWhatWasRefused(Script servers) throws Exception {
    refusing.add("/c/desk");
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(3)) {
      Path c = home("c", servers, feeds);
      feeds.outage("siv");
      try (Launched relay = relay(c)) {
        refusedReplayedAndDropped(c, relay, servers, feeds);
      }
    }
  }

  private void refusedReplayedAndDropped(Path c, Launched relay, Script servers, FeedsOnLoopback feeds) throws Exception {
    Await.until(() -> events(servers, "/c/desk").size() == 1, relay.lines::toString);
    Launched.Ran[] status = new Launched.Ran[1];
    Await.until(() -> (status[0] = Launched.run(c, "relay", "status")).out().contains("1 refused"), () -> status[0].toString());
    assertEquals(1, status[0].code(), status[0]::toString);
    Await.until(() -> servers.asked.stream().filter(s -> s.path().equals("/c/bus")).map(TwoRelayProcessesTest::id)
        .anyMatch(id -> id.startsWith("relay desk|CONSOLE_FAULT@")), () -> "the other server does not know: " + servers.asked);
    Launched.Ran listed = ran(1, c, "dead");
    assertTrue(listed.out().contains("desk") && listed.out().contains("422"), listed::out);
    assertTrue(ran(2, c, "dead", "drop", "dask").err().contains("bus, desk"), "who is meant");

    refusing.clear();
    Launched.Ran replayed = ran(0, c, "dead", "replay", "desk");
    assertTrue(replayed.out().startsWith("1 letter back"), replayed::out);
    Await.until(() -> events(servers, "/c/desk").size() == 2, () -> "not replayed: " + servers.asked);
    assertEquals(1, Set.copyOf(events(servers, "/c/desk")).size(), "under the id that it had");
    assertEquals("No server refused anything.", ran(0, c, "dead").out().strip());

    refusing.add("/c/desk");
    feeds.over("siv");
    Await.until(() -> Launched.run(c, "relay", "dead", "drop").out().startsWith("1 letter given up"), relay.lines::toString);
    ran(0, c, "dead", "list");
  }

  /** That wait in its outbox. */
  private static long letters(Path home) throws SQLException {
    try (Outbox outbox = Outbox.open(home.resolve("state/relay"))) {
      return outbox.counted("bus").letters();
    }
  }
}

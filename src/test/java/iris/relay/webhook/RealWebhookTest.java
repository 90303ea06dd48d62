package iris.relay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Daemon;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package {@code webhook}, with the file of src/docs/relay. */
class RealWebhookTest {
  @TempDir Path folder;
  private final int port = Daemon.port();
  private Path seen;

  private Daemon server() throws Exception {
    Path program = Daemon.program("webhook", "webhook");
    seen = folder.resolve("seen");
    Path command = folder.resolve("on-event");
    Files.writeString(command, "#!/bin/sh\necho \"$1 $2 $3 $4\" >> " + seen + "\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path hooks = folder.resolve("hooks.json");
    Files.writeString(hooks, Files.readString(Path.of("src/docs/relay/hooks.json"))
        .replace("/usr/local/bin/on-iris-event", command.toString()).replace("replace-this-secret", "clé"));
    return Daemon.start(folder.resolve("log"), Map.of(), program.toString(), "-verbose", "-hooks", hooks.toString(),
        "-ip", "127.0.0.1", "-port", String.valueOf(port)).listening(port);
  }

  @Test
  void anOutageAndItsEndReachACommandOnceAndSignedAndAForgeryDoesNot() throws Exception {
    try (Daemon server = server(); Webhook ours = hook("clé"); Webhook forged = hook("clef")) {
      assertInstanceOf(Delivery.Delivered.class, ours.deliver(Samples.outage(Samples.SIV, Hooked.AT)));
      // It answers 500 to a signature that is not right: for it, that is an error of its own.
      assertInstanceOf(Delivery.TryLater.class, forged.deliver(Samples.recovery(Samples.SIV, Hooked.AT, Hooked.LATER)));
      Await.until(() -> Files.exists(seen), server::said);
      assertInstanceOf(Delivery.Delivered.class, ours.deliver(Samples.recovery(Samples.SIV, Hooked.AT, Hooked.LATER)));
      Await.until(() -> Files.readAllLines(seen).size() == 2, server::said);
      assertEquals(List.of("iris.signal.begin service/siv critical siv|OUTAGE@6012345#begin",
          "iris.signal.end service/siv ok siv|OUTAGE@6012345#end"), Files.readAllLines(seen));
    }
  }

  @Test
  void whatHappensWhileTheServerIsGoneArrivesWhenItIsBackInOrder() throws Exception {
    try (Daemon server = server();
        Room room = new Room(folder, target(), new TestGround(folder, Map.of("env:K", "clé"), InstantSource.system()))) {
      Await.until(() -> events("heartbeat").size() > 1, server::said);
      room.outage();
      // Acknowledged too: what it took and did not acknowledge it would be told again, and rightly so.
      Await.until(() -> events("begin").size() == 1 && room.relay().standing().getFirst().queued() == 0, server::said);
      server.kill();
      room.recovery();
      room.outage();
      room.recovery();
      Await.until(() -> room.relay().standing().getFirst().queued() >= 3, () -> "nothing waits");
      server.again();
      Await.until(() -> events("end").size() == 2, server::said);
      List<String> story = events("begin|end");
      assertEquals(List.of("iris.signal.begin", "iris.signal.end", "iris.signal.begin", "iris.signal.end"),
          story.stream().map(line -> line.split(" ")[0]).toList());
      assertEquals(List.of("critical", "ok", "critical", "ok"), story.stream().map(line -> line.split(" ")[2]).toList());
      assertEquals(4, story.stream().map(line -> line.split(" ")[3]).distinct().count(), story::toString);
      Await.until(() -> room.relay().standing().getFirst().queued() == 0, () -> "it waits");
      assertEquals(4, events("begin|end").size());
    }
  }

  private List<String> events(String sort) throws Exception {
    return !Files.exists(seen) ? List.of() : Files.readAllLines(seen).stream()
        .filter(line -> line.matches("iris\\.signal\\.(" + sort + ") .*")).toList();
  }

  private Webhook hook(String key) {
    return new Webhook(target(), Hooked.ground(Map.of("env:K", key)));
  }

  private Target target() {
    return Hooked.target(Kind.WEBHOOK, Map.of(Param.URL, new Value.Link(URI.create("http://127.0.0.1:" + port + "/hooks/iris")),
        Param.SIGNING_KEY, new Value.Secret("env:K"), Param.RESEND, new Value.Span(Duration.ofSeconds(2))));
  }
}

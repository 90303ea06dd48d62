package iris.relay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Param;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Daemon;
import iris.relay.real.Samples;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package {@code webhook}, with the file of src/docs/relay. */
class RealWebhookTest {
  @Test
  void anOutageAndItsEndReachACommandOnceAndSignedAndAForgeryDoesNot(@TempDir Path folder) throws Exception {
    Path program = Daemon.program("webhook", "webhook");
    Path seen = folder.resolve("seen");
    Path command = folder.resolve("on-event");
    Files.writeString(command, "#!/bin/sh\necho \"$1 $2 $3 $4\" >> " + seen + "\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path hooks = folder.resolve("hooks.json");
    Files.writeString(hooks, Files.readString(Path.of("src/docs/relay/hooks.json"))
        .replace("/usr/local/bin/on-iris-event", command.toString()).replace("replace-this-secret", "clé"));
    int port = Daemon.port();
    try (Daemon server = Daemon.start(folder.resolve("log"), Map.of(), program.toString(), "-verbose", "-hooks", hooks.toString(),
        "-ip", "127.0.0.1", "-port", String.valueOf(port)).listening(port);
        Webhook ours = hook(port, "clé"); Webhook forged = hook(port, "clef")) {
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

  private static Webhook hook(int port, String key) {
    return new Webhook(Hooked.target(Kind.WEBHOOK, Map.of(
        Param.URL, new Value.Link(URI.create("http://127.0.0.1:" + port + "/hooks/iris")),
        Param.SIGNING_KEY, new Value.Secret("env:K"))), Hooked.ground(Map.of("env:K", key)));
  }
}

package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.alarm.Act;
import iris.alarm.Fallback;
import iris.relay.real.Await;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two plans that fail, of an endpoint and of a command that both repeat their secrets: the journal tells why, not what. */
@Timeout(180)
class FallbackSecretsTest {
  private static final Words EN = Words.of(Lang.EN, ZoneId.of("Europe/Paris"));
  private static final List<String> HIDDEN = List.of("planpass-V8", "plankey-V8", "commandtoken-V8");

  @TempDir Path home;

  private Settings settings(ScriptedServer parrot) throws IOException {
    Path kept = Files.createDirectories(home.resolve("kept"));
    for (String secret : HIDDEN)
      TestPki.ownerOnly(Files.writeString(kept.resolve(secret.substring(0, secret.indexOf('-'))), secret + "\n"));
    Path route = Files.writeString(kept.resolve("route"), "#!/bin/sh\n: >$0.ran\necho \"the token is $TOKEN\"\necho $TOKEN >&2\nexit 3\n");
    Files.setPosixFilePermissions(route, PosixFilePermissions.fromString("rwx------"));
    String text = """
        sound: {enabled: no}
        notifications: {desktop: no}
        fallbacks:
          siv:
            user: iris
            password: file:kept/planpass
            activate: {url: "%1$s/on", headers: ["X-Api-Key: file:kept/plankey"]}
            return: {url: "%1$s/off"}
          autre:
            activate: {command: [%2$s, on], environment: ["TOKEN=file:kept/commandtoken"]}
            return: {command: [%2$s, off], environment: ["TOKEN=file:kept/commandtoken"]}
        """.formatted("http://localhost:" + parrot.port(), route);
    return switch (SettingsReader.read(List.of(new ConfigText("test", home, text, false)))) {
      case Reading.Good(Settings settings) -> settings;
      case Reading.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }

  @Test
  void whyAPlanFailedIsToldWithoutItsSecrets() throws Exception {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "the command is a shell script");
    Leaks leaks = new Leaks(home, HIDDEN);
    Path state = Files.createDirectories(home.resolve("state"));
    try (ScriptedServer parrot = ScriptedServer.http().then(Leaks.PARROT);
        Console console = new Console(settings(parrot), Outset.ofProfile(state, Instant.now()), state, EN)) {
      for (String service : List.of("siv", "autre")) {
        console.ports().acts().accept(new Act.SwitchFallback(service, true, "marie", "panne", List.of()));
        Await.until(Duration.ofMinutes(1),
            () -> console.ports().board().get().fallback(service).now() instanceof Fallback.Failed,
            () -> console.ports().board().get().fallback(service).toString());
        Fallback.Failed failed = (Fallback.Failed) console.ports().board().get().fallback(service).now();
        leaks.hidden("the sentence of " + service, EN.say(failed.why()));
      }
      assertTrue(parrot.requests().stream().anyMatch(r -> r.headers().containsValue("plankey-V8")), "it was told nothing");
      assertTrue(Files.exists(home.resolve("kept/route.ran")), "the command did not run");
      leaks.hidden("the board", console.ports().board().get().toString());
    }
    assertEquals(Set.of("journal.db"), leaks.searched());
  }
}

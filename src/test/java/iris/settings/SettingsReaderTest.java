package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Guidance.Whose;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Outlook;
import iris.feed.Credentials;
import iris.feed.ProxyRoute;
import iris.feed.Secret;
import iris.feed.SourceConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  private static final Path BASE = Path.of("/etc/iris");

  private static Reading read(String text) {
    return SettingsReader.read(List.of(new ConfigText("iris.yaml", BASE, text, false)));
  }

  private static Settings good(String text) {
    return assertInstanceOf(Reading.Good.class, read(text), () -> read(text).toString()).settings();
  }

  private static List<String> bad(String text) {
    return assertInstanceOf(Reading.Bad.class, read(text)).problems().stream()
        .map(p -> p.line() + " " + p.key() + " " + p.reason().key()).toList();
  }

  @Test
  void anEmptyFileHasTheStandardsAndNothingToPoll() {
    Settings s = good("# nothing yet\n");
    assertTrue(s.nothingConfigured());
    assertEquals(Display.Language.AUTO, s.display().language());
    assertTrue(s.alerting().toasts());
    assertEquals(0.8, s.alerting().volume());
  }

  @Test
  void aFeedAndAServiceBecomeTheRecordsOfTheirPackages() {
    Settings s = good("""
        feeds:
          siv:
            url: https://siv.example.org/signal.xml
            poll-every: 30 s
            bearer: file:siv.token
        services:
          siv:
            down-below: 40%
            p95-limit: 2s
            target: 99,95 %
        """);
    SourceConfig feed = s.feeds().getFirst();
    assertEquals(URI.create("https://siv.example.org/signal.xml"), feed.uri());
    assertEquals(Duration.ofSeconds(30), s.rules().feeds().getFirst().pollEvery());
    assertEquals(new Credentials.Bearer(new Secret.FromFile(BASE.resolve("siv.token"))), feed.credentials());
    assertEquals(0.4, s.rules().of("siv").downBelow());
    assertEquals(Optional.of(Duration.ofSeconds(2)), s.rules().of("siv").p95Limit());
    assertEquals(0.9995, s.rules().of("siv").target(), 1e-12);
  }

  @Test
  void everyProblemIsNamedAtOnceWithLineAndKey() {
    assertEquals(
        List.of(
            "2 display.langage settings.key.unknown-near",
            "3 display.screen settings.value.range",
            "5 feeds.siv.url settings.key.missing",
            "6 feeds.siv.poll-every settings.value.range",
            "7 feeds.siv.password settings.value.secret",
            "8 sounds settings.key.unknown-near"),
        bad("""
            display:
              langage: fr
              screen: 99
            feeds:
              siv:
                poll-every: 3s
                password: hunter2
            sounds:
              volume: 3
            """));
  }

  @Test
  void aSecretWrittenInTheFileIsRefusedAndNotRepeated() {
    Reading reading = read("feeds: {siv: {url: 'https://a.example/x', user: u, password: hunter2}}");
    assertFalse(reading.toString().contains("hunter2"), reading::toString);
    assertInstanceOf(Reading.Bad.class, reading);
  }

  @Test
  void whatIsNotYamlIsNamedWithItsLine() {
    assertEquals(List.of("2  settings.file.syntax"), bad("display:\n\ttheme: dark\n"));
    assertEquals(List.of("1  settings.file.no-keys"), bad("- a\n- b\n"));
  }

  @Test
  void aKeyGivenTwiceIsNotSilentlyTheLast() {
    assertEquals(List.of("3 display.theme settings.key.twice"), bad("display:\n  theme: dark\n  theme: light\n"));
  }

  @Test
  void aFeedNamedInTwoFilesIsRefusedWithBothPlaces() {
    ConfigText main = new ConfigText("iris.yaml", BASE, "feeds:\n  siv:\n    url: http://a.example/x\n", false);
    ConfigText drop = new ConfigText("feeds.d/b.yaml", BASE, "feeds:\n  siv:\n    url: http://b.example/x\n", true);
    Reading.Bad bad = assertInstanceOf(Reading.Bad.class, SettingsReader.read(List.of(main, drop)));
    assertEquals(List.of("siv", "iris.yaml", "2"), bad.problems().getFirst().reason().args());
  }

  @Test
  void aDropInHoldsFeedsAndServicesOnly() {
    ConfigText drop = new ConfigText("feeds.d/b.yaml", BASE, "display:\n  theme: dark\n", true);
    Reading.Bad bad = assertInstanceOf(Reading.Bad.class, SettingsReader.read(List.of(drop)));
    assertEquals("settings.key.not-in-drop-in", bad.problems().getFirst().reason().key());
  }

  @Test
  void limitsThatContradictEachOtherAreRefused() {
    assertEquals(List.of("4 services.siv.down-below settings.service.down-over-degraded"),
        bad("services:\n  siv:\n    degraded-below: 90%\n    down-below: 95%\n"));
  }

  @Test
  void recursiveYamlEndsInAnErrorAndNotInAHang() {
    assertFalse(bad("feeds: &a\n  siv: *a\n").isEmpty());
  }

  @Test
  void aRelativeFileFeedStandsBesideTheFile() {
    assertEquals(BASE.resolve("demo.xml").toUri(), good("feeds: {d: {url: 'file:demo.xml'}}").feeds().getFirst().uri());
  }

  @Test
  void aPasswordInAnAddressIsRefusedAndNotRepeated() {
    Reading reading = read("feeds: {siv: {url: 'https://u:hunter2@a.example/x', proxy: 'http://u:hunter2@p.example'}}");
    assertFalse(reading.toString().contains("hunter2"), reading::toString);
    assertEquals(2, assertInstanceOf(Reading.Bad.class, reading).problems().size());
  }

  @Test
  void aProxyOfItsOwnHasAnAddressAndMayAskWhoWeAre() {
    SourceConfig feed = good("""
        feeds:
          siv:
            url: https://a.example/x
            proxy: http://proxy.example:3128
            proxy-user: iris
            proxy-password: env:P
        """).feeds().getFirst();
    assertEquals(new ProxyRoute.Explicit("proxy.example", 3128,
        Optional.of(new Credentials.Basic("iris", new Secret.FromEnvironment("P")))), feed.proxy());
    assertEquals(List.of("4 feeds.siv.proxy-user settings.feed.wants",
            "4 feeds.siv.proxy-user settings.feed.proxy-address-missing"),
        bad("feeds:\n  siv:\n    url: https://a.example/x\n    proxy-user: iris\n"));
  }

  @Test
  void guidanceIsWrittenInPlaceOrInAFileOfItsOwn(@TempDir Path dir) throws Exception {
    Files.writeString(dir.resolve("externe.md"), "# SIV national\n\nAppeler le **01 02 03 04 05**\n");
    ConfigText text = new ConfigText("iris.yaml", dir, """
        feeds:
          siv: {url: 'https://a.example/x', probe: 'https://b.example/health'}
        vantage:
          neutral-host: https://www.example.org/
        services:
          siv:
            guidance:
              provider: |
                ## DARVA
                - guichet
              external: file:externe.md
        """, false);
    Reading reading = SettingsReader.read(List.of(text));
    Settings s = assertInstanceOf(Reading.Good.class, reading, reading::toString).settings();
    assertEquals("## DARVA\n- guichet", s.rules().guidance("siv").texts().get(Whose.PROVIDER));
    assertEquals(Whose.EXTERNAL, s.rules().guidance("siv").of(Fault.EXTERNAL).orElseThrow().getKey());
    assertTrue(s.rules().guidance("siv").of(Fault.OUR_NETWORK).isEmpty());
    assertTrue(s.rules().guidance("other").isEmpty());
    assertEquals(new Outlook(Set.of("siv"), Optional.of("www.example.org")), s.rules().outlook());
  }

  @Test
  void everyProblemOfGuidanceIsNamedWithItsLine(@TempDir Path dir) throws Exception {
    Files.writeString(dir.resolve("long.md"), "x".repeat(20_000));
    Files.write(dir.resolve("latin.md"), new byte[] {(byte) 0xe9});
    ConfigText text = new ConfigText("iris.yaml", dir, """
        services:
          siv:
            guidance:
              provider: file:none.md
              external: file:long.md
              network: file:latin.md
              defualt: x
          pay:
            guidance: call somebody
        """, false);
    Reading.Bad bad = assertInstanceOf(Reading.Bad.class, SettingsReader.read(List.of(text)));
    assertEquals(List.of(
            "4 services.siv.guidance.provider settings.guidance.missing",
            "5 services.siv.guidance.external settings.guidance.too-long",
            "6 services.siv.guidance.network settings.guidance.not-utf8",
            "7 services.siv.guidance.defualt settings.key.unknown-near",
            "9 services.pay.guidance settings.value.block"),
        bad.problems().stream().map(p -> p.line() + " " + p.key() + " " + p.reason().key()).toList());
  }
}

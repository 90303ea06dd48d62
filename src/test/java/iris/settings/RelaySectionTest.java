package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The section of the servers that are told. */
class RelaySectionTest {
  private static Reading read(String yaml) {
    return SettingsReader.read(List.of(new ConfigText("iris.yaml", Path.of("/etc/iris"), yaml, false)));
  }

  private static List<Target> targets(String yaml) {
    return assertInstanceOf(Reading.Good.class, read(yaml), () -> read(yaml).toString()).settings().relay();
  }

  private static List<String> problems(String yaml) {
    return assertInstanceOf(Reading.Bad.class, read(yaml)).problems().stream()
        .map(p -> p.line() + " " + p.key() + " " + p.reason().key()).toList();
  }

  @Test
  void anAddressAndCredentialsAreEnough() {
    Target icinga = targets("""
        relay:
          central: {kind: icinga, url: "https://icinga.example.org:5665", user: iris, password: "env:IRIS_ICINGA"}
        """).getFirst();
    assertEquals(new Target("central", Kind.ICINGA, Map.of(
        Param.URL, new Value.Link(URI.create("https://icinga.example.org:5665")), Param.USER, new Value.Text("iris"),
        Param.PASSWORD, new Value.Secret("env:IRIS_ICINGA")), Mapping.USUAL), icinga);
    assertEquals(Duration.ofMinutes(1), icinga.resend());
  }

  @Test
  void everythingOfATargetIsReadAndPathsStartFromTheFile() {
    Target hook = targets("""
        relay:
          desk:
            kind: webhook
            url: https://desk.example.org/in
            token: file:desk.token
            headers: ["X-Team: night", "X-Site: Paris, Nord"]
            body: '{"text": "{summary}"}'
            ca: ca.pem
            timeout: 5s
            resend: 2m
            statistics: no
            host: room-{key}
            service: iris {kind} {key}
            text: '{summary} ({since})'
            labels: [team=night, "of={name}"]
            severity: {ok: normal, critical: major}
        """).getFirst();
    assertEquals(List.of("X-Team: night", "X-Site: Paris, Nord"), hook.lines(Param.HEADERS));
    assertEquals(Optional.of(new Value.Secret("file:/etc/iris/desk.token")), hook.secret(Param.TOKEN));
    assertEquals(Optional.of(Path.of("/etc/iris/ca.pem")), hook.file(Param.CA));
    assertEquals(Duration.ofSeconds(5), hook.timeout());
    assertEquals(Duration.ofMinutes(2), hook.resend());
    assertFalse(hook.flag(Param.STATISTICS, true));
    assertEquals(new Mapping("room-{key}", Optional.of("iris {kind} {key}"),
        Map.of(Level.OK, "normal", Level.CRITICAL, "major"), Map.of("team", "night", "of", "{name}"),
        Optional.of("{summary} ({since})")), hook.mapping());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsLine() {
    assertEquals(List.of(
        "2 relay.a.url settings.relay.needs",
        "4 relay.a.community settings.relay.takes-none",
        "5 relay.a.password settings.feed.wants",
        "7 relay.b.kind settings.relay.kind-near",
        "8 relay.c.kind settings.key.missing",
        "11 relay.d.adress settings.key.unknown-near",
        "12 relay.d.text settings.relay.place-near",
        "13 relay.d.service settings.relay.place",
        "14 relay.d.labels settings.relay.label",
        "15 relay.d.severity.criticl settings.key.unknown-near",
        "16 relay.d.resend settings.value.range"), problems("""
        relay:
          a:
            kind: icinga
            community: env:C
            password: env:P
          b:
            kind: icigna
          c: {timeout: 5s}
          d:
            kind: prometheus
            adress: "x:1"
            text: "{sumary}"
            service: "{summary}"
            labels: [a b]
            severity: {criticl: x}
            resend: 1s
            listen: "127.0.0.1:9634"
        """));
  }

  @Test
  void whatAKindTakesIsNamed() {
    Problem one = assertInstanceOf(Reading.Bad.class, read("relay: {a: {kind: relp, address: x, community: 'env:C'}}"))
        .problems().getFirst();
    assertEquals(List.of("relp", "community",
        "address, ca, certificate, key, key-password, tls, timeout, facility, app-name, statistics, resend"), one.reason().args());
  }

  @Test
  void noSecretIsTakenInPlainNorRepeated() {
    String read = read("""
        relay:
          a: {kind: slack, token: "https://hooks.example.org/hunter2"}
          b: {kind: webhook, url: "https://iris:hunter2@x.example.org/"}
          c: {kind: webhook, url: "https://x.example.org/", headers: ["Authorization: Bearer hunter2"]}
        """).toString();
    assertEquals(3, read.split("settings.value.secret|settings.relay.secret-header", -1).length - 1, read);
    assertFalse(read.contains("hunter2"), read);
  }

  @Test
  void aCertificateThatNobodyWouldLookAtIsRefused() {
    assertEquals(List.of("1 relay.a.ca settings.feed.needs-https", "2 relay.b.ca settings.relay.needs-tls",
        "3 relay.c.ca settings.relay.needs-tls"), problems("""
        relay: {a: {kind: webhook, url: "http://x.example.org/", ca: x.pem},
          b: {kind: mqtt, address: x, tls: false, ca: x.pem},
          c: {kind: relp, address: x, ca: x.pem}}
        """));
    assertEquals(1, targets("relay: {a: {kind: mail, address: x, from: a@x, to: [b@x], ca: x.pem}}").size(),
        "mail is encrypted where nothing is said");
  }

  @Test
  void aServerMayStandInADropIn() {
    Reading both = SettingsReader.read(List.of(new ConfigText("iris.yaml", Path.of("/etc/iris"), "display: {}\n", false),
        new ConfigText("feeds.d/r.yaml", Path.of("/etc/iris/feeds.d"), "relay: {a: {kind: nagios-pipe, file: cmd}}\n", true)));
    assertEquals(Optional.of(Path.of("/etc/iris/feeds.d/cmd")),
        assertInstanceOf(Reading.Good.class, both).settings().relay().getFirst().file(Param.FILE));
  }

  /** Each kind with what it must have, as the samples write it. */
  @TestFactory
  Stream<DynamicTest> eachKindIsTakenWithWhatItMustHave() {
    return Stream.of(Kind.values()).map(kind -> DynamicTest.dynamicTest(kind.word(), () -> {
      String musts = kind.must().stream().map(p -> "    " + p.word() + ": " + yaml(p)).collect(Collectors.joining("\n"));
      Target made = targets("relay:\n  t:\n    kind: " + kind.word() + "\n" + musts + "\n").getFirst();
      assertEquals(kind.must(), made.params().keySet());
      assertTrue(Options.ofTarget(kind.word()).size() >= kind.must().size() + 9, "the form offers them");
    }));
  }

  private static String yaml(Param p) {
    return p.type() == Param.Type.LINES || p.sample().startsWith("'") ? p.sample() : "\"" + p.sample() + "\"";
  }
}

package iris.settings.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.agent.AgentConfig;
import iris.agent.SourceSpec;
import iris.settings.ConfigText;
import iris.words.Lang;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentReaderTest {
  private static final String SMALL = """
      agent: {id: a-1, state: kept}
      publish: {listen: "127.0.0.1:0"}
      services:
        siv:
          parties: {darva: {role: provider}, ants: {role: external, name: SIV national}}
          sources:
      """;

  private static AgentReading read(String text, Map<String, String> environment) {
    return AgentReader.read(new ConfigText("agent.yaml", Path.of("/etc/iris"), text, false), environment);
  }

  private static AgentConfig good(String text) {
    return assertInstanceOf(AgentReading.Good.class, read(text, Map.of("P", "hush")), () -> bad(text).toString()).config();
  }

  private static List<String> bad(String text) {
    return assertInstanceOf(AgentReading.Bad.class, read(text, Map.of())).problems().stream()
        .map(p -> p.line() + " " + p.key() + " " + p.reason().key()).toList();
  }

  private static SourceSpec source(String written) {
    return good(SMALL + "      one: " + written + "\n").services().getFirst().sources().getFirst();
  }

  @Test
  void whatIsNotWrittenHasItsStandard() {
    AgentConfig config = good(SMALL + "      one: {type: push, port: 8125}\n");
    assertEquals(Duration.ofMinutes(5), config.period());
    assertEquals(Path.of("/etc/iris/kept"), config.state());
    assertEquals(Duration.ofDays(30), config.publication().keep());
    assertEquals("siv", config.services().getFirst().service().name());
    assertEquals(AgentConfig.Suspicion.USUAL, config.services().getFirst().suspicion());
    assertEquals("darva", config.services().getFirst().sources().getFirst().party());
  }

  @Test
  void everySourceBecomesItsRecord() {
    assertEquals(
        new SourceSpec.Log("one", "darva", Path.of("/etc/iris/a.log"), new SourceSpec.Format.Combined(), Optional.of("ants")),
        source("{type: log, file: a.log, external: ants}"));
    assertEquals(new SourceSpec.Format.JsonLines(Map.of("time", "ts")),
        ((SourceSpec.Log) source("{type: log, file: a.log, format: json, fields: {time: ts}}")).format());
    assertEquals(
        new SourceSpec.Format.Pattern("(?<time>\\S+) (?<status>\\d+)", Optional.empty(), Duration.ofNanos(1000)),
        ((SourceSpec.Log) source("{type: log, file: a.log, pattern: '(?<time>\\S+) (?<status>\\d+)', unit: us}")).format());
    assertEquals(
        new SourceSpec.Check("one", "ants", Duration.ofSeconds(5), Duration.ofSeconds(2), false,
            new SourceSpec.Asked.Http(URI.create("https://a.example/x"), "POST", Map.of("Authorization", "hush"),
                Optional.of("{}"), new SourceSpec.Expected(List.of("200", "300-302"), Optional.of("well"),
                    Map.of("/db", "up"), Optional.of(Duration.ofSeconds(1)), 14))),
        source("{type: http, party: ants, url: 'https://a.example/x', every: 5s, timeout: 2s, method: post,"
            + " headers: {Authorization: 'env:P'}, body: '{}', expect-status: [200, 300-302], expect-text: well,"
            + " expect-json: {/db: up}, slow: 1s}"));
    assertEquals(new SourceSpec.Asked.Tcp("::1", 443), asked("{type: tcp, address: '[::1]:443'}"));
    assertEquals(new SourceSpec.Asked.Dns("a.example", List.of("192.0.2.1")),
        asked("{type: dns, host: a.example, addresses: [192.0.2.1]}"));
    assertEquals(new SourceSpec.Asked.Command(List.of("/bin/check", "-H", "x")),
        asked("{type: command, command: [/bin/check, -H, x]}"));
  }

  private static SourceSpec.Asked asked(String written) {
    return ((SourceSpec.Check) source(written)).asked();
  }

  @Test
  void whatHangsCanFailTwiceInTenSecondsOfAFiveSecondCheck() {
    String check = "{type: tcp, address: 'a:1', every: ";
    assertEquals(Duration.ofSeconds(2), ((SourceSpec.Check) source(check + "5s}")).timeout());
    assertEquals(Duration.ofSeconds(1), ((SourceSpec.Check) source(check + "1s}")).timeout());
    assertEquals(Duration.ofSeconds(5), ((SourceSpec.Check) source(check + "10s}")).timeout());
  }

  @Test
  void aCheckCountsAsATransactionOnlyWhereNothingElseCounts() {
    String check = "      one: {type: tcp, address: 'a:1'}\n";
    assertTrue(((SourceSpec.Check) good(SMALL + check).services().getFirst().sources().getFirst()).counts());
    assertFalse(((SourceSpec.Check) source("{type: tcp, address: 'a:1', party: ants}")).counts());
    List<SourceSpec> both =
        good(SMALL + check + "      two: {type: log, file: a.log}\n").services().getFirst().sources();
    assertFalse(((SourceSpec.Check) both.getFirst()).counts());
  }

  @Test
  void everyProblemIsNamedAtOnceWithLineAndKey() {
    assertEquals(
        List.of(
            "1 agent.state settings.key.missing",
            "2 agent.perod settings.key.unknown-near",
            "4 publish.listen settings.agent.address",
            "5 publish.certificate settings.feed.wants",
            "5 publish.certificate settings.agent.file",
            "6 publish.password settings.feed.wants",
            "6 publish.password settings.value.secret",
            "9 services.siv.down-below settings.service.down-over-degraded",
            "10 services.siv.parties.ants.role settings.value.choice",
            "12 services.siv.sources.a.type settings.value.choice",
            "13 services.siv.sources.b.party settings.agent.party",
            "14 services.siv.sources.c.pattern settings.agent.group",
            "15 services.siv.sources.d.file settings.key.missing",
            "15 services.siv.sources.d.fille settings.key.unknown-near",
            "16 sevices settings.key.unknown-near"),
        bad("""
            agent:
              {id: a-1, perod: 5m}
            publish:
              listen: nowhere
              certificate: /no/such/file
              password: hunter2
            services:
              siv:
                down-below: 100%
                parties: {darva: {role: provider}, ants: {role: stranger}}
                sources:
                  a: {type: htp}
                  b: {type: push, port: 1, party: nobody}
                  c: {type: log, file: x, pattern: '(?<time>.*)'}
                  d: {type: log, fille: x}
            sevices: {}
            """));
  }

  @Test
  void aPartyWhoseRoleIsWrongIsOneProblemAndNotOneAtEachSourceThatNamesIt() {
    assertEquals(List.of("5 services.siv.parties.ants.role settings.value.choice"),
        bad(SMALL.replace("role: external", "role: extern")
            + "      one: {type: log, file: a.log, format: combined, party: darva, external: ants}\n"
            + "      two: {type: tcp, address: \"a:1\", party: ants}\n"));
  }

  @Test
  void whereThereIsNoFileTheModelOfTheAgentIsNamed(@TempDir Path folder) {
    AgentReading reading = AgentReader.file(folder.resolve("agent.yaml"), Map.of());
    assertEquals(List.of("settings.agent.missing"), assertInstanceOf(AgentReading.Bad.class, reading).problems().stream()
        .map(p -> p.reason().key()).toList());
  }

  @Test
  void aSecretWrittenInTheFileIsRefusedAndNotRepeated() {
    AgentReading reading = read(SMALL.replace("}\nservices", ", bearer: hunter2}\nservices")
        + "      one: {type: http, url: 'http://a.example/', headers: {authorization: hunter2}}\n", Map.of());
    assertEquals(2, assertInstanceOf(AgentReading.Bad.class, reading).problems().size(), reading::toString);
    assertFalse(reading.toString().contains("hunter2"), reading::toString);
  }

  @Test
  void aSecretInAFileThatOthersCanReadIsRefused(@TempDir Path folder) throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no owner-only files here");
    Path token = Files.writeString(folder.resolve("token"), "hush\n");
    String text = SMALL.replace("}\nservices", ", bearer: 'file:" + token + "'}\nservices") + "      one: {type: push, port: 1}\n";
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(List.of("2 publish.bearer feed.secret.open-file"), bad(text));
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    assertEquals(Optional.of(new AgentConfig.Access.Bearer("hush")), good(text).publication().access());
  }

  @Test
  void anAgentThatWouldPublishNothingOrWatchNothingIsRefused() {
    assertEquals(List.of("2 publish.listen settings.agent.nowhere", "3 services settings.agent.no-service"),
        bad("agent: {id: a, state: s}\npublish: {keep: 2d}\nservices: {}\n"));
    assertEquals(List.of("1 agent settings.key.missing", "1 agent.id settings.key.missing",
        "1 agent.state settings.key.missing", "1 publish settings.key.missing", "1 services settings.agent.no-service"),
        bad(""));
    assertEquals(List.of("1 agent.period settings.agent.period"), bad(SMALL.replace("id: a-1", "id: a-1, period: 7m")
        + "      one: {type: push, port: 1}\n"));
  }

  @Test
  void recursiveYamlEndsInAnErrorAndNotInAHang() {
    String many = "*a, ".repeat(40);
    assertFalse(bad("services: &a {b: [" + many + "*a], siv: *a}\n").isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theExampleIsTakenAsItIsAndWithEveryCommentedKeyThatCanStandWithTheRest(Lang lang) {
    String example = AgentExample.text(lang);
    assertInstanceOf(AgentReading.Good.class, read(example, Map.of()), () -> read(example, Map.of()).toString());
    String all = example.lines()
        .filter(l -> !l.matches("# .*") && !l.contains("certificate: agent.pem") && !l.contains("key: agent-key.pem"))
        .filter(l -> !l.contains("bearer:") && !l.contains("# With") && !l.contains("# Avec"))
        .filter(l -> !l.matches(".*# external.*(may|peuvent).*"))
        .map(l -> l.replaceFirst("^( *)# ", "$1").replace("format: combined", "format: pattern"))
        .filter(l -> !l.contains("fields:"))
        .reduce("", (a, b) -> a + b + "\n");
    Map<String, String> env = Map.of("IRIS_AGENT_PASSWORD", "hush", "IRIS_CHECK_AUTHORIZATION", "Basic x");
    AgentConfig config =
        assertInstanceOf(AgentReading.Good.class, read(all, env), () -> read(all, env) + "\n" + all).config();
    assertEquals(6, config.services().getFirst().sources().size());
  }
}

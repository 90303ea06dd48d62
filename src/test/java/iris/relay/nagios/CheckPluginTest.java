package iris.relay.nagios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Level;
import iris.relay.Seen;
import iris.relay.passive.PassiveResult.Place;
import iris.relay.real.Await;
import iris.relay.real.Daemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iris check} as the plugin of servers that ask by themselves, with the definitions that are there to copy. */
class CheckPluginTest {
  private static final String INSTALLED = "/opt/iris/bin/iris";
  private static final Place CHECKED = new Place("iris", "check feed siv");

  @TempDir
  Path folder;

  /** The program as it is started here: the class path of the tests. */
  private Path program() throws IOException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path program = Files.writeString(folder.resolve("iris"), "#!/bin/sh\nexec '" + System.getProperty("java.home")
        + "/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + classPath + "' iris.app.Main \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  private static void publish(Path feed, String state, String title) throws IOException {
    Instant to = Instant.ofEpochSecond(Math.floorDiv(Instant.now().getEpochSecond(), 300) * 300);
    Instant from = to.minusSeconds(300);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
    String incident = state.equals("up") ? "" : """
        <item><title>%1$s</title><category domain="urn:iris:kind">outage</category>
        <guid isPermaLink="false">urn:iris:siv:incident:1:1</guid><pubDate>%2$s</pubDate>
        <iris:incident id="1" service="siv" sequence="1" state="open" severity="outage" origin="external" party="ants"
          since="%3$s"/></item>
        """.formatted(title, date, from);
    Path written = Files.writeString(feed.resolveSibling("feed.new"), """
        <rss version="2.0" xmlns:iris="urn:iris:signal:1"><channel><title>SIV</title><link>https://siv.test/</link>
        <description>d</description><language>fr</language><lastBuildDate>%1$s</lastBuildDate>
        <iris:agent id="a-1" version="1.0" period="PT5M" started="%2$s"/>
        <iris:service id="siv" name="SIV"><iris:party id="ants" role="external" name="SIV national"/></iris:service>
        %5$s<item><title>SIV</title><category domain="urn:iris:kind">statistic</category>
        <guid isPermaLink="false">urn:iris:siv:window:%2$s</guid><pubDate>%1$s</pubDate>
        <iris:window service="siv" from="%2$s" to="%3$s" state="%4$s"><iris:transactions total="100" failed="%6$d"/>
        </iris:window></item></channel></rss>
        """.formatted(date, from, to, state, incident, state.equals("up") ? 0 : 90));
    Files.move(written, feed, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void nagiosAsksAFeedAndFeedTextReachesNoShell() throws Exception {
    Path feed = folder.resolve("feed.xml");
    Path trap = folder.resolve("trap");
    publish(feed, "up", "");
    String definitions = Files.readString(Path.of("src/docs/relay/nagios-check.cfg"));
    assertTrue(definitions.contains(INSTALLED + " check"), definitions);
    String here = definitions.replace(INSTALLED, program().toString())
        .replace("https://siv.example.org/signal.xml", feed.toString());
    try (RealNagios nagios = RealNagios.startAsOurselves(folder, 3600, here)) {
      Await.until(() -> holds(nagios) == Level.OK, nagios::log);
      String status = Files.readString(nagios.status());
      assertTrue(status.contains("performance_data=siv_transactions=100;;;0 siv_failed=0;;;0 siv_availability=100.00%;;;0;100"),
          status);

      publish(feed, "down", "Panne $(touch " + trap + ") `touch " + trap + "`; touch " + trap + " &gt; x é");
      Await.until(() -> holds(nagios) == Level.CRITICAL, nagios::log);
      Await.until(() -> nagios.notified().stream().anyMatch(l -> l.startsWith("PROBLEM check feed siv CRITICAL")),
          () -> nagios.notified() + nagios.log());
      assertTrue(nagios.notified().getFirst().contains("Panne touch"), nagios.notified().toString());
      assertFalse(Files.exists(trap), "the feed's text was run");

      Files.writeString(feed, "<html>Portail</html>");
      Await.until(() -> nagios.alerts("check feed siv").equals(java.util.List.of("CRITICAL", "UNKNOWN")), nagios::log);
    }
  }

  private static Level holds(RealNagios nagios) {
    return StatusFile.look(nagios.status(), CHECKED) instanceof Seen.Holds h && !h.text().isEmpty() ? h.level() : null;
  }

  @Test
  void icingaTakesItsDefinitions() throws Exception {
    Path icinga = Daemon.program("icinga2", "icinga2-bin");
    Path conf = Files.writeString(folder.resolve("icinga2.conf"), "include <itl>\n"
        + Files.readString(Path.of("src/docs/relay/icinga2-check.conf")));
    String user = System.getProperty("user.name");
    Process checked = new ProcessBuilder(icinga.toString(), "daemon", "-C", "-c", conf.toString(), "-D", "RunAsUser=" + user,
        "-D", "RunAsGroup=" + RealNagios.group(), "-D", "DataDir=" + folder, "-D", "CacheDir=" + folder, "-D", "LogDir=" + folder,
        "-D", "SpoolDir=" + folder, "-D", "InitRunDir=" + folder, "-D", "NodeName=localhost").redirectErrorStream(true)
        .redirectOutput(folder.resolve("icinga.out").toFile()).start();
    assertTrue(checked.waitFor(60, TimeUnit.SECONDS));
    String said = Files.readString(folder.resolve("icinga.out"));
    assertEquals(0, checked.exitValue(), said);
    assertTrue(said.contains("1 Service"), said);
  }
}

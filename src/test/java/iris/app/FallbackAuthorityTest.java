package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Fallback;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Transition;
import iris.fallback.Deed;
import iris.fallback.Plan;
import iris.fallback.Switchboard;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan whose router shows a certificate of the company's own authority. */
class FallbackAuthorityTest {
  private final TestPki pki = new TestPki("Our authority", InstantSource.system().instant());
  @TempDir Path folder;

  private Report.Switching last(Optional<Path> authority) throws Exception {
    LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    try (ScriptedServer router = ScriptedServer.https(pki.context(pki.issue("localhost", 30))).then(Reply.ok("on"));
        Switchboard board = new Switchboard(new VaultSecrets(Map.of(), InstantSource.system()), Map.of(), reports::add)) {
      Deed on = new Deed.Call("POST", router.uri("/on"), Map.of(), Optional.empty(), Optional.empty(),
          Deed.Expected.WELL, authority);
      board.configure(List.of(new Plan("siv", "SIV interne", List.of(), Optional.of(on), Optional.empty(), Optional.empty(),
          Duration.ofSeconds(20), Set.of(Fault.EXTERNAL), 3, Duration.ofHours(1))));
      Instant now = InstantSource.system().instant();
      board.heard(List.of(new Transition.Switched(now, "siv", new Fallback.Off(),
          new Fallback.SwitchingOn(now, "marie", "panne", Optional.empty()))));
      for (Report r; (r = reports.poll(60, TimeUnit.SECONDS)) != null; )
        if (r instanceof Report.Switching s && s.stage().last()) return s;
      throw new AssertionError("it did not end");
    }
  }

  @Test
  void itsAuthorityIsTrustedWhereThePlanNamesItAndNowhereElse() throws Exception {
    assertEquals(Stage.DONE, last(Optional.of(pki.caFile(folder))).stage());
    Report.Switching strange = last(Optional.empty());
    assertEquals(Stage.FAILED, strange.stage());
    assertEquals("fallback.http.tls", strange.what().key());
    Report.Switching missing = last(Optional.of(folder.resolve("none.pem")));
    assertEquals("feed.file.missing", missing.what().key());
  }
}

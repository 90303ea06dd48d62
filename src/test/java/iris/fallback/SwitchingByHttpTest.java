package iris.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.FallbackSight;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import iris.testing.OldTlsServer;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan that is switched by HTTP calls, on a real server. */
class SwitchingByHttpTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** A router: what is posted is where it points from then on. */
  private static Reply router(AtomicReference<String> route) {
    return (request, line) -> {
      if (request.method().equals("POST")) route.set(request.target().substring(1));
      return Reply.ok("{\"route\":\"" + route.get() + "\"}").answer(request, line);
    };
  }

  @Test
  void whatWasSwitchedIsVerifiedByTheStatusCheck() throws Exception {
    AtomicReference<String> route = new AtomicReference<>("production");
    try (ScriptedServer server = ScriptedServer.http().then(router(route));
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/fallback")), Bench.get(server.uri("/state"), "\"fallback\""), SOON))) {
      assertEquals(FallbackSight.STOPPED, bench.seen().sight());
      List<Report.Switching> told = bench.on().told();
      assertEquals(List.of(Stage.STARTED, Stage.ANSWERED, Stage.VERIFIED), Bench.stages(told));
      assertEquals(FallbackSight.RUNNING, told.getLast().known());
      assertEquals(List.of("{\"route\":\"fallback\"}"), told.get(1).output());
      assertEquals(1, server.requests().stream().filter(r -> r.method().equals("POST")).count(), "once and no more");
    }
  }

  @Test
  void withoutAStatusCheckItIsDoneAndSaidToBeUnconfirmed() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.status(204));
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/on")), null, SOON))) {
      Report.Switching end = bench.on().end();
      assertEquals(Stage.DONE, end.stage());
      assertEquals("fallback.unchecked", end.what().key());
    }
  }

  @Test
  void aWrongStatusIsAFailureThatNamesItAndWhatTheCheckSees() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(
            Reply.byPath(Map.of("/on", Reply.full(503, "maintenance".getBytes(StandardCharsets.UTF_8)), "/state", Reply.ok("production"))));
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/on")), Bench.get(server.uri("/state"), "fallback"), SOON))) {
      Report.Switching end = bench.on().end();
      assertEquals(Stage.FAILED, end.stage());
      assertEquals("fallback.http.status", end.what().key());
      assertEquals("503", end.what().args().get(1));
      assertEquals(FallbackSight.STOPPED, end.known());
      assertEquals(List.of("maintenance"), end.output());
    }
  }

  @Test
  void aRedirectionIsNotFollowed() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.redirect(302, "/login"));
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/on")), null, SOON))) {
      assertEquals("302", bench.on().end().what().args().get(1));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void noAnswerInTimeLeavesItOpenWhetherItHadItsEffect() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.stall());
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/on")), null, Duration.ofMillis(400)))) {
      Report.Switching end = bench.on().end();
      assertEquals("fallback.http.silent", end.what().key());
      assertEquals(FallbackSight.UNASKED, end.known());
      assertEquals(1, server.requests().size(), "never a second time");
    }
  }

  @Test
  void aCutConnectionIsNotTriedASecondTime() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.reset());
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/on")), null, SOON))) {
      assertEquals("fallback.http.broken", bench.on().end().what().key());
      assertEquals(1, server.requests().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatKnowsNothingNewerThanTls11IsToldNothing(OldTlsServer.Manner manner) throws Exception {
    try (OldTlsServer old = OldTlsServer.that(manner);
        Bench bench = new Bench(Bench.plan(Bench.post(old.uri("/on")), null, SOON))) {
      assertEquals("fallback.http.tls", bench.on().end().what().key());
      assertEquals(List.of("1.3", "1.2"), old.offered());
      assertFalse(old.afterwards().contains("POST"));
    }
  }

  @Test
  void nobodyAtTheDoorIsSaidToHaveSentNothing() throws Exception {
    URI gone;
    try (ScriptedServer server = ScriptedServer.http()) {
      gone = server.uri("/on");
    }
    try (Bench bench = new Bench(Bench.plan(Bench.post(gone), null, SOON))) {
      assertEquals("fallback.http.refused", bench.on().end().what().key());
    }
  }

  @Test
  void anAcceptedRequestThatTheCheckContradictsFails() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(
            Reply.byPath(Map.of("/on", Reply.status(202), "/state", Reply.ok("production"))));
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/on")), Bench.get(server.uri("/state"), "fallback"), Duration.ofMillis(1500)))) {
      List<Report.Switching> told = bench.on().told();
      assertEquals(List.of(Stage.STARTED, Stage.ANSWERED, Stage.FAILED), Bench.stages(told));
      assertEquals("fallback.contradicted-on", told.getLast().what().key());
      assertEquals(FallbackSight.STOPPED, told.getLast().known());
    }
  }

  @Test
  void anAcceptedRequestWhoseCheckCannotBeAskedIsUnverified() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(
            Reply.byPath(Map.of("/on", Reply.status(202), "/state", Reply.status(502))));
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/on")), Bench.get(server.uri("/state"), "fallback"), Duration.ofMillis(1500)))) {
      assertEquals(Stage.UNVERIFIED, bench.on().end().stage());
    }
  }

  @Test
  void theWayBackIsVerifiedByTheCheckSeeingItRest() throws Exception {
    AtomicReference<String> route = new AtomicReference<>("fallback");
    try (ScriptedServer server = ScriptedServer.http().then(router(route));
        Bench bench = new Bench(Bench.plan(Bench.post(server.uri("/production")), Bench.get(server.uri("/state"), "\"fallback\""), SOON))) {
      Report.Switching end = bench.off().end();
      assertEquals(Stage.VERIFIED, end.stage());
      assertEquals(FallbackSight.STOPPED, end.known());
    }
  }

  @Test
  void secretsGoOutAndNeverComeBack() throws Exception {
    Deed.Login login = new Deed.Login.Basic("iris", new Value.Hidden("env:PASSWORD"));
    try (ScriptedServer server = ScriptedServer.http().then((request, line) ->
            Reply.status(500).answer(request, line));
        Bench bench = new Bench(Bench.plan(new Deed.Call("PUT", server.uri("/on?token=t"),
            Map.of("X-Api-Key", new Value.Hidden("file:/key")), Optional.of(login), Optional.empty(), Deed.Expected.WELL), null, SOON),
            hidden -> hidden.place().startsWith("env:") ? "hunter2" : "k3y")) {
      Report.Switching end = bench.on().end();
      var request = server.request();
      assertEquals("Basic " + Base64.getEncoder().encodeToString("iris:hunter2".getBytes(StandardCharsets.UTF_8)),
          request.header("Authorization").orElseThrow());
      assertEquals("k3y", request.header("X-Api-Key").orElseThrow());
      String said = end.toString();
      assertFalse(said.contains("hunter2") || said.contains("k3y") || said.contains("token=t"), said);
    }
  }

  @Test
  void anAnswerThatRepeatsASecretIsStruck() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then((request, line) ->
            Reply.ok("you said " + request.header("X-Api-Key").orElse("?")).answer(request, line));
        Bench bench = new Bench(Bench.plan(new Deed.Call("POST", server.uri("/on"),
            Map.of("X-Api-Key", new Value.Hidden("file:/key")), Optional.empty(), Optional.empty(), Deed.Expected.WELL), null, SOON),
            hidden -> "k3y")) {
      assertEquals(List.of("you said •••"), bench.on().told().get(1).output());
    }
  }

  @Test
  void anAnswerThatRepeatsOurLoginIsStruck() throws Exception {
    Deed.Login login = new Deed.Login.Basic("iris", new Value.Hidden("env:PASSWORD"));
    try (ScriptedServer server = ScriptedServer.http().then((request, line) ->
            Reply.ok("you said " + request.header("Authorization").orElse("?")).answer(request, line));
        Bench bench = new Bench(Bench.plan(new Deed.Call("POST", server.uri("/on"),
            Map.of(), Optional.of(login), Optional.empty(), Deed.Expected.WELL), null, SOON), hidden -> "hunter2")) {
      assertEquals(List.of("you said Basic •••"), bench.on().told().get(1).output());
    }
  }

  @Test
  void aStatusCheckThatBreaksIsAskedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("fallback"));
        Bench bench = new Bench(Bench.plan(null, new StatusCheck(new Deed.Call("GET", server.uri("/state"),
            Map.of("X-Api-Key", new Value.Hidden("file:/key")), Optional.empty(), Optional.empty(), Deed.Expected.WELL),
            Optional.of("fallback"), Optional.empty(), Duration.ofMillis(20)), SOON), hidden -> {
          if (asked.getAndIncrement() == 0) throw new IllegalStateException("a bug");
          return "k3y";
        })) {
      Report.FallbackSeen broken = bench.seen();
      assertEquals(FallbackSight.UNASKED, broken.sight());
      assertEquals("fallback.check.bug", broken.why().key());
      assertEquals(FallbackSight.RUNNING, bench.seen().sight());
    }
  }

  @Test
  void aCheckThatWaversIsAskedSoonThreeTimesAndThenAtItsTurn() throws Exception {
    LinkedBlockingQueue<Report> told = new LinkedBlockingQueue<>();
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedServer server = ScriptedServer.http().then((request, line) ->
            Reply.status(asked.getAndIncrement() % 2 == 0 ? 502 : 200).answer(request, line))) {
      StatusCheck check = Bench.get(server.uri("/state"), "fallback");
      try (Lookout lookout = new Lookout(Bench.plan(null, check, SOON), check, new Doing(h -> "", Map.of()), told::add,
          Duration.ofMillis(20))) {
        for (int turn = 0; turn < 2; turn++) {
          for (int i = 0; i < 3; i++) assertNotNull(told.poll(60, TimeUnit.SECONDS));
          assertNull(told.poll(1, TimeUnit.SECONDS), "at its turn");
          lookout.again();
        }
      }
    }
  }

  @Test
  void aSecretThatCannotBeHadSendsNothing() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("x"));
        Bench bench = new Bench(Bench.plan(new Deed.Call("POST", server.uri("/on"),
            Map.of("X-Api-Key", new Value.Hidden("env:NONE")), Optional.empty(), Optional.empty(), Deed.Expected.WELL), null, SOON))) {
      assertEquals("feed.secret.no-variable", bench.on().end().what().key());
      assertTrue(server.requests().isEmpty());
    }
  }

  @Test
  void aPlaceInTheJsonAnswerTellsWhetherItRuns() throws Exception {
    Deed.Call ask = new Deed.Call("GET", URI.create("http://localhost/"), Map.of(), Optional.empty(), Optional.empty(), Deed.Expected.WELL);
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("{\"siv\":{\"route\":\"fallback\"}}"))) {
      Deed.Call real = new Deed.Call("GET", server.uri("/state"), ask.headers(), ask.login(), ask.body(), ask.expected());
      for (var one : Map.of("fallback", FallbackSight.RUNNING, "production", FallbackSight.STOPPED).entrySet()) {
        StatusCheck check = new StatusCheck(real, Optional.empty(),
            Optional.of(new StatusCheck.At("/siv/route", one.getKey())), Duration.ofMinutes(1));
        assertEquals(one.getValue(), Asking.once(check, new Doing(h -> "", Map.of()), SOON).sight());
      }
      StatusCheck odd = new StatusCheck(real, Optional.empty(), Optional.of(new StatusCheck.At("/none", "x")), Duration.ofMinutes(1));
      assertEquals(FallbackSight.UNASKED, Asking.once(odd, new Doing(h -> "", Map.of()), SOON).sight());
    }
  }

  @Test
  void aCheckIsReportedThreeTimesInARowAndThenOnlyNews() throws Exception {
    AtomicReference<String> route = new AtomicReference<>("production");
    try (ScriptedServer server = ScriptedServer.http().then(router(route));
        Bench bench = new Bench(Bench.plan(null, new StatusCheck(Bench.get(server.uri("/state"), "").deed(),
            Optional.of("\"fallback\""), Optional.empty(), Duration.ofMillis(20)), SOON))) {
      for (int i = 0; i < 3; i++) assertEquals(FallbackSight.STOPPED, bench.seen().sight());
      int asked = server.requests().size();
      while (server.requests().size() < asked + 5) server.request();
      assertTrue(bench.reports.isEmpty(), "nothing new");
      route.set("fallback");
      for (int i = 0; i < 3; i++) assertEquals(FallbackSight.RUNNING, bench.seen().sight());
    }
  }
}

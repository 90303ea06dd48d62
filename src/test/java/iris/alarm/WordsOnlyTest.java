package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Status pages without figures: nothing but their words raises, mutes and ends. */
class WordsOnlyTest {
  private final Scene scene = page();

  private static Scene page() {
    Scene scene = Scene.of("web");
    scene.dialect = Dialect.STATUSPAGE;
    return scene.publish().shows("web", Shown.UP);
  }

  private Scene said(String id, Incident.Kind kind) {
    scene.incidents.put(id, Items.incident("web", id, kind, scene.now.wall().minusSeconds(20)));
    return scene.publish();
  }

  private Scene work(Maintenance.State state, Instant from, Instant to) {
    Maintenance m = new Maintenance("m", "web", state, from, to);
    scene.document.clear();
    return scene.put(new Item("m", "m|" + state + to, "m", "", Optional.of(Scene.START), Optional.empty(), Optional.of("m"), 1, m));
  }

  @Test
  void aDegradationThatGrewIntoAnOutageEndsWithIt() {
    said("i", Incident.Kind.DEGRADATION).expect(Call.RAISE, Kind.DEGRADED, "web");
    scene.pass(Duration.ofMinutes(2));
    said("i", Incident.Kind.OUTAGE).expectRaised("web");
    scene.pass(Duration.ofMinutes(2)).close("i").expectCleared("web").expect(Call.CLEAR, Kind.DEGRADED, "web").nothingElse();
    scene.shows("web", Shown.UP).state(Kind.DEGRADED, "web", Lifecycle.RETURNED_UNACKED);
  }

  @Test
  void aDegradationThatWasClosedUnderAnOpenOutageEndsWithTheOutage() {
    said("a", Incident.Kind.DEGRADATION).expect(Call.RAISE, Kind.DEGRADED, "web");
    said("b", Incident.Kind.OUTAGE).expectRaised("web");
    scene.pass(Duration.ofMinutes(2)).close("a").nothingElse().state(Kind.DEGRADED, "web", Lifecycle.UNACKED);
    scene.pass(Duration.ofMinutes(2)).close("b").expectCleared("web").expect(Call.CLEAR, Kind.DEGRADED, "web").nothingElse();
    scene.shows("web", Shown.UP);
  }

  @Test
  void aDegradationWhoseIncidentVanishedStaysWhenAnOutageEnds() {
    said("a", Incident.Kind.DEGRADATION).expect(Call.RAISE, Kind.DEGRADED, "web");
    scene.incidents.remove("a");
    scene.publish().nothingElse();
    said("b", Incident.Kind.OUTAGE).expectRaised("web");
    scene.pass(Duration.ofMinutes(2)).close("b").expectCleared("web");
    scene.state(Kind.DEGRADED, "web", Lifecycle.UNACKED).shows("web", Shown.DEGRADED);
  }

  @Test
  void aMaintenanceThatThePageSaysIsRunningIsShownInItsSpanAndNoLonger() {
    Instant start = scene.now.wall();
    work(Maintenance.State.RUNNING, start.minusSeconds(60), start.plus(Duration.ofMinutes(20))).publish();
    scene.shows("web", Shown.MAINTENANCE);
    scene.pass(Duration.ofMinutes(26)).nothingElse().shows("web", Shown.UP);
  }

  @Test
  void anOutageThatThePageTellsBesideItsWorksRingsAndTheWorksStandAgainWhenItIsOver() {
    Instant start = scene.now.wall();
    work(Maintenance.State.RUNNING, start.minusSeconds(60), start.plus(Duration.ofMinutes(20))).publish();
    scene.shows("web", Shown.MAINTENANCE);
    said("i", Incident.Kind.OUTAGE).expectRaised("web").shows("web", Shown.DOWN).state(Kind.OUTAGE, "web", Lifecycle.UNACKED);
    scene.pass(Duration.ofMinutes(2)).close("i").expectCleared("web").nothingElse().shows("web", Shown.MAINTENANCE);
  }

  @Test
  void worksThatBeginDuringAnOutageOfAnotherPartDoNotSilenceIt() {
    said("i", Incident.Kind.OUTAGE).expectRaised("web");
    Instant start = scene.now.wall();
    work(Maintenance.State.RUNNING, start.minusSeconds(1), start.plus(Duration.ofMinutes(20))).publish();
    scene.nothingElse().shows("web", Shown.DOWN).state(Kind.OUTAGE, "web", Lifecycle.UNACKED);
  }

  @Test
  void whatThePageTellsOfTheWorksThemselvesIsMutedByThem() {
    Instant start = scene.now.wall();
    work(Maintenance.State.RUNNING, start.minusSeconds(60), start.plus(Duration.ofMinutes(20))).publish();
    said("m", Incident.Kind.OUTAGE).nothingElse().state(Kind.OUTAGE, "web", Lifecycle.UNACKED);
    scene.pass(Duration.ofMinutes(26)).expect(Call.RESUME, Kind.OUTAGE, "web").nothingElse().shows("web", Shown.DOWN);
  }

  @Test
  void aMaintenanceThatThePageOnlyPlannedMutesNothingWhenItsTimeCame() {
    Instant start = scene.now.wall();
    work(Maintenance.State.PLANNED, start.plusSeconds(120), start.plus(Duration.ofMinutes(60))).publish();
    scene.pass(Duration.ofMinutes(5)).shows("web", Shown.UP);
    said("i", Incident.Kind.OUTAGE).expectRaised("web").shows("web", Shown.DOWN).nothingElse();
  }

  @Test
  void aMaintenanceAnnouncedForNextWeekIsNotShownAsRunning() {
    Instant start = scene.now.wall();
    work(Maintenance.State.PLANNED, start.plus(Duration.ofDays(7)), start.plus(Duration.ofDays(7)).plusSeconds(3600));
    said("m", Incident.Kind.MAINTENANCE).shows("web", Shown.UP).remarks("web", "alarm.remark.maintenance-announced");
  }

  @Test
  void aRunningMaintenanceThatThePageProlongsInPlaceStandsAsLongAsItSays() {
    Instant start = scene.now.wall();
    work(Maintenance.State.RUNNING, start.minusSeconds(60), start.plus(Duration.ofMinutes(20))).publish();
    scene.pass(Duration.ofMinutes(10)).nothingElse();
    work(Maintenance.State.RUNNING, start.minusSeconds(60), start.plus(Duration.ofMinutes(60))).publish();
    scene.pass(Duration.ofMinutes(40)).nothingElse().shows("web", Shown.MAINTENANCE);
    work(Maintenance.State.DONE, start.minusSeconds(60), start.plus(Duration.ofMinutes(60))).publish();
    scene.pass(Duration.ofMinutes(6)).nothingElse().shows("web", Shown.UP);
  }
}

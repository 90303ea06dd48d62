package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Criterion.Field;
import iris.alarm.Criterion.Says;
import iris.alarm.Preview.Loudness;
import iris.alarm.Preview.Told;
import iris.signal.Dialect;
import iris.signal.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private final Scene scene = page();
  private final List<Told> past = new ArrayList<>();

  private static Scene page() {
    Scene scene = Scene.of("web");
    scene.dialect = Dialect.GENERIC;
    return scene.publish();
  }

  private static Incident incident(String id, String title, Incident.Kind kind, Instant opened, boolean open) {
    Incident i = new Incident(id, "web", title, kind, true, Optional.empty(), Optional.empty(), Optional.of(opened),
        Optional.empty(), 1, "generic.none", title);
    return open ? i : i.over(Optional.of(opened.plusSeconds(600)));
  }

  /** Once open and then closed, as a journal remembers it. */
  private void once(String id, String title, Incident.Kind kind, int daysAgo) {
    Instant at = scene.now.wall().minus(Duration.ofDays(daysAgo));
    past.add(new Told(at, Optional.empty(), "web", incident(id, title, kind, at, true)));
    past.add(new Told(at.plusSeconds(600), Optional.of(Scene.FEED), "web", incident(id, title, kind, at, false)));
  }

  private Preview preview(String words, Says says) {
    return Preview.of(new Criterion(Optional.of(Scene.FEED), Field.ANY, words, says, Optional.empty()), scene.board,
        past, Optional.empty());
  }

  @Test
  void theHistoryIsCountedByAlarmsRaisedAndSpared() {
    once("a", "Zorglub de mardi", Incident.Kind.NOTICE, 3);
    once("b", "Zorglub de lundi", Incident.Kind.DEGRADATION, 4);
    once("c", "Panne", Incident.Kind.OUTAGE, 5);
    Preview outage = preview("zorglub", Says.OUTAGE);
    assertEquals(2, outage.rows().size());
    assertEquals(1, outage.raised());
    assertEquals(1, outage.other());
    assertEquals(0, outage.spared());
    assertEquals(3, outage.read());
    Preview notice = preview("zorglub", Says.NOTICE);
    assertEquals(1, notice.rows().size());
    assertEquals(1, notice.spared());
    assertEquals(Loudness.DEGRADATION, notice.rows().getFirst().rang());
    assertEquals(List.of(), notice.calmed());
  }

  @Test
  void anOutageThatStandsAndWouldBeCalmedIsNamed() {
    Instant opened = scene.now.wall().minusSeconds(60);
    scene.incidents.put("x", incident("x", "Panne du portail", Incident.Kind.OUTAGE, opened, true));
    scene.publish().expectRaised("web");
    once("c", "Panne du portail d'hier", Incident.Kind.OUTAGE, 1);
    Preview preview = preview("panne du portail", Says.NOTICE);
    assertEquals(2, preview.rows().size());
    assertEquals(List.of("x"), preview.calmed().stream().map(r -> r.before().id()).toList());
    assertTrue(preview.rows().getFirst().calms());
    assertEquals(Incident.Kind.NOTICE, preview.rows().getFirst().after().kind());
    assertEquals(List.of(), preview("panne du portail", Says.OUTAGE).rows());
  }

  @Test
  void whatIsKeptDoesWhatItsPreviewSaid() {
    Instant opened = scene.now.wall().minusSeconds(60);
    scene.incidents.put("x", incident("x", "Zorglub", Incident.Kind.UNCLASSIFIED, opened, true));
    scene.publish();
    scene.pending.clear();
    Preview preview = preview("zorglub", Says.OUTAGE);
    scene.act(new Act.Classify(preview.criterion(), "léa", "vu"));
    Incident now = scene.board.services().get("web").incidents().getFirst();
    assertEquals(preview.rows().getFirst().after().kind(), now.kind());
    assertEquals(List.of(), Preview.of(preview.criterion(), scene.board, past, Optional.empty()).rows());
  }
}

package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.relay.Signal;
import iris.signal.Priority;
import iris.store.Sqlite;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a target was told, as it is read at a start and left alone afterwards. */
class ToldTest extends PostPlay {
  private static Told.Standing standing(int service) {
    return new Told.Standing(new AlarmKey(AlarmKey.Kind.OUTAGE, Play.service(service)),
        new Signal(Signal.Kind.SERVICE, Play.service(service), "S"), Priority.P1, Optional.empty(), Play.START);
  }

  @Test
  void whatIsReadAtOnceIsWhatWasToldOneAfterTheOther() {
    Map<String, Told.Standing> episodes = new LinkedHashMap<>();
    Told one = Told.NOTHING;
    // Thousands stand, some services twice, and the youngest are not the last by name.
    for (int i = 999; i >= 0; i--) {
      episodes.put("e" + i, standing(i % 700));
      one = one.with("e" + i, standing(i % 700));
    }
    Told whole = Told.of(episodes);
    assertEquals(one, whole);
    assertEquals(List.copyOf(one.episodes().keySet()), List.copyOf(whole.episodes().keySet()));
    assertEquals(List.of("e700", "e0"), whole.of(standing(0).alarm()));
    for (int i = 0; i < 700; i++) assertEquals(one.of(standing(i).alarm()), whole.of(standing(i).alarm()));
    assertEquals(one.without("e700"), whole.without("e700"));
    assertEquals(List.of("e0"), whole.without("e700").of(standing(0).alarm()));
    assertEquals(Told.NOTHING, Told.of(Map.of()));
  }

  @Test
  void howItStandsIsSaidWithoutALookAtWhatWasTold() throws Exception {
    outageOfFirst();
    line.work();
    try (Connection other = Sqlite.writable(folder.resolve(Outbox.FILE))) {
      assertEquals(1, Sqlite.figure(other, "SELECT count(*) FROM told"));
      Sqlite.execute(other, "UPDATE place SET condensed = 24, lost = 3");
      Sqlite.execute(other, "ALTER TABLE told RENAME TO elsewhere");
    }
    Standing standing = line.standing();
    assertEquals(List.of(24L, 3L), List.of(standing.condensed(), standing.lost()));
    assertTrue(line.outbox.knows("t"));
    assertEquals(List.of(false, new Outbox.Thinned(0, 0)), List.of(line.outbox.knows("u"), line.outbox.thinned("u")));
  }
}

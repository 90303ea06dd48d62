package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.Outcome;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.real.Await;
import iris.signal.Reason;
import iris.signal.Report;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of what a target was told that this version cannot read: an outage of two services, and the relay starts anew. */
@Timeout(300)
class UnreadableRowTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final Play play = new Play(2);
  private final Server server = new Server();
  private final ConcurrentLinkedQueue<Report> health = new ConcurrentLinkedQueue<>();

  private Relay relay() throws Exception {
    Relay relay = Relay.open(folder, () -> play.now, health::add, _ -> server, Optional.empty());
    relay.configure(List.of(Line.target("t0")), Line.WORDS);
    return relay;
  }

  private void until(int events) throws InterruptedException {
    Await.until(PATIENCE, () -> server.events().size() >= events, () -> server.ids() + " " + health);
  }

  private void bothAreOut() throws Exception {
    try (Relay relay = relay()) {
      List<Outcome> all = new ArrayList<>(play.window(_ -> false));
      all.addAll(play.pass(300));
      all.addAll(play.window(_ -> true));
      relay.heard(all, 0);
      until(2);
    }
    health.clear();
  }

  private void change(String sql) throws Exception {
    try (Connection db = Sqlite.writable(folder.resolve(Outbox.FILE))) {
      Sqlite.execute(db, sql);
      assertEquals(1, Sqlite.figure(db, "SELECT changes()"));
    }
  }

  private long figure(String sql) throws Exception {
    try (Connection db = Sqlite.readOnly(folder.resolve(Outbox.FILE))) {
      return Sqlite.figure(db, sql);
    }
  }

  private void bothAreBack(Relay relay) throws Exception {
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.addAll(play.pass(300));
      all.addAll(play.window(_ -> false));
    }
    relay.heard(all, 0);
    Await.until(PATIENCE, () -> ends() == 2, () -> server.ids() + " " + health);
  }

  private long ends() {
    return server.events().stream().filter(m -> m.sort() == Sort.END).count();
  }

  private List<String> said() {
    return health.stream().filter(r -> r instanceof Report.Health h && !h.well()).map(r -> ((Report.Health) r).why().key()).toList();
  }

  /** Each begin once and then each end once, whatever could be read; whose fault it is may be said again. */
  private void nothingIsLostNorTwice() {
    List<Message> events = server.events().stream().filter(m -> m.sort() != Sort.CHANGE).toList();
    assertEquals(List.of(Sort.BEGIN, Sort.BEGIN, Sort.END, Sort.END), events.stream().map(Message::sort).toList());
    assertEquals(events.subList(0, 2).stream().map(Message::episode).sorted().toList(),
        events.subList(2, 4).stream().map(Message::episode).sorted().toList());
    assertEquals(server.ids().stream().distinct().toList(), server.ids());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x''", "x'00ff'", "x'006e756c6c'", "x'007b7d'", "x'0102'", "'text'"})
  void isKnownByItsNameAndItsEndIsTold(String body) throws Exception {
    bothAreOut();
    AlarmKey outage = new AlarmKey(AlarmKey.Kind.OUTAGE, Play.service(0));
    change("UPDATE told SET body = " + body + " WHERE episode LIKE '" + outage + "@%'");
    try (Relay relay = relay()) {
      bothAreBack(relay);
    }
    nothingIsLostNorTwice();
    assertEquals(List.of("relay.store.told-guessed"), said());
    assertEquals(0, figure("SELECT count(*) FROM told"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s0|NOVEL@7", "no name of ours", "|OUTAGE@7", "@", ""})
  void withANameOfAnotherVersionIsKeptForItAndKeepsNothingBack(String episode) throws Exception {
    bothAreOut();
    change("INSERT INTO told VALUES('t0', '" + episode + "', 0, x'07')");
    try (Relay relay = relay()) {
      bothAreBack(relay);
    }
    nothingIsLostNorTwice();
    assertEquals(List.of("relay.store.told-lost"), said());
    assertEquals(1, figure("SELECT count(*) FROM told WHERE body = x'07'"));
  }

  @Test
  void isSaidInWords() {
    for (String key : List.of("relay.store.told-guessed", "relay.store.told-lost"))
      assertTrue(Line.WORDS.say(Reason.of(key, "icinga", 3)).contains("icinga avait reçu"), key);
  }
}

package iris.ui.month;

import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.OriginVerdict.Confidence;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.flow.Cell;
import iris.history.month.Novembers;
import iris.signal.Contact;
import iris.signal.Service;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.page.Seen;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A board with two services, at the time of {@link Novembers}. */
final class Rooms {
  private final Now now = new Now(Novembers.NOW, Duration.ofHours(1));
  private final Board board;

  Rooms() {
    Map<String, ServiceState> services = new LinkedHashMap<>();
    services.put("siv", service("siv", "SIV"));
    services.put("pay", service("pay", "Paiement des taxes"));
    FeedState feed = new FeedState("darva", "DARVA", Supervision.FRESH, Novembers.NOW, Optional.of(Novembers.NOW),
        Optional.of(Duration.ZERO), Optional.empty(), Optional.empty(), 0, 0, Optional.empty(), Optional.empty(),
        Contact.NOTHING_KNOWN);
    board = new Board(new Rules(List.of(), Map.of()), now, Map.of("darva", feed), services, Map.of(), Optional.empty(), Map.of());
  }

  private static ServiceState service(String key, String name) {
    return new ServiceState(key, "darva", new Service(key, name, List.of()), true, Shown.UP, Novembers.NOW,
        new OriginVerdict(Fault.NORMAL, Confidence.HIGH, List.of()), new TreeMap<>(), List.of(), List.of(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty());
  }

  Ports ports(Consumer<Wish> wishes) {
    return new Ports(new Cell<>(board), new Cell<>(EventLog.EMPTY), act -> {}, () -> now, fault -> {}, "Marie", wishes);
  }

  Seen seen() {
    return new Seen(board, EventLog.EMPTY, now);
  }
}

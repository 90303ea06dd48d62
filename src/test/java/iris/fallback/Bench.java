package iris.fallback;

import iris.alarm.Fallback;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Transition;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A switchboard, what it is handed and what it reports. */
final class Bench implements AutoCloseable {
  static final Instant ORDER = Instant.parse("2026-11-22T10:42:00Z");

  final LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  final Switchboard board;

  Bench(Plan plan) {
    this(plan, hidden -> {
      throw new Secrets.Locked(Reason.of("feed.secret.no-variable", hidden.place()));
    });
  }

  Bench(Plan plan, Secrets secrets) {
    board = new Switchboard(secrets, System.getenv(), reports::add);
    board.configure(List.of(plan));
  }

  static Plan plan(Deed on, StatusCheck check, Duration timeout) {
    return new Plan("siv", "SIV interne", List.of(), Optional.ofNullable(on), Optional.ofNullable(on),
        Optional.ofNullable(check), timeout, Set.of(Fault.EXTERNAL), 3, Duration.ofHours(1));
  }

  static Deed.Call post(URI url) {
    return new Deed.Call("POST", url, Map.of(), Optional.empty(), Optional.of("{\"route\":\"on\"}"), Deed.Expected.WELL);
  }

  static StatusCheck get(URI url, String contains) {
    return new StatusCheck(new Deed.Call("GET", url, Map.of(), Optional.empty(), Optional.empty(), Deed.Expected.WELL),
        Optional.of(contains), Optional.empty(), Duration.ofMinutes(10));
  }

  static Deed.Command command(String... line) {
    return new Deed.Command(List.of(line), Map.of());
  }

  /** The board ordered it, and the order is durable. */
  Bench on() {
    board.heard(List.of(new Transition.Switched(ORDER, "siv", Fallback.OFF,
        new Fallback.SwitchingOn(ORDER, "marie", "panne", Optional.empty()))));
    return this;
  }

  Bench off() {
    board.heard(List.of(new Transition.Switched(ORDER, "siv", new Fallback.On(ORDER, "marie", "panne", true),
        new Fallback.SwitchingOff(ORDER, "marie", "rétabli", Optional.empty()))));
    return this;
  }

  /** All that is said of the attempt until it ends, waited for at most 20 s. */
  List<Report.Switching> told() throws InterruptedException {
    List<Report.Switching> all = new ArrayList<>();
    while (all.isEmpty() || !all.getLast().stage().last())
      if (next() instanceof Report.Switching s) all.add(s);
    return all;
  }

  Report.Switching end() throws InterruptedException {
    return told().getLast();
  }

  static List<Stage> stages(List<Report.Switching> told) {
    return told.stream().map(Report.Switching::stage).toList();
  }

  Report.FallbackSeen seen() throws InterruptedException {
    while (true) if (next() instanceof Report.FallbackSeen s) return s;
  }

  Report next() throws InterruptedException {
    Report next = reports.poll(60, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("nothing was reported");
    return next;
  }

  @Override
  public void close() {
    board.close();
  }
}

package iris.ui.wall;

import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Judged;
import iris.alarm.OriginVerdict;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Timing;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one tile shows, without words. Two equal models look alike, but for the ages.
 *
 * @param sight may it be believed; everything but FRESH is drawn as old
 * @param response mean of the external party in the newest window, ms; {@link Timing#ABSENT} if not given
 * @param transaction mean of the whole transaction in the newest window, ms; {@link Timing#ABSENT} if not given
 * @param newest end of the newest window
 * @param spoke when the provider last said something: publication of the newest window, else of the document
 * @param reached when the feed was last reached
 * @param period time within which the next window is due; empty: the feed has no statistics
 * @param fallback since when the internal fallback runs
 * @param announced the provider's words on what is open, one line each
 * @param played an exercise plays an outage of it: all else on the tile is real
 * @param drifts its figures are beyond the usual: marked, and a sentence among the remarks
 * @param group what it belongs to, as people call it; empty where nobody said so
 * @param until end of the maintenance or of the time out of service
 */
public record TileModel(
    String id,
    String name,
    Shown shown,
    Instant since,
    OriginVerdict origin,
    Supervision sight,
    Optional<Reason> why,
    long response,
    long transaction,
    Optional<Instant> newest,
    Optional<Instant> spoke,
    Optional<Instant> reached,
    Optional<Duration> period,
    Day day,
    Mark mark,
    Optional<Instant> fallback,
    Optional<Instant> until,
    List<String> announced,
    List<Reason> remarks,
    boolean configured,
    boolean played,
    boolean drifts,
    String group) {

  private static final int LONGEST = 300;

  public TileModel {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(shown);
    Objects.requireNonNull(since);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(sight);
    Objects.requireNonNull(why);
    Objects.requireNonNull(newest);
    Objects.requireNonNull(spoke);
    Objects.requireNonNull(reached);
    Objects.requireNonNull(period);
    Objects.requireNonNull(day);
    Objects.requireNonNull(mark);
    Objects.requireNonNull(fallback);
    Objects.requireNonNull(until);
    Objects.requireNonNull(group);
    announced = List.copyOf(announced);
    remarks = List.copyOf(remarks);
  }

  static TileModel of(ServiceState service, Board board, Day day, Mark mark, String group) {
    Optional<FeedState> feed = Optional.ofNullable(board.feeds().get(service.feed()));
    Optional<Window> window = service.newest().map(Judged::window);
    Optional<Duration> period = feed.flatMap(FeedState::period);
    return new TileModel(
        service.key(),
        board.rules().of(service.key()).name().orElse(service.service().name()),
        service.shown(),
        service.shownSince(),
        service.origin(),
        feed.map(FeedState::supervision).orElse(Supervision.INIT),
        feed.flatMap(FeedState::why),
        window.map(w -> response(w, service)).orElse(Timing.ABSENT),
        window.map(w -> w.transaction().mean()).orElse(Timing.ABSENT),
        window.map(Window::to),
        service.newest().flatMap(Judged::published).or(() -> feed.flatMap(TileModel::built)),
        feed.flatMap(FeedState::lastOk),
        period,
        day,
        mark,
        service.fallback().map(s -> s.since()),
        service.outOfService().or(service::maintenance).flatMap(s -> s.until()),
        service.incidents().stream().filter(Incident::open).map(TileModel::said).filter(s -> !s.isEmpty()).toList(),
        remarks(service),
        service.configured(),
        board.shift().exercise().filter(e -> e.covers(service.key())).isPresent(),
        service.drift().isPresent(),
        group);
  }

  /** Who contests the verdict stands next to it. */
  private static List<Reason> remarks(ServiceState service) {
    if (service.contest().isEmpty()) return service.remarks();
    List<Reason> all = new ArrayList<>(List.of(Reason.of("ui.wall.contested", service.contest().get().author(),
        "ui.wall.fault." + service.contest().get().fault())));
    all.addAll(service.remarks());
    return all;
  }

  /** The slowest external party: the one that makes people wait. */
  static long response(Window window, ServiceState service) {
    long slowest = Timing.ABSENT;
    for (Window.Response response : window.responses())
      if (service.service().external(response.party())) slowest = Math.max(slowest, response.timing().mean());
    return slowest;
  }

  /** One line, and no more of it than any tile could show: it comes from outside. */
  private static String said(Incident incident) {
    String words = incident.sentence().isBlank() ? incident.title() : incident.sentence();
    String line = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  private static Optional<Instant> built(FeedState feed) {
    return feed.channel().flatMap(c -> c.built());
  }

  /** What is drawn is not known to be so any more: dimmed, struck, hatched. */
  public boolean stale() {
    return sight != Supervision.FRESH;
  }

  /** An alarm stands though nobody sees the service any more: its state is the last one known. */
  public boolean lastKnown() {
    return stale() && sight != Supervision.LATE && (shown == Shown.DOWN || shown == Shown.DEGRADED);
  }
}

package iris.relay.post;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Now;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.ServiceState;
import iris.alarm.Suppression;
import iris.relay.Figures;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** How a signal stands, to be told again and again. */
final class States {
  /** The desk looks every 10 s at least: a board this old is one that nobody feeds. */
  private static final Duration OLD = Duration.ofSeconds(90);

  private final Sentences sentences;

  States(Sentences sentences) {
    this.sentences = sentences;
  }

  static boolean old(Board board, Now now) {
    return age(board, now).compareTo(OLD) > 0;
  }

  private static Duration age(Board board, Now now) {
    return now.mono().minus(board.at().mono()).abs();
  }

  Message of(Board board, Signal of, Now now) {
    boolean blind = old(board, now);
    Level level = blind ? Level.UNKNOWN : Levels.of(board, of);
    Optional<Alarm> worst = Levels.standing(board, of)
        .min(Comparator.comparing(Alarm::priority).thenComparing(a -> a.key().kind()));
    Optional<Instant> since = worst.flatMap(Alarm::since).map(Telling::millis).filter(_ -> level != Level.OK);
    ServiceState service = of.kind() == Signal.Kind.SERVICE ? board.services().get(of.key()) : null;
    String said = blind ? sentences.blind(of, age(board, now)) : service != null
        ? sentences.service(of, service, level, since, worst.map(Alarm::why).filter(_ -> level != Level.OK))
        : sentences.feed(of, level, feed(board, of).flatMap(FeedState::why).filter(_ -> level != Level.OK));
    Optional<Fault> origin = Optional.ofNullable(service).map(s -> s.origin().fault())
        .filter(f -> f != Fault.NORMAL && level != Level.OK);
    Optional<Figures> figures =
        Optional.ofNullable(service).flatMap(ServiceState::newest).map(j -> Figures.of(j.window()));
    return new Message(Ids.state(of, level, now.wall()), "", of, Telling.millis(now.wall()), Sort.STATE,
        Optional.empty(), level, origin, since, Optional.empty(), evidence(board, of), said, figures, muted(board, of));
  }

  Message heartbeat(Board board, Now now) {
    Optional<Reason> fault = Levels.standing(board, Signal.IRIS).map(Alarm::why).findFirst();
    return new Message(Ids.heartbeat(now.wall()), "", Signal.IRIS, Telling.millis(now.wall()), Sort.HEARTBEAT,
        Optional.empty(), Levels.of(board, Signal.IRIS), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(Telling.millis(board.at().wall())),
        sentences.heartbeat(board.services().size(), board.feeds().size(), fault), Optional.empty(), Optional.empty());
  }

  /** Of when the newest proof of its level is. */
  Optional<Instant> evidence(Board board, Signal of) {
    return (switch (of.kind()) {
      case SERVICE -> Optional.ofNullable(board.services().get(of.key())).flatMap(s -> s.newest()
          .map(j -> j.window().to()).or(() -> Optional.ofNullable(board.feeds().get(s.feed())).flatMap(FeedState::lastOk)));
      case FEED -> feed(board, of).flatMap(FeedState::lastOk);
      case IRIS -> Optional.of(board.at().wall());
    }).map(Telling::millis);
  }

  /** Why nobody is to be woken by it. */
  Optional<String> muted(Board board, Signal of) {
    Optional<Suppression> ofService = Optional.of(of).filter(s -> s.kind() == Signal.Kind.SERVICE)
        .map(s -> board.services().get(s.key())).flatMap(s -> s.outOfService().or(s::maintenance));
    return ofService.or(() -> shelved(board, of)).map(sentences::muted);
  }

  /** All that stands of it is shelved: one alarm that is not is enough to wake somebody. */
  private static Optional<Suppression> shelved(Board board, Signal of) {
    boolean loud =
        Levels.standing(board, of).anyMatch(a -> a.suppression().isEmpty() && !Levels.behindOutage(board, a));
    return loud ? Optional.empty() : Levels.standing(board, of).flatMap(a -> a.suppression().stream()).findFirst();
  }

  private static Optional<FeedState> feed(Board board, Signal of) {
    return of.kind() == Signal.Kind.FEED ? Optional.ofNullable(board.feeds().get(of.key())) : Optional.empty();
  }
}

package iris.relay.real;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict.Fault;
import iris.relay.Figures;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.signal.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Messages as the relay makes them. */
public final class Samples {
  /** The service of all samples. */
  public static final Signal SIV = new Signal(Signal.Kind.SERVICE, "siv", "SIV");

  private Samples() {}

  private static Instant at(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** An outage of the external party that began at {@code at}. */
  public static Message outage(Signal of, Instant at) {
    return new Message(episode(of) + "#begin", episode(of), of, at(at), Sort.BEGIN, Optional.of(AlarmKey.Kind.OUTAGE),
        Level.CRITICAL, Optional.of(Fault.EXTERNAL), Optional.of(at(at)), Optional.empty(), Optional.of(at(at)),
        of.name() + " : indisponible, origine service externe", Optional.empty(), Optional.empty());
  }

  /** The end of that outage. */
  public static Message recovery(Signal of, Instant began, Instant at) {
    return new Message(episode(of) + "#end", episode(of), of, at(at), Sort.END, Optional.of(AlarmKey.Kind.OUTAGE), Level.OK,
        Optional.of(Fault.EXTERNAL), Optional.of(at(began)), Optional.of(Duration.between(at(began), at(at))),
        Optional.of(at(at)), of.name() + " : retour à la normale", Optional.empty(), Optional.empty());
  }

  /** Five minutes before {@code to} with 3 failures in 120. */
  public static Message statistic(Signal of, Instant to) {
    Instant end = at(to);
    return new Message(of.id() + "@" + end, "", of, end, Sort.STATISTIC, Optional.empty(), Level.OK, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(end), of.name() + " : 117 sur 120 transactions",
        Optional.of(new Figures(end.minusSeconds(300), end, 120, 3, new Timing(412, 350, 900, 1500, 2100),
            new Timing(300, 280, 700, 1200, 1800))), Optional.empty());
  }

  public static Message state(Signal of, Level level, Instant at) {
    return new Message(of.id() + "!" + at(at), "", of, at(at), Sort.STATE, Optional.empty(), level, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(at(at)), of.name() + " : état", Optional.empty(), Optional.empty());
  }

  public static Message heartbeat(Instant at) {
    return new Message("iris/iris!" + at(at), "", Signal.IRIS, at(at), Sort.HEARTBEAT, Optional.empty(), Level.OK,
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(at(at)), "IRIS au travail", Optional.empty(),
        Optional.empty());
  }

  private static String episode(Signal of) {
    return of.key() + "|OUTAGE@6012345";
  }
}

package iris.alarm;

import iris.signal.Incident;
import iris.signal.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a tile says what it says: the rule that gave its state and what it outranked, each alarm with what it rests on,
 * each announcement with the words that decided, the newest windows against their limits, and when all this was said
 * and read. Derived from a board; it decides nothing.
 *
 * @param service key of the service, {@code feed} the id of its feed
 * @param ladder all of section 1, in its order
 * @param windows the newest, newest first
 * @param usual the newest of them beside what is usual for its hour; empty where nobody knows what is
 * @param moments newest first
 */
public record Receipt(
    String service,
    String feed,
    Shown shown,
    Instant since,
    List<Rung> ladder,
    List<Proven> alarms,
    List<Classed> incidents,
    List<Weighed> windows,
    List<Reason> usual,
    List<Moment> moments) {
  /** Whether a rule gave the state, would have but for a higher one, or does not apply. */
  public enum Standing {
    WON,
    OUTRANKED,
    IDLE
  }

  /** One rule of section 1 and what it says now. */
  public record Rung(Precedence by, Standing standing, Reason why) {
    public Rung {
      Objects.requireNonNull(by);
      Objects.requireNonNull(standing);
      Objects.requireNonNull(why);
    }
  }

  /**
   * @param evidence the figure against its limit, or the very words
   * @param rule which rule of section 2 holds the alarm up; {@code counter} what is counted to raise or clear it
   */
  public record Proven(Alarm alarm, List<Reason> evidence, Reason rule, Optional<Reason> counter) {
    public Proven {
      Objects.requireNonNull(alarm);
      evidence = List.copyOf(evidence);
      Objects.requireNonNull(rule);
      Objects.requireNonNull(counter);
    }
  }

  /**
   * @param told as the feed says it
   * @param because how it came to be taken for what it is, first what weighs most
   * @param held the last document still held it
   */
  public record Classed(Incident incident, Incident told, List<Reason> because, boolean held) {
    public Classed {
      Objects.requireNonNull(incident);
      Objects.requireNonNull(told);
      because = List.copyOf(because);
    }
  }

  /** A window and its figures against the limits. */
  public record Weighed(Judged window, List<Reason> because) {
    public Weighed {
      Objects.requireNonNull(window);
      because = List.copyOf(because);
    }
  }

  /**
   * @param at when it was so, as its author states it
   * @param read when we came to know it; empty where no clock of ours was kept
   */
  public record Moment(Instant at, Optional<Instant> read, Reason what, Optional<Reason> detail) {
    public Moment {
      Objects.requireNonNull(at);
      Objects.requireNonNull(read);
      Objects.requireNonNull(what);
      Objects.requireNonNull(detail);
    }
  }

  public Receipt {
    Objects.requireNonNull(service);
    Objects.requireNonNull(feed);
    Objects.requireNonNull(shown);
    Objects.requireNonNull(since);
    ladder = List.copyOf(ladder);
    alarms = List.copyOf(alarms);
    incidents = List.copyOf(incidents);
    windows = List.copyOf(windows);
    usual = List.copyOf(usual);
    moments = List.copyOf(moments);
  }

  /** The rule that won. */
  public Precedence by() {
    return ladder.stream().filter(r -> r.standing() == Standing.WON).findFirst().orElseThrow().by();
  }

  /**
   * The receipt of one service; empty where the board has no such service.
   *
   * @param log what was said lately, newest first: it knows when things were read
   */
  public static Optional<Receipt> of(Board board, String service, List<Transition> log) {
    ServiceState s = board.services().get(service);
    if (s == null || !board.feeds().containsKey(s.feed())) return Optional.empty();
    return Optional.of(new Proving(board, s, log).receipt());
  }
}

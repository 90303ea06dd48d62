package iris.relay;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is told of one signal: an event of an episode, a statistic, or once more how things stand.
 *
 * @param id the same on every relay that reads the same feeds, for who drops duplicates; at most 200 characters
 * @param episode what begin, change and end of one trouble have in common; empty where it is about none
 * @param at when it became so; for a {@link Sort#STATE} when it was looked at. In whole milliseconds
 * @param sort what kind of telling it is
 * @param alarm of an event: of which alarm; empty else
 * @param level of the whole signal from now on. After the end of an outage it is not {@link Level#OK} where something
 *     else is still wrong
 * @param origin who is at fault, as far as is known
 * @param since begin of the trouble; {@code lasted} how long it was, with an {@link Sort#END}
 * @param evidence of when the newest proof of {@code level} is: end of the newest window, or the last good poll
 * @param summary one sentence for a person in the language of the relay, feed text in it: hostile
 * @param figures of a {@link Sort#STATISTIC}, and of a {@link Sort#STATE} those last known
 * @param muted shelved, in maintenance or out of service here: why, as a sentence
 */
public record Message(
    String id,
    String episode,
    Signal signal,
    Instant at,
    Sort sort,
    Optional<AlarmKey.Kind> alarm,
    Level level,
    Optional<Fault> origin,
    Optional<Instant> since,
    Optional<Duration> lasted,
    Optional<Instant> evidence,
    String summary,
    Optional<Figures> figures,
    Optional<String> muted) {
  private static final int LONGEST_ID = 200;

  /** What kind of telling. */
  public enum Sort {
    /** A trouble began: outage, degraded, feed lost, fault of IRIS. Once an episode. */
    BEGIN,
    /** It became worse or better, or somebody else is at fault; it goes on. */
    CHANGE,
    /** It is over: recovery. Once an episode. */
    END,
    /** A window of figures was accepted. */
    STATISTIC,
    /** How the signal stands, told again and again so that a result that was lost heals. */
    STATE,
    /** IRIS lives and is at work; only of {@link Signal#IRIS}. Its absence is for the server to notice. */
    HEARTBEAT;

    /** Part of the story of an episode: must arrive, once, in order. */
    public boolean event() {
      return this == BEGIN || this == CHANGE || this == END;
    }
  }

  public Message {
    if (id.isBlank() || id.length() > LONGEST_ID) throw new IllegalArgumentException("an id of 1 to 200 characters");
    Objects.requireNonNull(episode);
    Objects.requireNonNull(signal);
    Objects.requireNonNull(at);
    Objects.requireNonNull(sort);
    Objects.requireNonNull(alarm);
    Objects.requireNonNull(level);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(since);
    Objects.requireNonNull(lasted);
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(figures);
    Objects.requireNonNull(muted);
    if (sort.event() == alarm.isEmpty()) throw new IllegalArgumentException("an event, and nothing else, is of an alarm");
    if (sort.event() == episode.isEmpty()) throw new IllegalArgumentException("an event, and nothing else, has an episode");
    if (sort == Sort.HEARTBEAT && signal.kind() != Signal.Kind.IRIS)
      throw new IllegalArgumentException("only IRIS has a heartbeat");
  }

  /** How bad the event itself is, for servers that keep episodes apart; an end is {@link Level#OK}. */
  public Level severity() {
    if (sort == Sort.END) return Level.OK;
    return alarm.map(Message::severity).orElse(level);
  }

  /** How bad an alarm of this kind is, as long as it lasts. */
  public static Level severity(AlarmKey.Kind kind) {
    return switch (kind) {
      case OUTAGE -> Level.CRITICAL;
      case SUPERVISION_LOST, SERVICE_SILENT -> Level.UNKNOWN;
      case DEGRADED, TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> Level.WARNING;
    };
  }
}

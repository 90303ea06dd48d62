package iris.notify;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Told;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sound stage. One sound a turn, the most urgent: a chorus of twenty-five alarms says less than one. A raise sounds
 * at once, also through a silence, which it ends.
 *
 * @param next when the pattern repeats; empty: nothing rings
 * @param overruled the silence that a raise ended
 */
record Ringing(
    Optional<Pattern> play, Reason why, boolean hush, Optional<Duration> next, Optional<Instant> overruled,
    Optional<Duration> wakeAt) {

  static Ringing after(Memory memory, List<Told> news, Board board, Now now) {
    boolean begins = news.stream().anyMatch(t -> Calls.begins(t.announcement(), board));
    Optional<Instant> silence = board.silencedUntil().filter(until -> until.isAfter(now.wall()));
    Optional<Instant> overruled = begins ? silence : memory.overruled().filter(o -> silence.equals(Optional.of(o)));
    boolean silent = silence.isPresent() && !overruled.equals(silence);
    Optional<Pattern> rings = rings(memory.standing(), board);
    Optional<Pattern> once = news.stream().filter(t -> !remindsOfRinging(t, memory)).map(t -> once(t, board))
        .min(Comparator.naturalOrder());

    if (silent) {
      // Asked again when the silence is over: what still stands then sounds at once.
      Optional<Duration> wake = rings.map(p -> now.mono().plus(Duration.between(now.wall(), silence.get())));
      return new Ringing(Optional.empty(), Reason.of("notify.horn.silenced", silence.get()), true,
          rings.map(p -> now.mono()), overruled, wake);
    }
    if (rings.isEmpty()) {
      boolean stopped = memory.ring().isPresent() && once.isEmpty();
      return new Ringing(once, Reason.of(once.isEmpty() ? "notify.horn.quiet" : "notify.horn.once"), stopped,
          Optional.empty(), overruled, Optional.empty());
    }
    Duration every = rings.get().every().orElseThrow();
    boolean anew = begins && !(memory.flood() && overruled.isEmpty() && rang(memory, news, board).equals(rings));
    boolean due = anew || memory.ring().isEmpty() || memory.ring().get().compareTo(now.mono()) <= 0;
    // A worse alarm may have gone: the interval of what is left counts from now.
    Duration next = due ? now.mono().plus(every) : min(memory.ring().get(), now.mono().plus(every));
    // Of a flood one more says nothing that the pattern does not say already.
    Optional<Pattern> play = due ? once.filter(o -> o.compareTo(rings.get()) < 0).or(() -> rings)
        : once.filter(o -> !memory.flood() || o.compareTo(rings.get()) < 0);
    return new Ringing(play, Reason.of("notify.horn.rings", rings.get(), every), false, Optional.of(next), overruled,
        Optional.of(next));
  }

  /** What rang before this news. */
  private static Optional<Pattern> rang(Memory memory, List<Told> news, Board board) {
    Map<AlarmKey, Standing> before = new HashMap<>(memory.standing());
    news.forEach(t -> before.remove(t.announcement().alarm()));
    return rings(before, board);
  }

  private static Optional<Pattern> rings(Map<AlarmKey, Standing> standing, Board board) {
    return standing.entrySet().stream()
        .filter(e -> e.getValue().ringing() && !Calls.inhibited(board, e.getKey()))
        .filter(e -> Calls.alarm(board, e.getKey()).map(a -> a.state().unacked()).orElse(false))
        .map(e -> Pattern.of(Calls.priority(board, e.getValue().told())))
        .filter(p -> p.every().isPresent())
        .min(Comparator.naturalOrder());
  }

  /** What rings every fifteen seconds needs no chime besides. */
  private static boolean remindsOfRinging(Told told, Memory memory) {
    Standing standing = memory.standing().get(told.announcement().alarm());
    return told.announcement().call() == Call.REPEAT && standing != null && standing.ringing();
  }

  private static Pattern once(Told told, Board board) {
    if (Calls.over(told.announcement())) return Pattern.RECOVERY;
    return Calls.begins(told.announcement(), board) ? Pattern.of(told.announcement().priority()) : Pattern.CHIME;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}

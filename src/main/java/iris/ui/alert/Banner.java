package iris.ui.alert;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Transition.Told;
import iris.signal.Priority;
import iris.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The one line of the banner.
 *
 * @param alarm the alarm whose shape stands beside the sentence; empty when calm
 * @param sentence what a person reads first
 * @param more what else waits: "+ 2 alarms, 1 return to normal"; may be empty
 */
public record Banner(Tone tone, Optional<AlarmKey> alarm, String sentence, String more) {
  /** How it looks and how its symbol moves; the text never blinks. */
  public enum Tone {
    CALM(0),
    RECOVERED(0.75),
    P3(0),
    P2(1.5),
    P1(1.5);

    private final double hertz;

    Tone(double hertz) {
      this.hertz = hertz;
    }

    /** Flashes a second of the symbol; 0: steady. */
    public double hertz() {
      return hertz;
    }
  }

  /** More than this many alarms at once are told as one summary with the highest. */
  static final int STORM = 3;

  private static final Comparator<Alarm> MOST_URGENT = Comparator.comparing(Alarm::priority)
      .thenComparing(a -> a.key().kind())
      .thenComparing(a -> a.since().orElse(java.time.Instant.MAX));

  public Banner {
    Objects.requireNonNull(tone);
    Objects.requireNonNull(alarm);
    Objects.requireNonNull(sentence);
    Objects.requireNonNull(more);
  }

  /** What the banner says of this board. {@code told}: the last return of each alarm, newest first. */
  public static Banner of(Board board, List<Told> told, Now now, Words words) {
    List<Alarm> waiting = waiting(board);
    List<Recovery> back = Recovery.of(board, told, now);
    if (!waiting.isEmpty()) return alarmed(board, waiting, back.size(), now, words);
    if (!back.isEmpty()) return recovered(board, back, now, words);
    return frozen(board).map(a -> frozen(board, a, now, words)).orElseGet(() -> calm(board, words));
  }

  /** Who looked at a screen that was frozen must be told, although it is no more urgent than any other fault. */
  private static Optional<Alarm> frozen(Board board) {
    return Optional.ofNullable(board.alarms().get(new AlarmKey(AlarmKey.Kind.CONSOLE_FAULT, "screen")))
        .filter(a -> a.state().unacked() && a.suppression().isEmpty());
  }

  private static Banner frozen(Board board, Alarm alarm, Now now, Words words) {
    String from = alarm.since().map(at -> words.figures().clockOrDay(at, now.wall())).orElse("?");
    String sentence = alarm.state().active() ? words.say("ui.alert.screen.frozen", from)
        : words.say("ui.alert.screen.was", from,
            alarm.cleared().map(at -> words.figures().clockOrDay(at, now.wall())).orElse("?"));
    long others = less(board) - 1;
    return new Banner(Tone.P3, Optional.of(alarm.key()), sentence,
        others == 0 ? "" : words.say("ui.alert.more", others));
  }

  /** What is less urgent has no banner, and still is not nothing. */
  private static Banner calm(Board board, Words words) {
    long others = less(board);
    return new Banner(Tone.CALM, Optional.empty(),
        others == 0 ? words.say("ui.alert.calm") : words.say("ui.alert.calm-but", others), "");
  }

  private static long less(Board board) {
    return board.alarms().values().stream().filter(a -> a.state().unacked() && a.suppression().isEmpty()).count();
  }

  /** The same banner when the board is old: an alarm stays, calm and good news do not. */
  public Banner blind(Words words) {
    if (tone == Tone.P1 || tone == Tone.P2) return this;
    return new Banner(Tone.P1, Optional.empty(), words.say("ui.alert.blind"), "");
  }

  /** P1 and P2 that are active, unacknowledged and not muted, the most urgent first. */
  static List<Alarm> waiting(Board board) {
    return board.alarms().values().stream()
        .filter(a -> a.state() == Lifecycle.UNACKED || a.state() == Lifecycle.CLEARING_UNACKED)
        .filter(a -> a.suppression().isEmpty() && a.priority() != Priority.P3)
        .sorted(MOST_URGENT)
        .toList();
  }

  private static Banner alarmed(Board board, List<Alarm> waiting, int back, Now now, Words words) {
    Alarm first = waiting.getFirst();
    String sentence = sentence(board, first, now, words);
    boolean storm = waiting.size() > STORM;
    int others = waiting.size() - 1;
    String more = storm || others == 0 ? "" : words.say("ui.alert.more", others);
    if (back > 0) more = more + (more.isEmpty() ? "" : " · ") + words.say("ui.alert.more-back", back);
    Tone tone = first.priority() == Priority.P1 ? Tone.P1 : Tone.P2;
    return new Banner(tone, Optional.of(first.key()),
        storm ? words.say("ui.alert.storm", waiting.size(), sentence) : sentence, more);
  }

  private static String sentence(Board board, Alarm alarm, Now now, Words words) {
    String since = alarm.since().or(alarm::raised).map(at -> words.figures().when(at, now.wall())).orElse("?");
    String origin = Names.origin(board, alarm.key(), words).map(o -> words.say("ui.alert.from", o)).orElse("");
    String clearing = alarm.state() == Lifecycle.CLEARING_UNACKED ? words.say("ui.alert.clearing") : "";
    String unstable = alarm.flapping() ? words.say("ui.alert.unstable", alarm.changes()) : "";
    return words.say("ui.alert.raised", Names.subject(board, alarm.key(), words),
        Names.kind(alarm.key().kind(), words), since) + origin + clearing + unstable;
  }

  private static Banner recovered(Board board, List<Recovery> back, Now now, Words words) {
    Recovery first = back.getFirst();
    String others = back.size() == 1 ? "" : words.say("ui.alert.more-back", back.size() - 1);
    return new Banner(Tone.RECOVERED, Optional.of(first.alarm()), sentence(board, first, now, words), others);
  }

  private static String sentence(Board board, Recovery back, Now now, Words words) {
    String spell = words.say("ui.alert.spell." + back.alarm().kind());
    String lasted = back.lasted().map(d -> words.say("ui.alert.lasted", spell, words.figures().span(d))).orElse("");
    String unsure = lasted.isEmpty() ? "" : back.unsure().filter(d -> !d.isZero())
        .map(d -> words.say("ui.alert.unsure",
            d.toSeconds() % 60 == 0 ? words.figures().span(d) : words.figures().age(d))).orElse("");
    return words.say("ui.alert.back", Names.subject(board, back.alarm(), words),
        words.say("ui.alert.return." + back.alarm().kind()), words.figures().when(back.at(), now.wall()))
        + lasted + unsure;
  }
}

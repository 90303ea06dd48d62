package iris.notify;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Transition;
import iris.alarm.Transition.Told;
import iris.signal.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The way of an announcement: gate, flood, ledger, toast, sound. Pure: all it knows of the past is in the memory. */
public final class Stages {
  /** Reminders due so soon come along with the one that is due. */
  private static final Duration ALONG = Duration.ofSeconds(60);

  private Stages() {}

  /**
   * One turn: the transitions of one outcome (one poll), or none when the time of {@link Decision#wakeAt} has come.
   *
   * @param board the board after those transitions
   */
  public static Decision decide(Memory before, List<Transition> transitions, Board board, Now now) {
    Memory memory = before.with(Ledger.settled(before.standing(), board));
    List<Told> open = new ArrayList<>();
    List<Optional<Reason>> gates = new ArrayList<>();
    List<Told> all = transitions.stream().filter(Told.class::isInstance).map(Told.class::cast).toList();
    // Standing is what this turn found: a raise and its clear in one document still meet their gates in order.
    Memory heard = before.without(Memory.dropped(transitions));
    for (Told told : all) {
      Optional<Reason> no = Gate.withheld(told, heard, board, now.mono());
      gates.add(no);
      if (no.isPresent()) continue;
      heard = heard.with(told);
      open.add(told);
    }
    List<Told> news = newest(open).sorted(Calls.MOST_URGENT_FIRST).toList();
    memory = memory.withTold(heard.episodes(), heard.restored());
    int raises = (int) news.stream().filter(t -> Calls.begins(t.announcement(), board)).count();
    memory = Flood.after(memory, raises, now.mono());

    List<Told> due = news.isEmpty() ? due(memory, board, now.mono()) : List.of();
    Optional<Notice> notice = Optional.empty();
    if (!news.isEmpty()) {
      // The bubble of an alarm that is over is in the memory of before: the recovery takes its place.
      List<Told> together = Burst.together(memory, news, raises, now.mono());
      String key = Toasting.bubble(before.withRaises(memory.raises(), memory.flood()), together);
      memory = memory.with(Ledger.settled(Ledger.with(memory.standing(), together, key, board, now.mono()), board));
      notice = Optional.of(Toasting.notice(key, memory, news, together.size() > news.size(), false, board));
    } else if (!due.isEmpty()) {
      String key = Toasting.bubble(memory, due);
      memory = memory.with(reminded(memory.standing(), due, key, now.mono()));
      notice = Optional.of(Toasting.notice(key, memory, due, false, true, board));
    }
    Set<String> withdraw = new HashSet<>(before.shown());
    memory = memory.withShown(Toasting.inUse(memory.standing(), board));
    withdraw.removeAll(memory.shown());
    notice.ifPresent(n -> withdraw.remove(n.key()));

    Ringing ringing = Ringing.after(memory, news, board, now);
    memory = memory.withRing(ringing.next(), ringing.overruled());
    Optional<Duration> wakeAt = Stream.concat(ringing.wakeAt().stream(), remindTimes(memory, board)).min(Duration::compareTo);
    return new Decision(memory, notice, withdraw, ringing.play(), ringing.why(), ringing.hush(),
        answers(all, gates, news, notice), wakeAt);
  }

  /** The last word on each alarm: a raise that is over within its own document is told as the recovery. */
  private static Stream<Told> newest(List<Told> open) {
    Map<AlarmKey, Told> last = new LinkedHashMap<>();
    for (Told told : open) last.put(told.announcement().alarm(), told);
    return last.values().stream();
  }

  private static List<Told> due(Memory memory, Board board, Duration now) {
    boolean any = remindTimes(memory, board).anyMatch(t -> t.compareTo(now) <= 0);
    if (!any) return List.of();
    return remindable(memory, board)
        .filter(s -> s.remindAt().map(t -> t.compareTo(now.plus(ALONG)) <= 0).orElse(false))
        .map(Standing::told).sorted(Calls.MOST_URGENT_FIRST).toList();
  }

  private static Stream<Duration> remindTimes(Memory memory, Board board) {
    return remindable(memory, board).flatMap(s -> s.remindAt().stream());
  }

  private static Stream<Standing> remindable(Memory memory, Board board) {
    return memory.standing().entrySet().stream().filter(e -> !Calls.inhibited(board, e.getKey())).map(Map.Entry::getValue);
  }

  private static Map<AlarmKey, Standing> reminded(Map<AlarmKey, Standing> standing, List<Told> due, String key,
      Duration now) {
    Map<AlarmKey, Standing> next = new LinkedHashMap<>(standing);
    for (Told told : due) next.computeIfPresent(told.announcement().alarm(), (k, s) -> s.shownAgain(key, now));
    return next;
  }

  private static List<Said> answers(List<Told> all, List<Optional<Reason>> gates, List<Told> news,
      Optional<Notice> notice) {
    Reason told = notice.map(n -> switch (n.form()) {
      case PLAIN, REMINDER -> Reason.of("notify.told");
      case SUMMARY -> Reason.of("notify.told.summary", n.news().size());
      case FLOOD -> Reason.of("notify.told.flood", n.news().size());
    }).orElse(Reason.of("notify.told"));
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Told one = all.get(i);
      Reason yes = news.contains(one) ? told : Reason.of("notify.told.superseded");
      said.add(new Said(one, gates.get(i).isEmpty(), gates.get(i).orElse(yes)));
    }
    return said;
  }
}

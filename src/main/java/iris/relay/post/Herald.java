package iris.relay.post;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Transition;
import iris.relay.Figures;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what the board decided, in no server's terms. Pure: the same outcome, told to who was told the same before,
 * gives the same messages with the same ids on every relay.
 *
 * <p>An episode is told once: its begin when it is first said aloud, its end if and only if its begin was told, muted
 * or not by then, since what a server opened it must be able to close. What is said aloud again (a reminder, a restart)
 * is no new event: {@link #states} repeats how things stand.
 */
public final class Herald {
  private final Sentences sentences;
  private final States states;

  private Herald(Words words) {
    sentences = new Sentences(words);
    states = new States(sentences);
  }

  public static Herald of(Words words) {
    return new Herald(Objects.requireNonNull(words));
  }

  /** Of every outcome as it happens: its transitions first, then what the board says that no transition did. */
  public Said tell(Told before, Outcome outcome) {
    Telling t = new Telling(sentences, before, outcome.board());
    outcome.transitions().forEach(each -> step(t, each));
    Mending.mend(t);
    return t.said();
  }

  /** Of transitions out of a journal, which the board is past: only what they say. */
  public Said recall(Told before, Outcome outcome) {
    Telling t = new Telling(sentences, before, outcome.board());
    outcome.transitions().forEach(each -> step(t, each));
    return t.said();
  }

  private void step(Telling t, Transition transition) {
    if (transition.played()) return;
    switch (transition) {
      case Transition.Told told -> t.hear(told.at(), told.announcement());
      case Transition.Kept kept -> t.add(statistic(t.board, kept));
      case Transition.Moved _, Transition.Sight _, Transition.Changed _, Transition.Spoken _, Transition.Acted _,
          Transition.Refused _, Transition.Answered _, Transition.Switched _, Transition.Drifted _,
          Transition.Noted _ -> { }
    }
  }

  private Message statistic(Board board, Transition.Kept kept) {
    Signal of = Signals.service(board, kept.service());
    Figures figures = Figures.of(kept.window().window());
    return new Message(Ids.statistic(kept.service(), kept.window()), "", of, Telling.millis(kept.at()), Sort.STATISTIC,
        Optional.empty(), Levels.of(board, of), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(Telling.millis(figures.to())), sentences.statistic(of, figures), Optional.of(figures),
        states.muted(board, of));
  }

  /** How each service and each feed stands. On a board that is no longer fed nothing is known any more. */
  public List<Message> states(Board board, Now now) {
    List<Message> all = new ArrayList<>();
    for (Signal of : Signals.of(board))
      if (of.kind() != Signal.Kind.IRIS) all.add(states.of(board, of, now));
    return List.copyOf(all);
  }

  /** How one signal stands; of {@link Signal#IRIS} the heartbeat. */
  public Message state(Board board, Signal of, Now now) {
    return of.kind() == Signal.Kind.IRIS ? heartbeat(board, now) : states.of(board, of, now);
  }

  public Message heartbeat(Board board, Now now) {
    return states.heartbeat(board, now);
  }

  /**
   * IRIS lives and is at work. On a board that is no longer fed it is not, and its silence is what a server must hear.
   */
  public boolean alive(Board board, Now now) {
    return !States.old(board, now);
  }

  boolean muted(Board board, Signal of) {
    return states.muted(board, of).isPresent();
  }

  /** Several windows of a service as one, since the server was away too long for each of them. */
  public Message condensed(List<Message> statistics) {
    Message first = statistics.getFirst();
    Message last = statistics.getLast();
    // Of a window and its revision the later one counts.
    Map<Instant, Figures> windows = new LinkedHashMap<>();
    statistics.forEach(m -> windows.put(m.figures().orElseThrow().from(), m.figures().orElseThrow()));
    Figures sum = Sums.of(List.copyOf(windows.values()));
    return new Message(Ids.condensed(first.signal().key(), sum.from(), sum.to()), "", last.signal(), last.at(),
        Sort.STATISTIC, Optional.empty(), last.level(), Optional.empty(), Optional.empty(), Optional.empty(),
        last.evidence(), sentences.condensed(last.signal(), sum, windows.size()), Optional.of(sum), last.muted());
  }

  /** The begin of a trial that began then, or its end now: what {@code relay test} sends. */
  Message trial(Signal of, Instant began, Instant at, Sort sort) {
    return Trials.message(sentences, of, Telling.millis(began), Telling.millis(at), sort);
  }

  static boolean service(AlarmKey.Kind kind) {
    return kind == AlarmKey.Kind.OUTAGE || kind == AlarmKey.Kind.DEGRADED || kind == AlarmKey.Kind.SERVICE_SILENT;
  }
}

package iris.ui.fallback;

import iris.alarm.Advice;
import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.FallbackState;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.signal.FallbackSight;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The fallback of one service, in words. Derived, and thrown away at every showing.
 *
 * @param name of the service; {@code plan} what people call the fallback, empty without a plan
 * @param word the state as a word; {@code sentence} since when, by whom, why
 * @param urgent somebody has to do something: a failure, or nobody knows
 * @param advice what IRIS advises, and why; {@code advised} there (true) or back, empty where nothing is to be done
 * @param proof what the status check says
 * @param on it can be ordered from here; {@code off} the way back; {@code declareOn}, {@code declareOff} it can be said
 *     that other hands did it
 * @param running the plan is being run
 * @param attempt of the newest attempt: who ordered it, then its steps; {@code output} what the server or command said
 */
record FallbackModel(
    String service,
    String name,
    String plan,
    Fallback state,
    String word,
    String sentence,
    boolean urgent,
    String advice,
    Optional<Boolean> advised,
    String proof,
    List<String> checklist,
    boolean on,
    boolean off,
    boolean declareOn,
    boolean declareOff,
    boolean running,
    List<String> attempt,
    List<String> output) {

  FallbackModel {
    Objects.requireNonNull(state);
    Objects.requireNonNull(advised);
    checklist = List.copyOf(checklist);
    attempt = List.copyOf(attempt);
    output = List.copyOf(output);
  }

  /** The services that have a plan, or a fallback that does not rest; in the order of the board. */
  static List<String> services(Board board) {
    LinkedHashSet<String> all = new LinkedHashSet<>();
    for (String key : board.services().keySet()) if (told(board, key)) all.add(key);
    board.rules().fallbacks().keySet().stream().sorted().forEach(all::add);
    return List.copyOf(all);
  }

  private static boolean told(Board board, String key) {
    return board.rules().fallback(key).isPresent() || !(board.fallback(key).now() instanceof Fallback.Off);
  }

  /** How many of them wait for somebody: to be switched, to come back, or to be looked at. */
  static int waiting(Board board) {
    return (int) services(board).stream().filter(key -> urgent(board.fallback(key).now())
        || advised(Advice.of(board, key)).isPresent()).count();
  }

  static FallbackModel of(Board board, String service, Now now, Words words) {
    FallbackState known = board.fallback(service);
    Fallback state = known.now();
    Optional<Rules.FallbackRules> plan = board.rules().fallback(service);
    Advice advice = Advice.of(board, service);
    boolean there = !state.switching() && !(state instanceof Fallback.On);
    boolean back = !state.switching() && !(state instanceof Fallback.Off);
    boolean found = state instanceof Fallback.On on && on.found();
    return new FallbackModel(service, Names.service(board, service), plan.map(Rules.FallbackRules::name).orElse(""),
        state, words.say("ui.fallback.word." + state.getClass().getSimpleName()), sentence(state, now, words),
        urgent(state), advice(advice, state, words), advised(advice), proof(known, plan, now, words),
        plan.map(Rules.FallbackRules::checklist).orElse(List.of()),
        there && plan.filter(Rules.FallbackRules::on).isPresent(),
        back && plan.filter(Rules.FallbackRules::off).isPresent(), there || found, back, state.switching(),
        attempt(known, now, words), known.last().map(FallbackState.Attempt::output).orElse(List.of()));
  }

  private static boolean urgent(Fallback state) {
    return state instanceof Fallback.Failed || state instanceof Fallback.Unknown;
  }

  private static Optional<Boolean> advised(Advice advice) {
    return switch (advice) {
      case Advice.Recommended _ -> Optional.of(true);
      case Advice.ReturnProposed _ -> Optional.of(false);
      case Advice.None _, Advice.NotHelping _ -> Optional.empty();
    };
  }

  private static String advice(Advice advice, Fallback state, Words words) {
    return switch (advice) {
      case Advice.None _ -> words.say(otherwise(state));
      case Advice.NotHelping(var why) -> words.say("ui.fallback.advice.not", words.say(why));
      case Advice.Recommended(var why, var confidence) ->
          words.say("ui.fallback.advice.on", words.say(why), words.say("ui.wall.confidence." + confidence));
      case Advice.ReturnProposed(var why) -> words.say("ui.fallback.advice.off", words.say(why));
    };
  }

  /** What is to be done where the services themselves ask for nothing. */
  private static String otherwise(Fallback state) {
    return switch (state) {
      case Fallback.Unknown _ -> "ui.fallback.advice.look";
      case Fallback.Failed _ -> "ui.fallback.advice.failed";
      case Fallback.SwitchingOn _, Fallback.SwitchingOff _ -> "ui.fallback.advice.wait";
      case Fallback.On on when on.found() -> "ui.fallback.advice.declare";
      case Fallback.On _, Fallback.Off _ -> "ui.fallback.advice.none";
    };
  }

  private static String sentence(Fallback state, Now now, Words words) {
    return switch (state) {
      case Fallback.Off _ -> words.say("ui.fallback.sentence.off");
      case Fallback.SwitchingOn(Instant since, String author, String reason, var was) ->
          words.say("ui.fallback.sentence.switching-on", when(since, now, words), author, reason);
      case Fallback.SwitchingOff(Instant since, String author, String reason, var was) ->
          words.say("ui.fallback.sentence.switching-off", when(since, now, words), author, reason);
      case Fallback.On on when on.found() -> words.say("ui.fallback.sentence.found", when(on.since(), now, words));
      case Fallback.On on -> words.say("ui.fallback.sentence.on", when(on.since(), now, words), on.author(), on.reason());
      case Fallback.Failed f -> words.say(f.on() ? "ui.fallback.sentence.failed-on" : "ui.fallback.sentence.failed-off",
          when(f.since(), now, words), f.author(), words.say(f.why()), words.say("ui.fallback.sight." + f.known()));
      case Fallback.Unknown(Instant since, var why, var was) ->
          words.say("ui.fallback.sentence.unknown", when(since, now, words), words.say(why));
    };
  }

  private static String proof(
      FallbackState known, Optional<Rules.FallbackRules> plan, Now now, Words words) {
    if (plan.filter(Rules.FallbackRules::checked).isEmpty()) return words.say("ui.fallback.proof.none");
    // Who ran the plan asked the check at its end: what the check itself said before that is older.
    Optional<FallbackSight> looked = looked(known.now());
    Instant end = since(known.now());
    if (looked.isPresent() && known.seen().map(s -> s.at().isBefore(end)).orElse(true))
      return words.say("ui.fallback.proof", when(end, now, words), words.say("ui.fallback.sight." + looked.get()),
          words.say("ui.fallback.proof.after"));
    return known.seen().map(s -> words.say("ui.fallback.proof", when(s.at(), now, words),
        words.say("ui.fallback.sight." + s.sight()), words.say(s.why()))).orElse(words.say("ui.fallback.proof.waiting"));
  }

  private static Optional<FallbackSight> looked(Fallback state) {
    return switch (state) {
      case Fallback.Failed f -> Optional.of(f.known()).filter(sight -> sight != FallbackSight.UNASKED);
      case Fallback.On on -> on.confirmed() ? Optional.of(FallbackSight.RUNNING) : Optional.empty();
      case Fallback.Off _, Fallback.SwitchingOn _, Fallback.SwitchingOff _, Fallback.Unknown _ -> Optional.empty();
    };
  }

  private static Instant since(Fallback state) {
    return switch (state) {
      case Fallback.Failed f -> f.since();
      case Fallback.On on -> on.since();
      case Fallback.Off _, Fallback.SwitchingOn _, Fallback.SwitchingOff _, Fallback.Unknown _ -> Instant.MIN;
    };
  }

  private static List<String> attempt(FallbackState known, Now now, Words words) {
    if (known.last().isEmpty()) return List.of();
    FallbackState.Attempt a = known.last().get();
    List<String> lines = new ArrayList<>();
    lines.add(words.say(a.on() ? "ui.fallback.attempt.on" : "ui.fallback.attempt.off", when(a.order(), now, words),
        a.author(), a.reason()));
    if (!a.ticked().isEmpty()) lines.add(words.say("ui.fallback.attempt.ticked", String.join(" ; ", a.ticked())));
    for (FallbackState.Step step : a.steps())
      lines.add(words.say("ui.fallback.attempt.step", words.figures().clock(step.at()), words.say(step.what())));
    return lines;
  }

  private static String when(Instant at, Now now, Words words) {
    return words.figures().when(at, now.wall());
  }
}

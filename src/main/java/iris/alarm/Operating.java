package iris.alarm;

import iris.alarm.Steps.Event;
import iris.signal.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What operators do: done and said, or refused with the reason and the way out. */
final class Operating {
  static final Duration SILENCE = Duration.ofMinutes(10);
  private static final int COMMENTS = 20;
  private static final int WORDS = 1000;

  private Operating() {}

  static void act(Draft d, Act act) {
    int before = d.out.size();
    Optional<Reason> no = act.author().isBlank() ? no("alarm.refused.no-author")
        : d.rules.rights().refuses(act.author(), act.getClass()).or(() -> decide(d, act));
    d.out.add(before, no.<Transition>map(why -> new Transition.Refused(d.wall(), act, why))
        .orElseGet(() -> new Transition.Acted(d.wall(), act)));
  }

  private static Optional<Reason> decide(Draft d, Act act) {
    return switch (act) {
      case Act.Sign s -> sign(d, s);
      case Act.Acknowledge a -> with(d, a.alarm(), x -> acknowledge(d, x, a));
      case Act.Unacknowledge a -> with(d, a.alarm(), x -> unacknowledge(d, x));
      case Act.Comment c -> with(d, c.alarm(), x -> comment(d, x, c));
      case Act.Shelve s -> with(d, s.alarm(), x -> Shelving.shelve(d, x, s));
      case Act.Unshelve u -> with(d, u.alarm(), x -> unshelve(d, x));
      case Act.Reset r -> with(d, r.alarm(), x -> Resetting.reset(d, x));
      case Act.Silence s -> silence(d, s);
      case Act.Unsilence _ -> {
        d.silencedUntil = Optional.empty();
        d.silenceEnds = Optional.empty();
        yield Optional.empty();
      }
      case Act.Maintain m -> of(d, m.service(), s -> Maintaining.order(d, s, m));
      case Act.EndMaintenance m -> of(d, m.service(), s -> Maintaining.end(d, s));
      case Act.CancelMaintenance c -> of(d, c.service(), s -> Maintaining.cancel(d, s, c));
      case Act.OutOfService o -> of(d, o.service(), s -> outOfService(d, s, o));
      case Act.Note n -> Relieving.note(d, n);
      case Act.HandOver h -> Relieving.handOver(d, h);
      case Act.Checked c -> Relieving.checked(d, c);
      case Act.StartExercise e -> Exercising.start(d, e);
      case Act.StopExercise _ -> Exercising.stop(d);
      case Act.Classify c -> Classifying.classify(d, c);
      case Act.Unclassify u -> Classifying.unclassify(d, u);
      case Act.SetAside a -> of(d, a.service(), s -> Classifying.setAside(d, s, a));
      case Act.Contest c -> of(d, c.service(), s -> Contesting.contest(d, s, c));
      case Act.Uncontest c -> of(d, c.service(), s -> Contesting.uncontest(s));
      case Act.Fallback f -> Fallbacks.declare(d, f);
      case Act.SwitchFallback s -> Fallbacks.order(d, s);
      case Act.Configure _ -> Optional.empty();
    };
  }

  private static Optional<Reason> with(Draft d, AlarmKey key, java.util.function.Function<AlarmDraft, Optional<Reason>> then) {
    AlarmDraft a = d.alarms.get(key);
    return a == null || a.state == Lifecycle.NORMAL && a.shelf.isEmpty() ? no("alarm.refused.no-such-alarm") : then.apply(a);
  }

  private static Optional<Reason> of(Draft d, String key, java.util.function.Function<ServiceDraft, Optional<Reason>> then) {
    ServiceDraft s = d.services.get(key);
    return s == null ? no("alarm.refused.no-such-service", key) : then.apply(s);
  }

  private static Optional<Reason> no(String key, Object... args) {
    return Optional.of(Reason.of(key, args));
  }

  private static Optional<Reason> sign(Draft d, Act.Sign s) {
    String name = s.name().strip();
    if (name.isEmpty()) return no("alarm.refused.no-name");
    if (name.startsWith("@") || name.length() > Signed.LONGEST || name.chars().anyMatch(Character::isISOControl))
      return no("alarm.refused.odd-name", Signed.LONGEST);
    if (name.equals(s.author())) return no("alarm.refused.same-name", name);
    d.signed = name.equals(s.login()) ? Optional.empty() : Optional.of(new Signed(s.login(), name, d.wall()));
    return Optional.empty();
  }

  private static Optional<Reason> acknowledge(Draft d, AlarmDraft a, Act.Acknowledge act) {
    Steps.Say said = Alarming.act(d, a, Event.ACK, Reason.of("alarm.why.acknowledged", act.author()));
    if (said == Steps.Say.IGNORED) return no("alarm.refused.nothing-to-acknowledge");
    if (a.state != Lifecycle.NORMAL && a.ack.isEmpty())
      a.ack = Optional.of(new Alarm.Remark(d.wall(), act.author(), cut(act.reason())));
    if (a.state != Lifecycle.NORMAL) a.due = Telling.again(d, a, false).map(d.now.mono()::plus);
    return Optional.empty();
  }

  private static Optional<Reason> unacknowledge(Draft d, AlarmDraft a) {
    if (Alarming.act(d, a, Event.UNACK, Reason.of("alarm.why.unacknowledged")) == Steps.Say.IGNORED)
      return no("alarm.refused.nothing-to-unacknowledge");
    a.ack = Optional.empty();
    a.due = Telling.again(d, a, true).map(d.now.mono()::plus);
    return Optional.empty();
  }

  private static Optional<Reason> comment(Draft d, AlarmDraft a, Act.Comment c) {
    if (c.text().isBlank()) return no("alarm.refused.no-words");
    List<Alarm.Remark> all = new ArrayList<>(a.comments);
    all.add(new Alarm.Remark(d.wall(), c.author(), cut(c.text())));
    a.comments = List.copyOf(all.subList(Math.max(0, all.size() - COMMENTS), all.size()));
    return Optional.empty();
  }

  static String cut(String words) {
    return words.length() <= WORDS ? words : words.substring(0, WORDS);
  }

  private static Optional<Reason> unshelve(Draft d, AlarmDraft a) {
    if (a.shelf.isEmpty()) return no("alarm.refused.not-shelved");
    Shelving.end(d, a);
    return Optional.empty();
  }

  private static Optional<Reason> silence(Draft d, Act.Silence s) {
    if (s.time().isNegative() || s.time().isZero()) return no("alarm.refused.no-time");
    if (s.time().compareTo(SILENCE) > 0) return no("alarm.refused.silence-too-long", SILENCE);
    d.silencedUntil = Optional.of(d.wall().plus(s.time()));
    d.silenceEnds = Optional.of(d.now.mono().plus(s.time()));
    return Optional.empty();
  }

  private static Optional<Reason> outOfService(Draft d, ServiceDraft s, Act.OutOfService o) {
    if (o.out() && o.reason().isBlank()) return no("alarm.refused.no-reason");
    if (o.out() && o.until().filter(u -> !u.isAfter(d.wall())).isPresent()) return no("alarm.refused.no-time");
    if (!o.out() && s.outOfService.isEmpty()) return no("alarm.refused.in-service");
    s.outOfService = o.out()
        ? Optional.of(new Suppression(Suppression.Kind.OUT_OF_SERVICE, o.author(), o.reason(), d.wall(), o.until()))
        : Optional.empty();
    return Optional.empty();
  }
}

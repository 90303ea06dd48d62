package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Steps.Event;
import iris.signal.Incident;
import iris.signal.Priority;
import iris.signal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * People's rules over what feeds announce, before anything is judged by it. What the feed itself said is kept beside, so
 * that a rule taken back leaves no trace but its name.
 */
final class Classifying {
  private Classifying() {}

  /** What the incident is to us; a rule that has not judged it so before has hit once more. */
  static Incident judged(Draft d, ServiceDraft s, Incident told) {
    Incident i = d.rulings.judge(s.feed, told);
    Memory.Case known = s.cases.get(told.id());
    boolean again = known != null && known.incident().rule().equals(i.rule());
    if (!again) d.rulings.behind(i).ifPresent(rule -> d.rulings = d.rulings.with(rule.hit()));
    return i;
  }

  static Optional<Reason> classify(Draft d, Act.Classify act) {
    Criterion c = act.criterion();
    if (act.reason().isBlank()) return no("alarm.refused.no-reason");
    if (c.words().length() > Criterion.LONGEST) return no("alarm.refused.rule-too-long", Criterion.LONGEST);
    if (!c.sound()) return no("alarm.refused.rule-too-wide", Criterion.LEAST);
    if (c.feed().filter(f -> !d.feeds.containsKey(f)).isPresent()) return no("alarm.refused.no-such-feed", c.feed().get());
    Optional<Classification> same = d.rulings.standing().filter(r -> r.criterion().equals(c)).findFirst();
    if (same.isPresent()) return no("alarm.refused.rule-stands", same.get().id(), same.get().author());
    if (d.rulings.standing().count() >= Rulings.MOST) return no("alarm.refused.rules-too-many", Rulings.MOST);
    d.rulings = d.rulings.plus(new Classification("r" + d.rulings.next(), c, act.author(), Operating.cut(act.reason()),
        d.wall(), 0, Optional.empty()));
    again(d);
    return Optional.empty();
  }

  static Optional<Reason> unclassify(Draft d, Act.Unclassify act) {
    if (act.reason().isBlank()) return no("alarm.refused.no-reason");
    Optional<Classification> rule = d.rulings.find(act.rule()).filter(Classification::stands);
    if (rule.isEmpty()) return no("alarm.refused.no-such-rule", act.rule());
    Alarm.Remark by = new Alarm.Remark(d.wall(), act.author(), Operating.cut(act.reason()));
    d.rulings = d.rulings.with(rule.get().takenBack(by));
    again(d);
    return Optional.empty();
  }

  /** All that is remembered, judged anew: what is now something else is said, and raises or ends what it must. */
  private static void again(Draft d) {
    for (ServiceDraft s : List.copyOf(d.services.values())) {
      FeedDraft f = d.feeds.get(s.feed);
      if (f == null) continue;
      Map<String, Memory.Case> before = new LinkedHashMap<>(s.cases);
      for (Memory.Case c : before.values()) {
        Incident i = judged(d, s, c.told());
        if (i.equals(c.incident())) continue;
        s.cases.put(i.id(), new Memory.Case(i, c.held(), over(d, c, i), c.told(), Optional.empty()));
        d.say(Incidents.spoken(d, s, i, c.vanished(), c.told(), List.of()));
      }
      if (!before.equals(s.cases)) Witnesses.weigh(d, f, s, new Turn(before, false, List.of()));
    }
  }

  private static Optional<java.time.Instant> over(Draft d, Memory.Case c, Incident i) {
    if (i.open()) return c.held() ? Optional.empty() : c.done();
    return c.done().or(i::closed).or(() -> Optional.of(d.wall()));
  }

  /** No rule is made of it: it stops ringing, and is still not what a tile could be green with. */
  static Optional<Reason> setAside(Draft d, ServiceDraft s, Act.SetAside act) {
    if (act.reason().isBlank()) return no("alarm.refused.no-reason");
    Memory.Case c = s.cases.get(act.incident());
    if (c == null || !c.unclear()) return no("alarm.refused.nothing-to-classify");
    Alarm.Remark by = new Alarm.Remark(d.wall(), act.author(), Operating.cut(act.reason()));
    s.cases.put(act.incident(), new Memory.Case(c.incident(), c.held(), c.done(), c.told(), Optional.of(by)));
    if (!Witnesses.holds(s, Kind.TO_CLASSIFY) && !Witnesses.lost(d, s, Incident.Kind.UNCLASSIFIED))
      Alarming.hear(d, Kind.TO_CLASSIFY, s.key, Event.RECOVERED, Evidence.stated(d.wall(), Priority.P3,
          Reason.of("alarm.why.set-aside", act.author(), act.reason())));
    return Optional.empty();
  }

  /** Why an alarm ends or begins though its feed said nothing new: a person's rule, made or taken back. */
  static Optional<Reason> ruled(Draft d, Turn turn, Memory.Case c) {
    Memory.Case before = turn.before().get(c.incident().id());
    if (before == null || Objects.equals(before.incident().rule(), c.incident().rule())) return Optional.empty();
    Optional<Classification> now = d.rulings.behind(c.incident());
    if (now.isPresent())
      return now.map(r -> Reason.of("alarm.why.ruled", r.id(), r.author(), c.incident().title()));
    return d.rulings.behind(before.incident()).flatMap(r -> r.taken().map(t ->
        Reason.of("alarm.why.rule-taken-back", r.id(), t.author(), c.incident().title())));
  }

  private static Optional<Reason> no(String key, Object... args) {
    return Optional.of(Reason.of(key, args));
  }
}

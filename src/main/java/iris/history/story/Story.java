package iris.history.story;

import iris.alarm.AlarmKey;
import iris.alarm.Fallback;
import iris.alarm.Quote;
import iris.alarm.Shown;
import iris.alarm.Transition;
import iris.alarm.Transition.Kept.How;
import iris.signal.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An episode told from its beginning to its end, each fact once. Pure.
 *
 * @param lines by the time that is claimed for them; of one moment in the order in which they were known
 */
public record Story(Episode episode, List<Line> lines) {
  private static final Set<Shown> COVERED = EnumSet.of(Shown.MAINTENANCE, Shown.OUT_OF_SERVICE);
  private static final Comparator<Line> IN_TIME = Comparator.comparing(Line::at).thenComparing(Line::known);

  public Story {
    Objects.requireNonNull(episode);
    lines = List.copyOf(lines);
  }

  /** What is said of another episode of the same alarm is left out. */
  public static Story of(Chapter chapter) {
    Episode e = chapter.episode();
    Steps steps = Steps.of(chapter.transitions());
    List<Line> lines = new ArrayList<>(Figures.of(e, chapter.transitions()));
    Notices notices = new Notices(lines);
    Set<Object> quoted = new HashSet<>();
    boolean played = e.alarm().kind() == AlarmKey.Kind.EXERCISE;
    for (Transition t : chapter.transitions()) {
      // What was played is told nowhere but in its own story.
      if (t.played() && !played) continue;
      switch (t) {
        case Transition.Moved m when mine(e, m) && !steps.told(m) -> lines.add(new Line.Stepped(m.at(), m));
        case Transition.Moved _ -> {}
        case Transition.Told told -> {
          AlarmKey alarm = told.announcement().alarm();
          boolean other = !alarm.equals(e.alarm()) && alarm.subject().equals(e.alarm().subject());
          if (other || told.announcement().episode().equals(e.id()))
            lines.add(new Line.Announced(told.at(), told.announcement()));
        }
        case Transition.Answered a -> {
          if (a.answer().episode().equals(e.id())) notices.add(a);
        }
        case Transition.Spoken s -> quotes(e, s, quoted, lines);
        case Transition.Kept k -> {
          if (k.how() == How.LATE || k.how() == How.REVISION)
            lines.add(new Line.Revised(early(k.window().window().to(), k.at()), k.at(), k));
        }
        case Transition.Acted a when Mentions.belongs(a.act(), e) ->
            lines.add(new Line.Done(a.at(), a.act(), Optional.empty()));
        case Transition.Refused r when Mentions.belongs(r.act(), e) ->
            lines.add(new Line.Done(r.at(), r.act(), Optional.of(r.why())));
        case Transition.Acted _, Transition.Refused _ -> {}
        case Transition.Sight s -> lines.add(new Line.Sighted(s.at(), s));
        case Transition.Changed c -> {
          if (COVERED.contains(c.from()) || COVERED.contains(c.to())) lines.add(new Line.Covered(c.at(), c));
        }
        // That it was ordered or declared, the act tells.
        case Transition.Switched s when s.from().switching() || s.to() instanceof Fallback.Failed
            || s.to() instanceof Fallback.Unknown -> lines.add(new Line.Switched(s.at(), s));
        case Transition.Switched _ -> {}
        case Transition.Drifted f -> lines.add(new Line.Drifted(f.over() ? f.at() : early(f.drift().since(), f.at()), f.at(), f));
        case Transition.Noted n -> lines.add(new Line.Noted(n.at(), n.subject(), n.what()));
      }
    }
    lines.sort(IN_TIME);
    return new Story(e, lines);
  }

  /** Before its raise an alarm has no episode yet. */
  private static boolean mine(Episode e, Transition.Moved m) {
    return m.episode().equals(e.id())
        || m.episode().isBlank() && m.alarm().equals(e.alarm()) && !m.at().isAfter(e.raised());
  }

  /** What was over before any of this is another story, though it was first read with it. */
  private static void quotes(Episode e, Transition.Spoken s, Set<Object> quoted, List<Line> lines) {
    Incident i = s.incident();
    if (i.closed().map(over -> over.isBefore(Chapter.from(e))).orElse(false)) return;
    if (s.quotes().isEmpty())
      lines.add(new Line.Quoted(s.at(), s.at(), s.service(), i, Optional.empty(), !i.open(), s.vanished()));
    for (Quote q : s.quotes()) {
      // A page that rewrites an item leaves its date: the second word was not said at the time of the first.
      boolean fresh = quoted.add(List.of(q.guid(), q.published()));
      Instant at = q.published().filter(_ -> fresh).orElse(s.at());
      boolean last = q == s.quotes().getLast();
      lines.add(new Line.Quoted(early(at, s.at()), s.at(), s.service(), i, Optional.of(q), last && !i.open(), s.vanished()));
    }
  }

  /** Nothing is known before it happened, whatever a wrong clock says. */
  private static Instant early(Instant claimed, Instant known) {
    return claimed.isAfter(known) ? known : claimed;
  }
}

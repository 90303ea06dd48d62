package iris.history.keep;

import iris.alarm.Act;
import iris.alarm.Transition;
import iris.history.story.Mentions;
import iris.signal.Incident;
import iris.signal.Origin;
import java.nio.charset.StandardCharsets;

/**
 * A transition as a row: what a person looks for in columns, the whole of it as JSON in the last one, which alone is
 * read again.
 */
final class TransitionRows {
  private TransitionRows() {}

  /** @param json the transition as the journal keeps it */
  static Cells cells(Kind kind, Transition t, byte[] json) {
    Cells row = switch (t) {
      case Transition.Spoken s when kind == Kind.INCIDENTS -> incident(s);
      case Transition.Acted a when kind == Kind.ACTS -> act(a.act(), "yes");
      case Transition.Refused r when kind == Kind.ACTS -> act(r.act(), r.why().key());
      default -> new Cells(kind).set("about", Mentions.of(t)).set("what", t.getClass().getSimpleName());
    };
    return row.set("at", t.at()).set("whole", new String(json, StandardCharsets.UTF_8));
  }

  private static Cells incident(Transition.Spoken s) {
    Incident i = s.incident();
    String state = s.vanished() ? "vanished" : i.open() ? "open" : "closed";
    return new Cells(Kind.INCIDENTS).set("service", s.service()).set("incident", i.id()).set("kind", i.kind())
        .set("state", state).set("origin", i.origin().map(Origin::wire)).set("party", i.party())
        .set("opened", i.opened()).set("closed", i.closed()).set("title", i.title());
  }

  /** @param taken yes, or the reason why not */
  private static Cells act(Act act, String taken) {
    return new Cells(Kind.ACTS).set("about", Mentions.of(act)).set("act", act.getClass().getSimpleName())
        .set("author", act.author()).set("taken", taken);
  }

  static byte[] whole(Cells row) throws Unreadably {
    return row.must("whole").getBytes(StandardCharsets.UTF_8);
  }
}

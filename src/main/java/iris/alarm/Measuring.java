package iris.alarm;

import iris.signal.Reason;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A window's figures against the limits of its service, in the order in which {@link Judging} asks. */
final class Measuring {
  private Measuring() {}

  static List<Reason> of(Judged j, Rules.ServiceRules rules) {
    Window w = j.window();
    List<Reason> say = new ArrayList<>();
    if (j.verdict() == Verdict.MAINTENANCE) say.add(Reason.of("alarm.proof.maintenance"));
    if (w.state() != Verdict.UP) say.add(Reason.of("alarm.proof.said." + w.state()));
    if (w.total() == 0) say.add(Reason.of("alarm.proof.no-traffic"));
    else say.add(ratio(w, rules));
    rules.p95Limit().filter(_ -> w.transaction().p95() >= 0).ifPresent(limit -> say.add(p95(w, limit)));
    boolean up = Judging.verdict(w, rules) == Verdict.UP;
    if (up && !Judging.clearlyGood(w, rules)) say.add(Reason.of("alarm.proof.in-band"));
    if (j.late()) say.add(Reason.of("alarm.proof.late"));
    return say;
  }

  private static Reason ratio(Window w, Rules.ServiceRules rules) {
    boolean down = w.ratio() < rules.downBelow();
    boolean low = w.ratio() < rules.ratioLimit();
    return Reason.of(down ? "alarm.proof.below-down" : low ? "alarm.proof.below-limit" : "alarm.proof.above",
        w.ratio(), down ? rules.downBelow() : rules.ratioLimit(), w.failed(), w.total());
  }

  private static Reason p95(Window w, Duration limit) {
    boolean over = w.transaction().p95() > limit.toMillis();
    return Reason.of(over ? "alarm.proof.p95-over" : "alarm.proof.p95-within", w.transaction().p95(), limit.toMillis());
  }
}

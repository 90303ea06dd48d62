package iris.alarm;

import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Reason;
import iris.signal.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** The newest window beside what is usual for its hour, figure by figure: for the receipt. */
final class Comparing {
  private Comparing() {}

  static List<Reason> of(ServiceDraft s) {
    Optional<Window> window = s.newest().map(Judged::window);
    Optional<Norm> norm = window.flatMap(w -> Drifting.norm(s, w.from()));
    if (norm.isEmpty()) return List.of();
    if (norm.get().usual().isEmpty())
      return List.of(Reason.of("alarm.usual.too-little", norm.get().weeks(), Norm.FEWEST, day(norm.get()), norm.get().hour()));
    List<Reason> say = new ArrayList<>();
    s.drift.ifPresent(drift -> say.add(drift.sentence()));
    for (Measure m : norm.get().usual().keySet()) {
      OptionalDouble value = m.of(window.get(), s.service);
      if (value.isPresent()) say.add(compare(m, value.getAsDouble(), norm.get()));
    }
    return say;
  }

  private static Reason compare(Measure m, double value, Norm norm) {
    Norm.Usual usual = Objects.requireNonNull(norm.usual().get(m));
    boolean share = m == Measure.FAILURES;
    String key = "alarm.usual." + m + (Beyond.CHOSEN.reach(m, value, usual) > 1 ? ".beyond" : "");
    return Reason.of(key, figure(value, share), figure(usual.middle(), share), figure(usual.spread(), share), norm.weeks(),
        day(norm), norm.hour());
  }

  private static Object figure(double value, boolean share) {
    return share ? (Object) value : (Object) Math.round(value);
  }

  private static String day(Norm norm) {
    return "alarm.weekday." + norm.day();
  }
}

package iris.history;

import iris.history.years.Tally;
import iris.signal.Origin;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A {@link Sum} as the bytes of its row: a hundred or so, read a year at once. */
final class SumBytes {
  /** In this order for ever. */
  private static final List<Origin> ORIGINS = List.of(Origin.PROVIDER, Origin.EXTERNAL, Origin.NETWORK, Origin.UNKNOWN);
  private static final int STEPS = 100_000;

  private SumBytes() {}

  static byte[] of(Sum sum, Phrases phrases) throws SQLException {
    Packing out = new Packing().number(sum.windows);
    tally(out, sum.plain);
    tally(out, sum.works);
    out.number(sum.total).number(sum.failed).number(sum.failures.size());
    sum.failures.forEach((origin, n) -> out.number(ORIGINS.indexOf(origin)).number(n));
    out.number(sum.parts.size());
    for (Map.Entry<String, Part> e : sum.parts.entrySet()) {
      phrases.put(out, e.getKey());
      part(out, e.getValue());
    }
    out.number(sum.p95s.size());
    int before = 0;
    for (Map.Entry<Integer, Integer> e : sum.p95s.entrySet()) {
      out.number(e.getKey() - before).number(e.getValue());
      before = e.getKey();
    }
    return out.done();
  }

  private static void tally(Packing out, Tally t) {
    out.number(t.up()).number(t.degraded()).number(t.down()).number(t.unknown());
    if (t.known() == 0) return;
    out.decimal(t.good()).number(t.lost().size());
    for (Origin origin : ORIGINS)
      if (t.lost().containsKey(origin)) out.number(ORIGINS.indexOf(origin)).decimal(t.lost().get(origin));
  }

  private static void part(Packing out, Part p) {
    out.number(p.counted()).decimal(p.sum()).number(p.max());
    three(out, p.worst());
    out.number(p.traffic()).number(p.carried());
    if (p.whole()) three(out, p.merged());
  }

  private static void three(Packing out, Part.Three t) {
    out.number(t.p50()).number(t.p95()).number(t.p99());
  }

  static Sum sum(byte[] bytes, Phrases phrases) throws SQLException {
    Unpacking in = new Unpacking(bytes);
    Sum sum = new Sum();
    sum.windows = in.count(Integer.MAX_VALUE);
    sum.plain = tally(in);
    sum.works = tally(in);
    sum.total = in.number();
    sum.failed = in.number();
    for (int left = in.count(ORIGINS.size()); left > 0; left--)
      sum.failures.put(ORIGINS.get(in.count(ORIGINS.size() - 1)), in.number());
    for (int left = in.size(); left > 0; left--) sum.parts.put(phrases.get(in), part(in));
    int step = 0;
    for (int left = in.size(); left > 0; left--) {
      step += in.count(STEPS);
      sum.p95s.put(step, in.count(Integer.MAX_VALUE));
    }
    return sum;
  }

  private static Tally tally(Unpacking in) {
    long up = in.number();
    long degraded = in.number();
    long down = in.number();
    long unknown = in.number();
    if (up + degraded + down == 0) return new Tally(0, 0, 0, 0, unknown);
    double good = in.decimal();
    Map<Origin, Double> lost = new EnumMap<>(Origin.class);
    for (int left = in.count(ORIGINS.size()); left > 0; left--)
      lost.put(ORIGINS.get(in.count(ORIGINS.size() - 1)), in.decimal());
    return new Tally(good, up, degraded, down, unknown, lost);
  }

  private static Part part(Unpacking in) {
    Part p = new Part(in.number(), in.decimal(), in.number(), three(in), in.number(), in.number(), Part.Three.NONE);
    return p.whole() ? p.with(three(in)) : p;
  }

  private static Part.Three three(Unpacking in) {
    return new Part.Three(in.number(), in.number(), in.number());
  }
}

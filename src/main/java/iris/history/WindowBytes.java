package iris.history;

import iris.alarm.Judged;
import iris.alarm.ServiceState;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The windows of one service in a snapshot, each by what differs from the one before. Instants are numbers and words are
 * what they share with those before them: a machine that has just been started reads a hundred thousand of them.
 */
final class WindowBytes {
  private static final int OTHER_KEY = 1;
  private static final int OTHER_STATE = 2;
  private static final int LATE = 4;
  private static final int NANOS = 8;
  private static final int PUBLISHED = 16;
  private static final int TIMES = 32;
  private static final int MORE = 64;
  private static final int ALL = 127;

  private WindowBytes() {}

  static void put(Packing out, ServiceState of) {
    out.number(of.windows().size());
    long before = 0;
    String service = of.key();
    String guid = "";
    for (Map.Entry<Instant, Judged> e : of.windows().entrySet()) {
      Judged j = e.getValue();
      Window w = j.window();
      out.number(flags(e.getKey(), j));
      if (!e.getKey().equals(w.from())) instant(out, e.getKey());
      out.number(w.from().getEpochSecond() - before).number(w.to().getEpochSecond() - w.from().getEpochSecond());
      if (w.from().getNano() != 0 || w.to().getNano() != 0) out.number(w.from().getNano()).number(w.to().getNano());
      before = w.from().getEpochSecond();
      out.number(Remainder.VERDICTS.indexOf(j.verdict()));
      if (w.state() != j.verdict()) out.number(Remainder.VERDICTS.indexOf(w.state()));
      out.number(w.total()).number(w.failed());
      if (!w.transaction().isNone()) times(out, w.transaction());
      if (j.published().isPresent()) {
        Instant at = j.published().get();
        out.number(at.getEpochSecond() - w.to().getEpochSecond()).number(at.getNano());
      }
      out.like(service, w.service()).like(guid, j.guid()).like(j.guid(), j.revision());
      if (more(w)) more(out, w);
      service = w.service();
      guid = j.guid();
    }
  }

  private static int flags(Instant key, Judged j) {
    Window w = j.window();
    return (key.equals(w.from()) ? 0 : OTHER_KEY) | (w.state() == j.verdict() ? 0 : OTHER_STATE) | (j.late() ? LATE : 0)
        | (w.from().getNano() == 0 && w.to().getNano() == 0 ? 0 : NANOS) | (j.published().isPresent() ? PUBLISHED : 0)
        | (w.transaction().isNone() ? 0 : TIMES) | (more(w) ? MORE : 0);
  }

  private static boolean more(Window w) {
    return !w.failures().isEmpty() || !w.responses().isEmpty() || !w.histograms().isEmpty();
  }

  private static void more(Packing out, Window w) {
    out.number(w.failures().size());
    for (Origin origin : Remainder.ORIGINS) {
      Long failed = w.failures().get(origin);
      if (failed != null) out.number(Remainder.ORIGINS.indexOf(origin)).number(failed);
    }
    out.number(w.responses().size());
    for (Window.Response r : w.responses()) times(out.text(r.party()), r.timing());
    out.number(w.histograms().size());
    for (Window.Histogram h : w.histograms()) out.text(h.of()).text(h.party()).text(h.encoding()).text(h.data());
  }

  private static void times(Packing out, Timing t) {
    out.number(t.mean()).number(t.p50()).number(t.p95()).number(t.p99()).number(t.max());
  }

  private static void instant(Packing out, Instant at) {
    out.number(at.getEpochSecond()).number(at.getNano());
  }

  /** @throws IllegalArgumentException for anything but what {@link #put} wrote */
  static NavigableMap<Instant, Judged> get(Unpacking in, ServiceState of) {
    try {
      return read(in, of.key());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("an instant that is none", e);
    }
  }

  private static NavigableMap<Instant, Judged> read(Unpacking in, String key) {
    NavigableMap<Instant, Judged> all = new TreeMap<>();
    long before = 0;
    String service = key;
    String guid = "";
    for (int left = in.size(); left > 0; left--) {
      int flags = in.count(ALL);
      Optional<Instant> start = (flags & OTHER_KEY) == 0 ? Optional.empty() : Optional.of(instant(in, in.number()));
      before = Math.addExact(before, in.number());
      long end = Math.addExact(before, in.number());
      boolean nanos = (flags & NANOS) != 0;
      Instant from = Instant.ofEpochSecond(before, nanos ? nano(in) : 0);
      Instant to = Instant.ofEpochSecond(end, nanos ? nano(in) : 0);
      Verdict verdict = verdict(in);
      Verdict state = (flags & OTHER_STATE) == 0 ? verdict : verdict(in);
      long total = in.number();
      long failed = in.number();
      Timing times = (flags & TIMES) == 0 ? Timing.NONE : times(in);
      Optional<Instant> published = (flags & PUBLISHED) == 0 ? Optional.empty()
          : Optional.of(instant(in, Math.addExact(end, in.number())));
      service = in.like(service);
      guid = in.like(guid);
      String revision = in.like(guid);
      boolean more = (flags & MORE) != 0;
      Window window = new Window(service, from, to, state, total, failed, more ? failures(in) : Map.of(), times,
          more ? responses(in) : List.of(), more ? histograms(in) : List.of());
      all.put(start.orElse(from), new Judged(window, verdict, (flags & LATE) != 0, guid, revision, published));
    }
    return all;
  }

  private static Verdict verdict(Unpacking in) {
    return Remainder.VERDICTS.get(in.count(Remainder.VERDICTS.size() - 1));
  }

  private static Instant instant(Unpacking in, long second) {
    return Instant.ofEpochSecond(second, nano(in));
  }

  private static int nano(Unpacking in) {
    return in.count(999_999_999);
  }

  private static Timing times(Unpacking in) {
    return new Timing(in.number(), in.number(), in.number(), in.number(), in.number());
  }

  private static Map<Origin, Long> failures(Unpacking in) {
    Map<Origin, Long> all = new EnumMap<>(Origin.class);
    for (int left = in.count(Remainder.ORIGINS.size()); left > 0; left--)
      all.put(Remainder.ORIGINS.get(in.count(Remainder.ORIGINS.size() - 1)), in.number());
    return all;
  }

  private static List<Window.Response> responses(Unpacking in) {
    List<Window.Response> all = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) all.add(new Window.Response(in.text(), times(in)));
    return all;
  }

  private static List<Window.Histogram> histograms(Unpacking in) {
    List<Window.Histogram> all = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) all.add(new Window.Histogram(in.text(), in.text(), in.text(), in.text()));
    return all;
  }
}

package iris.history.keep;

import com.fasterxml.jackson.annotation.JsonInclude;
import iris.alarm.Judged;
import iris.alarm.Transition;
import iris.alarm.Transition.Kept.How;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.store.Records;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A window as a row and back, nothing lost. */
final class WindowRows {
  private static final JsonMapper JSON = Records.of(List.of())
      .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
      .build();

  private static final String LATE = "yes";

  private WindowRows() {}

  /** A party's share of the times; null: not given. */
  private record Share(
      String party, @Nullable Long mean, @Nullable Long p50, @Nullable Long p95, @Nullable Long p99,
      @Nullable Long max) {
    static Share of(Window.Response r) {
      Timing t = r.timing();
      return new Share(r.party(), given(t.mean()), given(t.p50()), given(t.p95()), given(t.p99()), given(t.max()));
    }

    private static @Nullable Long given(long time) {
      return time == Timing.ABSENT ? null : (Long) time;
    }

    Window.Response response() {
      return new Window.Response(party, new Timing(time(mean), time(p50), time(p95), time(p99), time(max)));
    }

    private static long time(@Nullable Long given) {
      return given == null ? Timing.ABSENT : given;
    }
  }

  static Cells cells(Transition.Kept kept) {
    Window w = kept.window().window();
    Cells row = new Cells(Kind.WINDOWS);
    row.set("service", kept.service());
    if (!w.service().equals(kept.service())) row.set("id", w.service());
    row.set("from", w.from()).set("to", w.to()).set("verdict", kept.window().verdict()).set("said", w.state())
        .set("how", kept.how()).set("total", w.total()).set("failed", w.failed());
    if (kept.window().late()) row.set("late", LATE);
    w.failures().forEach((origin, n) -> row.set(origin.wire(), n.longValue()));
    Timing t = w.transaction();
    row.set("mean", t.mean()).set("p50", t.p50()).set("p95", t.p95()).set("p99", t.p99()).set("max", t.max());
    if (!w.responses().isEmpty())
      row.set("responses", JSON.writeValueAsString(w.responses().stream().map(Share::of).toList()));
    if (!w.histograms().isEmpty()) row.set("histograms", JSON.writeValueAsString(w.histograms()));
    return row.set("published", kept.window().published()).set("read", kept.at()).set("guid", kept.window().guid())
        .set("revision", kept.window().revision());
  }

  static Transition.Kept kept(Cells row) throws Unreadably {
    String service = row.must("service");
    Map<Origin, Long> failures = new EnumMap<>(Origin.class);
    for (Origin origin : Origin.values())
      if (!row.get(origin.wire()).isEmpty()) failures.put(origin, row.count(origin.wire()));
    Timing times =
        new Timing(time(row, "mean"), time(row, "p50"), time(row, "p95"), time(row, "p99"), time(row, "max"));
    try {
      Window w = new Window(row.get("id").isEmpty() ? service : row.get("id"), row.time("from"), row.time("to"),
          row.one("said", Verdict.class), row.count("total"), row.count("failed"), failures, times,
          list(row, "responses", Share[].class).map(Share::response).toList(),
          list(row, "histograms", Window.Histogram[].class).toList());
      Judged judged = new Judged(w, row.one("verdict", Verdict.class), row.get("late").equals(LATE),
          row.get("guid"), row.get("revision"), row.timeIfAny("published"));
      return new Transition.Kept(row.time("read"), service, judged, row.one("how", How.class));
    } catch (IllegalArgumentException e) {
      throw new Unreadably("history.keep.line.contradiction", String.valueOf(e.getMessage()));
    }
  }

  private static long time(Cells row, String name) throws Unreadably {
    return row.countIfAny(name, Timing.ABSENT);
  }

  private static <T> Stream<T> list(Cells row, String name, Class<T[]> type) throws Unreadably {
    if (row.get(name).isEmpty()) return Stream.empty();
    try {
      return Arrays.stream(JSON.readValue(row.get(name), type));
    } catch (JacksonException e) {
      throw new Unreadably("history.keep.line.cell", name);
    }
  }
}

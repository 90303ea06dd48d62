package iris.history;

import iris.alarm.Judged;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a window has no column of its own, in one small blob: failures by origin, responses, the guid and the
 * revision by what can be foreseen of them, and whatever is unusual.
 */
record Remainder(
    String service,
    Verdict state,
    boolean late,
    int fromNanos,
    int toNanos,
    Map<Origin, Long> failures,
    List<Window.Response> responses,
    String guid,
    String revision) {
  /** In this order for ever. */
  static final List<Verdict> VERDICTS =
      List.of(Verdict.UP, Verdict.DEGRADED, Verdict.DOWN, Verdict.UNKNOWN, Verdict.MAINTENANCE);

  /** The same of these. */
  static final List<Origin> ORIGINS = List.of(Origin.PROVIDER, Origin.EXTERNAL, Origin.NETWORK, Origin.UNKNOWN);
  /** Where the instant of the window stood in its guid. */
  private static final String INSTANT = "\u0001";

  private static final int OTHER_SERVICE = 1;
  private static final int OTHER_STATE = 2;
  private static final int LATE = 4;
  private static final int NANOS = 8;
  private static final int FREE_GUID = 16;
  private static final int FREE_REVISION = 32;

  static Remainder of(Judged j) {
    Window w = j.window();
    return new Remainder(w.service(), w.state(), j.late(), w.from().getNano(), w.to().getNano(), w.failures(),
        w.responses(), j.guid(), j.revision());
  }

  /** @param key the service's, {@code verdict} ours: what is the same is not said again */
  byte[] bytes(String key, Verdict verdict, Instant from, Optional<Instant> published, Phrases phrases) throws SQLException {
    String start = from.toString();
    boolean foreseen = guid.contains(start) && !guid.contains(INSTANT);
    Optional<Long> hash = hash(published);
    boolean nanos = fromNanos != 0 || toNanos != 0;
    Packing out = new Packing().number((service.equals(key) ? 0 : OTHER_SERVICE) | (state == verdict ? 0 : OTHER_STATE)
        | (late ? LATE : 0) | (nanos ? NANOS : 0) | (foreseen ? 0 : FREE_GUID) | (hash.isPresent() ? 0 : FREE_REVISION));
    if (!service.equals(key)) phrases.put(out, service);
    if (state != verdict) out.number(VERDICTS.indexOf(state));
    if (nanos) out.number(fromNanos).number(toNanos);
    if (foreseen) phrases.put(out, guid.replace(start, INSTANT));
    else out.text(guid);
    if (hash.isPresent()) out.whole(hash.get());
    else out.text(revision);
    out.number(failures.size());
    for (Origin origin : ORIGINS)
      if (failures.containsKey(origin)) out.number(ORIGINS.indexOf(origin)).number(failures.get(origin));
    out.number(responses.size());
    for (Window.Response r : responses) {
      phrases.put(out, r.party());
      Timing t = r.timing();
      out.number(t.mean()).number(t.p50()).number(t.p95()).number(t.p99()).number(t.max());
    }
    return out.done();
  }

  static Remainder get(byte[] bytes, String key, Verdict verdict, Instant second, Optional<Instant> published,
      Phrases phrases) throws SQLException {
    Unpacking in = new Unpacking(bytes);
    int flags = in.count(63);
    String service = (flags & OTHER_SERVICE) == 0 ? key : phrases.get(in);
    Verdict state = (flags & OTHER_STATE) == 0 ? verdict : VERDICTS.get(in.count(VERDICTS.size() - 1));
    int fromNanos = (flags & NANOS) == 0 ? 0 : in.count(999_999_999);
    int toNanos = (flags & NANOS) == 0 ? 0 : in.count(999_999_999);
    String guid = (flags & FREE_GUID) != 0 ? in.text()
        : phrases.get(in).replace(INSTANT, second.plusNanos(fromNanos).toString());
    String revision = (flags & FREE_REVISION) != 0 ? in.text()
        : before(guid, published) + Long.toHexString(in.whole());
    Map<Origin, Long> failures = new EnumMap<>(Origin.class);
    for (int left = in.count(ORIGINS.size()); left > 0; left--)
      failures.put(ORIGINS.get(in.count(ORIGINS.size() - 1)), in.number());
    List<Window.Response> responses = new ArrayList<>();
    for (int left = in.size(); left > 0; left--)
      responses.add(new Window.Response(phrases.get(in),
          new Timing(in.number(), in.number(), in.number(), in.number(), in.number())));
    return new Remainder(service, state, (flags & LATE) != 0, fromNanos, toNanos, failures, responses, guid, revision);
  }

  /** The hash at the end of a revision that begins as those of feeds do: with its guid and when it was published. */
  private Optional<Long> hash(Optional<Instant> published) {
    String before = before(guid, published);
    if (!revision.startsWith(before)) return Optional.empty();
    String end = revision.substring(before.length());
    try {
      long hash = Long.parseUnsignedLong(end, 16);
      return Long.toHexString(hash).equals(end) ? Optional.of(hash) : Optional.empty();
    } catch (NumberFormatException another) {
      return Optional.empty();
    }
  }

  private static String before(String guid, Optional<Instant> published) {
    return guid + '|' + published.map(at -> Long.toString(at.getEpochSecond())).orElse("-") + '|';
  }
}

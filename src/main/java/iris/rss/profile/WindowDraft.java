package iris.rss.profile;

import iris.signal.Body;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code iris:window}. Must have service, from, to, state; transactions, where given, must be whole. */
final class WindowDraft extends BodyDraft {
  private static final Names ATTRIBUTES = new Names("service", "from", "to", "state");
  private static final Names CHILDREN =
      new Names("transactions", "failures", "transactionTime", "responseTime", "histogram");
  private static final int HISTOGRAM = 4;
  private static final Names TRANSACTIONS = new Names("total", "failed");
  private static final Names FAILURES = new Names("origin", "count");
  private final TimesDraft times;
  private static final Origin[] ORIGINS = Origin.values();
  private final long[] failures = new long[ORIGINS.length];
  private @Nullable String service;
  private @Nullable Instant from;
  private @Nullable Instant to;
  private @Nullable Verdict state;
  private int place;
  private boolean counted;
  private long total;
  private long failed;

  WindowDraft(Findings findings) {
    super("window", findings);
    times = new TimesDraft(findings);
  }

  @Override
  void reset() {
    service = null;
    from = null;
    to = null;
    state = null;
    place = Names.UNKNOWN;
    counted = false;
    total = 0;
    failed = 0;
    Arrays.fill(failures, 0);
    times.reset();
  }

  @Override
  Names names() {
    return ATTRIBUTES;
  }

  @Override
  void attribute(int name, Attributes a, int i) {
    switch (name) {
      case 0 -> service = id(a, i);
      case 1 -> from = instant(a, i);
      case 2 -> to = instant(a, i);
      case 3 -> state = word(a, i, WindowDraft::state);
      default -> {}
    }
  }

  private static @Nullable Verdict state(String word) {
    return switch (word) {
      case "up" -> Verdict.UP;
      case "degraded" -> Verdict.DEGRADED;
      case "down" -> Verdict.DOWN;
      case "unknown" -> Verdict.UNKNOWN;
      default -> null;
    };
  }

  @Override
  boolean child(String name, Attributes a) {
    place = CHILDREN.find(name, place + 1);
    switch (place) {
      case 0 -> transactions(a);
      case 1 -> failures(a);
      case 2 -> times.transaction(a);
      case 3 -> times.response(a);
      case 4 -> times.histogram(a);
      default -> {}
    }
    return place == HISTOGRAM;
  }

  private void transactions(Attributes a) {
    counted = true;
    total = Attributes.NONE;
    failed = Attributes.NONE;
    for (int i = 0, n = a.count(); i < n; i++) {
      switch (TRANSACTIONS.find(a.name(i), i)) {
        case 0 -> total = number(a, i);
        case 1 -> failed = number(a, i);
        default -> {}
      }
    }
    // Of none, none failed: a window without traffic is often written so.
    if (total == 0 && failed == Attributes.NONE) failed = 0;
  }

  private void failures(Attributes a) {
    Origin origin = Origin.UNKNOWN;
    long count = Attributes.NONE;
    for (int i = 0, n = a.count(); i < n; i++) {
      switch (FAILURES.find(a.name(i), i)) {
        case 0 -> origin = origin(a, i);
        case 1 -> count = number(a, i);
        default -> {}
      }
    }
    if (count == Attributes.NONE) findings.warnHere("rss.profile.left-out", "failures", "count");
    else failures[origin.ordinal()] += count;
  }

  @Override
  void text(String text) {
    times.text(text);
  }

  @Override
  @Nullable Body finish(ItemDraft item) {
    if (service == null || service.isEmpty()) return lacks("service");
    if (from == null) return lacks("from");
    if (to == null) return lacks("to");
    if (state == null) return lacks("state");
    if (!from.isBefore(to)) return contradicts("from, to");
    if (!counted) findings.warning(item.line(), "rss.profile.uncounted");
    if (total < 0) return lacks("transactions total");
    if (failed < 0) return lacks("transactions failed");
    if (failed > total) return contradicts("total, failed");
    if (sum() > failed) findings.warning(item.line(), "rss.profile.failures-exceed", sum(), failed);
    return new Window(service, from, to, state, total, failed, byOrigin(), times.transaction(), times.responses(),
        times.histograms());
  }

  private long sum() {
    long sum = 0;
    for (long count : failures) sum += count;
    return sum;
  }

  /** Maps of one and two entries without the copy that the record would else make. */
  private Map<Origin, Long> byOrigin() {
    Origin first = null;
    Origin second = null;
    int more = 0;
    for (int i = 0; i < failures.length; i++) {
      if (failures[i] == 0) continue;
      if (first == null) first = ORIGINS[i];
      else if (second == null) second = ORIGINS[i];
      else more++;
    }
    if (first == null) return Map.of();
    if (second == null) return Map.of(first, failures[first.ordinal()]);
    if (more == 0) return Map.of(first, failures[first.ordinal()], second, failures[second.ordinal()]);
    Map<Origin, Long> all = new EnumMap<>(Origin.class);
    for (Origin origin : ORIGINS) if (failures[origin.ordinal()] > 0) all.put(origin, failures[origin.ordinal()]);
    return all;
  }
}

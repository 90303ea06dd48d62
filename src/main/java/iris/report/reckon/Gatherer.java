package iris.report.reckon;

import iris.history.contract.Account;
import iris.history.contract.Availability;
import iris.history.contract.Cause;
import iris.history.contract.Counts;
import iris.history.contract.Outage;
import iris.history.contract.Outages;
import iris.history.contract.Outages.Basis;
import iris.history.contract.Percentiles;
import iris.history.contract.Period;
import iris.history.contract.Punctuality;
import iris.history.contract.Response;
import iris.history.years.Afterwards;
import iris.history.years.Times;
import iris.report.Figure;
import iris.report.Unit;
import iris.signal.Origin;
import iris.signal.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** An account to figures: the same ones of any period, so that two can stand side by side. Pure. */
final class Gatherer {
  private final Period period;
  private final List<Figure> figures = new ArrayList<>();

  private Gatherer(Period period) {
    this.period = period;
  }

  static List<Figure> of(Account account, Period period) {
    Gatherer gatherer = new Gatherer(period);
    Counts counts = account.counts();
    gatherer.availability(account.availability());
    gatherer.time(counts);
    gatherer.outages(account.outages(Basis.WINDOWS));
    gatherer.responses(account.response());
    gatherer.origins(account, counts);
    gatherer.punctuality(account.punctuality());
    gatherer.afterwards(account.facts().afterwards());
    return gatherer.figures;
  }

  private void add(String key, String about, Unit unit, OptionalDouble value, Optional<Reason> note) {
    figures.add(new Figure(key, period.from(), period.to(), about, value, unit, note));
  }

  private void add(String key, Unit unit, OptionalDouble value) {
    add(key, "", unit, value, Optional.empty());
  }

  private void add(String key, Unit unit, double value) {
    add(key, unit, OptionalDouble.of(value));
  }

  private void availability(Availability v) {
    add("target", Unit.SHARE, v.target());
    add("availability.known", Unit.SHARE, v.value());
    add("availability.coverage", Unit.SHARE, v.coverage());
    add("availability.low", Unit.SHARE, v.low());
    add("availability.high", Unit.SHARE, v.high());
    add("budget", Unit.TIME, v.budget() * 60);
    add("budget.used", Unit.TIME, v.used() * 60);
    add("budget.worst", Unit.TIME, v.worst() * 60);
    add("budget.left", Unit.TIME, v.left() * 60);
    add("burn", Unit.INDEX, v.burn());
  }

  private void time(Counts counts) {
    add("time.promised", Unit.TIME, counts.counted());
    add("time.known", Unit.TIME, counts.known());
    add("time.unmeasured", Unit.TIME, counts.unknown());
    for (Map.Entry<Cause, Long> e : counts.unmeasured().entrySet())
      if (e.getValue() > 0)
        add("time.unmeasured", e.getKey().name(), Unit.TIME, OptionalDouble.of(e.getValue()), Optional.empty());
    add("time.maintenance", Unit.TIME, counts.maintenance());
  }

  private void outages(Outages o) {
    add("outages.count", Unit.COUNT, o.count());
    add("outages.longest", Unit.TIME, o.longest().map(Outage::known).orElse(0L));
    if (o.count() == 0) return;
    add("outages.repair", Unit.TIME, minutes(o.repair()));
    add("outages.repair-most", Unit.TIME, minutes(o.repairAtMost()));
    add("outages.between", Unit.TIME, minutes(o.between()));
  }

  private static OptionalDouble minutes(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * 60) : value;
  }

  private void responses(Response r) {
    add("traffic.total", Unit.COUNT, r.total());
    add("traffic.failed", Unit.COUNT, r.failed());
    times(r.whole(), "");
    switch (r.percentiles()) {
      case Percentiles.Merged(long p50, long p95, long p99, long count) -> {
        Optional<Reason> of = Optional.of(Reason.of("report.note.merged", count));
        add("response.p50", "", Unit.MILLIS, OptionalDouble.of(p50), of);
        add("response.p95", "", Unit.MILLIS, OptionalDouble.of(p95), of);
        add("response.p99", "", Unit.MILLIS, OptionalDouble.of(p99), of);
      }
      case Percentiles.OfWindows w -> {
        windows("response.p95-worst", OptionalLong.of(w.worst95()));
        windows("response.p99-worst", OptionalLong.of(w.worst99()));
        windows("response.p95-median", w.median95());
        if (w.within().isPresent()) add("response.within", Unit.SHARE, w.within());
      }
      case Percentiles.None none -> {
        // Nothing is said of what nobody knows; the mean may be there all the same.
      }
    }
    r.apdex().ifPresent(apdex -> add("apdex", Unit.INDEX, apdex.value()));
    r.parties().forEach((party, t) -> times(t, party));
  }

  private void windows(String key, OptionalLong ms) {
    if (ms.isPresent() && ms.getAsLong() >= 0)
      add(key, "", Unit.MILLIS, OptionalDouble.of(ms.getAsLong()), Optional.of(Reason.of("report.note.windows")));
  }

  private void times(Times t, String about) {
    if (t.mean().isPresent()) add("response.mean", about, Unit.MILLIS, t.mean(), Optional.empty());
    if (t.max() >= 0) add("response.max", about, Unit.MILLIS, OptionalDouble.of(t.max()), Optional.empty());
  }

  private void origins(Account account, Counts counts) {
    Map<Origin, Long> failures = account.response().failures();
    for (Origin origin : Origin.values()) {
      double lost = counts.lost(origin);
      long failed = failures.getOrDefault(origin, 0L);
      if (lost < 0.5 && failed == 0) continue;
      boolean against = account.contract().against().contains(origin);
      add("lost", origin.wire(), Unit.TIME, OptionalDouble.of(lost),
          Optional.of(Reason.of(against ? "report.note.counts" : "report.note.excused")));
      add("traffic.failed", origin.wire(), Unit.COUNT, OptionalDouble.of(failed), Optional.empty());
    }
  }

  private void punctuality(Punctuality p) {
    if (p.cases().isEmpty()) return;
    add("punctuality.cases", Unit.COUNT, p.cases().size());
    span("punctuality.until-notice", p.untilNotice());
    span("punctuality.until-read", p.untilRead());
    span("punctuality.until-return", p.untilReturn());
    add("punctuality.never-announced", Unit.COUNT, p.neverAnnounced());
    add("punctuality.without-effect", Unit.COUNT, p.withoutEffect());
    add("punctuality.never-returned", Unit.COUNT, p.recoveriesNeverAnnounced());
    add("punctuality.unmeasured", Unit.TIME, p.unmeasured().toSeconds());
  }

  /** None: a report that was made when the period was over says the same. */
  private void afterwards(Afterwards a) {
    add("windows.afterwards", "", Unit.COUNT, OptionalDouble.of(a.windows()),
        a.last().map(at -> Reason.of("report.note.afterwards", at)));
  }

  private void span(String key, Optional<Duration> span) {
    add(key, Unit.TIME, span.isPresent() ? OptionalDouble.of(span.get().toMillis() / 1000.0) : OptionalDouble.empty());
  }
}

package iris.report.reckon;

import iris.history.contract.Account;
import iris.history.contract.Availability;
import iris.history.contract.Blame;
import iris.history.contract.Counts;
import iris.history.contract.Outage;
import iris.history.contract.Outages;
import iris.history.contract.Period;
import iris.history.story.Episode;
import iris.report.Figure;
import iris.report.Unit;
import iris.signal.Origin;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a period has several of: its outages and its days. Pure. */
final class Listing {
  private static final long MANY_DAYS = 100;

  private final Account account;
  private final List<Figure> figures = new ArrayList<>();

  private Listing(Account account) {
    this.account = account;
  }

  static List<Figure> of(Account account, Period period) {
    Listing listing = new Listing(account);
    listing.outages();
    boolean years = Duration.between(period.from(), period.to()).toDays() > MANY_DAYS;
    for (Account.Part part : account.parts(years ? Period.Unit.MONTH : Period.Unit.DAY)) listing.day(part);
    return listing.figures;
  }

  private void outages() {
    Blame blame = Blame.of(account.facts().episodes(), account.facts().until());
    for (Outage o : account.outages(Outages.Basis.WINDOWS).all())
      figures.add(new Figure("outage", o.since(), o.to(), origin(blame, o).wire(), OptionalDouble.of(o.known()), Unit.TIME,
          Optional.of(note(o))));
  }

  private static Origin origin(Blame blame, Outage o) {
    return blame.times().stream()
        .filter(t -> t.span().from().isBefore(o.to()) && o.since().isBefore(t.span().to()))
        .map(Blame.Time::origin).findFirst().orElse(Origin.UNKNOWN);
  }

  /** By how much its length may be wrong, and what of it nobody saw. */
  private Reason note(Outage o) {
    if (o.open()) return Reason.of("report.note.open");
    Duration unsure = o.unsure().or(() -> told(o)).orElse(Duration.ZERO);
    if (o.most() > o.known())
      return Reason.of("report.note.most", Duration.ofSeconds(o.most()), unsure);
    return unsure.isZero() ? Reason.of("report.note.exact") : Reason.of("report.note.unsure", unsure);
  }

  /** Windows are exact; how long it was bad between two of them is known to the alarm that stood. */
  private Optional<Duration> told(Outage o) {
    return account.facts().episodes().stream().filter(e -> touches(e, o)).flatMap(e -> e.unsure().stream()).findFirst();
  }

  private static boolean touches(Episode e, Outage o) {
    Instant end = e.ended().or(e::closed).orElse(Instant.MAX);
    return e.alarm().kind() == iris.alarm.AlarmKey.Kind.OUTAGE && e.since().isBefore(o.to()) && o.since().isBefore(end);
  }

  private void day(Account.Part part) {
    Counts c = part.counts();
    Availability v = Availability.of(c, account.contract());
    add(part, "day.availability", Unit.SHARE, v.value());
    add(part, "day.coverage", Unit.SHARE, OptionalDouble.of(v.coverage()));
    add(part, "day.promised", Unit.TIME, OptionalDouble.of(c.counted()));
    add(part, "day.up", Unit.TIME, OptionalDouble.of(c.measured().up()));
    add(part, "day.degraded", Unit.TIME, OptionalDouble.of(c.measured().degraded()));
    add(part, "day.down", Unit.TIME, OptionalDouble.of(c.measured().down()));
    add(part, "day.unmeasured", Unit.TIME, OptionalDouble.of(c.unknown()));
    add(part, "day.maintenance", Unit.TIME, OptionalDouble.of(c.maintenance()));
  }

  private void add(Account.Part part, String key, Unit unit, OptionalDouble value) {
    figures.add(new Figure(key, part.period().from(), part.period().to(), "", value, unit, Optional.empty()));
  }
}

package iris.history.contract;

import iris.history.contract.Hours.Shift;
import iris.signal.Origin;
import iris.signal.Reason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules that figures are counted by, as sentences: a report prints each of them. */
public final class Terms {
  private static final String RULE = "history.contract.rule.";

  private Terms() {}

  /** What the contract says, and what is true of every one. */
  public static List<Reason> of(Contract c) {
    List<Reason> rules = new ArrayList<>();
    rules.add(Reason.of(RULE + "target", c.target(), "history.contract.unit." + word(c.unit())));
    rules.add(Reason.of(RULE + "zone", c.zone()));
    rules.addAll(hours(c.hours()));
    if (!c.holidays().isEmpty())
      rules.add(Reason.of(RULE + "holidays", c.holidays().stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
    rules.add(Reason.of(RULE + (c.maintenance() ? "maintenance-in" : "maintenance-out")));
    rules.add(against(c));
    for (String each : List.of("ratio", "unmeasured", "bounds", "verdict", "budget", "cut-off", "blame", "outages",
        "repair", "edges", "episodes", "mean"))
      rules.add(Reason.of(RULE + each));
    return rules;
  }

  /** With what is true of the times and of the announcements of this service. */
  public static List<Reason> of(Account account) {
    List<Reason> rules = new ArrayList<>(of(account.contract()));
    Response response = account.response();
    switch (response.percentiles()) {
      case Percentiles.Merged(_, _, _, long count) -> rules.add(Reason.of(RULE + "percentiles-merged", count));
      case Percentiles.OfWindows _ -> rules.add(Reason.of(RULE + "percentiles-windows"));
      case Percentiles.None _ -> {}
    }
    account.contract().limit().ifPresent(l -> rules.add(Reason.of(RULE + "limit", l.toMillis())));
    account.contract().apdex().filter(_ -> response.apdex().isPresent())
        .ifPresent(l -> rules.add(Reason.of(RULE + "apdex", l.toMillis(), 4 * l.toMillis())));
    rules.add(Reason.of(RULE + "cases"));
    rules.add(Reason.of(RULE + "punctuality"));
    return rules;
  }

  private static String word(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }

  private static Reason against(Contract c) {
    if (c.against().equals(Contract.ALL)) return Reason.of(RULE + "against-all");
    List<Origin> some = List.copyOf(c.against());
    return Reason.of(RULE + "against-" + some.size(), some.toArray());
  }

  /** Days that follow each other with the same shifts in one sentence. */
  private static List<Reason> hours(Hours hours) {
    if (hours.always()) return List.of(Reason.of(RULE + "always"));
    List<Reason> said = new ArrayList<>();
    DayOfWeek[] days = DayOfWeek.values();
    for (int first = 0; first < days.length; ) {
      List<Shift> shifts = hours.week().getOrDefault(days[first], List.of());
      int last = first;
      while (last + 1 < days.length && hours.week().getOrDefault(days[last + 1], List.of()).equals(shifts)) last++;
      if (!shifts.isEmpty()) said.add(days(days[first], days[last], shifts));
      first = last + 1;
    }
    return said;
  }

  private static Reason days(DayOfWeek first, DayOfWeek last, List<Shift> shifts) {
    String times = shifts.stream().map(s -> s.from() + "–" + (s.to().equals(LocalTime.MIDNIGHT) ? "24:00" : s.to()))
        .collect(Collectors.joining(", "));
    return first == last ? Reason.of(RULE + "hours-day", day(first), times)
        : Reason.of(RULE + "hours", day(first), day(last), times);
  }

  private static String day(DayOfWeek day) {
    return "history.contract.day." + word(day);
  }
}

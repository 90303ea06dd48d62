package iris.settings;

import iris.history.contract.Hours;
import iris.history.contract.Hours.Shift;
import iris.history.contract.Period;
import iris.signal.Origin;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of a contract are written. */
final class ContractKinds {
  private static final Pattern LINE = Pattern.compile("([\\p{L}.]+)(?:\\s*[-–]\\s*([\\p{L}.]+))?\\s+(.+)");
  private static final Pattern TIMES = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})");
  /** Three letters tell a day in both languages, but for "mar": that is mardi. */
  private static final List<List<String>> DAYS = List.of(List.of("mon", "lun"), List.of("tue", "mar"), List.of("wed", "mer"),
      List.of("thu", "jeu"), List.of("fri", "ven"), List.of("sat", "sam"), List.of("sun", "dim"));

  static final Kind<List<String>> SERVICES = new Kind<>("key, key", (written, base) -> {
    List<String> keys = items(written);
    return keys.isEmpty() || Set.copyOf(keys).size() < keys.size()
        ? Taken.unfit("settings.contract.services", written) : Taken.fits(keys);
  }, true);

  static final Kind<Double> TARGET = new Kind<>("0..1, 0%..100%", (written, base) ->
      Kinds.SHARE.read(written, base) instanceof Taken.Fits<Double>(Double share) && share > 0
          ? Taken.fits(share) : Taken.unfit("settings.value.share", written));

  static final Kind<ZoneId> ZONE = new Kind<>("Europe/Paris ...", (written, base) -> {
    try {
      return Taken.fits(ZoneId.of(written));
    } catch (DateTimeException unknown) {
      return Taken.unfit("settings.agent.zone", written);
    }
  });

  static final Kind<Set<LocalDate>> DATES = new Kind<>("2026-12-25, 2027-01-01", (written, base) -> {
    Set<LocalDate> days = new TreeSet<>();
    for (String item : items(written)) {
      try {
        days.add(LocalDate.parse(item));
      } catch (DateTimeException noDate) {
        return Taken.unfit("settings.contract.date", item);
      }
    }
    return days.isEmpty() ? Taken.unfit("settings.value.empty") : Taken.fits(days);
  }, true);

  static final Kind<Set<Origin>> ORIGINS = new Kind<>("provider, external, network, unknown", (written, base) -> {
    Set<Origin> origins = EnumSet.noneOf(Origin.class);
    for (String item : items(written)) {
      String word = item.toLowerCase(Locale.ROOT);
      Optional<Origin> one = Arrays.stream(Origin.values()).filter(o -> o.wire().equals(word)).findFirst();
      if (one.isEmpty()) return Taken.unfit("settings.value.choice", item, "provider | external | network | unknown");
      origins.add(one.get());
    }
    return origins.isEmpty() ? Taken.unfit("settings.value.empty") : Taken.fits(origins);
  }, true);

  static final Kind<Period.Unit> UNIT = new Kind<>("day | week | month | quarter | year", (written, base) ->
      Arrays.stream(Period.Unit.values()).filter(u -> u != Period.Unit.HOUR && u != Period.Unit.RANGE)
          .filter(u -> u.name().equalsIgnoreCase(written)).findFirst().map(Taken::fits)
          .orElseGet(() -> Taken.unfit("settings.value.choice", written, "day | week | month | quarter | year")));

  /** {@code 24x7}, or days and times: {@code mon-fri 08:00-18:00, sat 09:00-12:30}. A time after the first is of its days too. */
  static final Kind<Hours> HOURS = new Kind<>("24x7 | mon-fri 08:00-18:00, sat 09:00-12:30", (written, base) -> {
    if (Set.of("24x7", "24/7").contains(written.toLowerCase(Locale.ROOT))) return Taken.fits(Hours.ALWAYS);
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    List<DayOfWeek> days = List.of();
    for (String item : items(written)) {
      Matcher line = LINE.matcher(item);
      boolean named = line.matches();
      if (named) days = days(line.group(1), line.group(2));
      Optional<Shift> shift = shift(named ? line.group(3) : item);
      if (days.isEmpty() || shift.isEmpty()) return Taken.unfit("settings.contract.hours", item);
      for (DayOfWeek day : days) week.computeIfAbsent(day, _ -> new ArrayList<>()).add(shift.get());
    }
    return week.isEmpty() ? Taken.unfit("settings.value.empty") : Taken.fits(new Hours(week));
  }, true);

  private ContractKinds() {}

  private static List<String> items(String written) {
    return Arrays.stream(written.split("[,;]")).map(String::strip).filter(i -> !i.isEmpty()).toList();
  }

  /** Empty where one is no day; a week may be gone over: {@code fri-mon}. */
  private static List<DayOfWeek> days(String first, String last) {
    Optional<DayOfWeek> from = day(first);
    Optional<DayOfWeek> to = last == null ? from : day(last);
    List<DayOfWeek> days = new ArrayList<>();
    if (from.isEmpty() || to.isEmpty()) return days;
    for (DayOfWeek day = from.get(); ; day = day.plus(1)) {
      days.add(day);
      if (day == to.get()) return days;
    }
  }

  private static Optional<DayOfWeek> day(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values())
      if (DAYS.get(day.ordinal()).stream().anyMatch(plain::startsWith)) return Optional.of(day);
    return Optional.empty();
  }

  private static Optional<Shift> shift(String written) {
    Matcher m = TIMES.matcher(written.strip());
    if (!m.matches()) return Optional.empty();
    Optional<LocalTime> from = time(m.group(1), m.group(2));
    Optional<LocalTime> to = time(m.group(3), m.group(4));
    return from.flatMap(f -> to.map(t -> new Shift(f, t)));
  }

  /** 24:00 is midnight. */
  private static Optional<LocalTime> time(String hour, String minute) {
    int h = Integer.parseInt(hour);
    int m = Integer.parseInt(minute);
    if (h == 24 && m == 0) return Optional.of(LocalTime.MIDNIGHT);
    return h < 24 && m < 60 ? Optional.of(LocalTime.of(h, m)) : Optional.empty();
  }
}

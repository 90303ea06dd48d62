package iris.history.month;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict;
import iris.alarm.OriginVerdict.Confidence;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Incident;
import iris.signal.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Annals of two services in the autumn of 2026, made by rule: outages, works, gaps, a slow Thursday. */
public final class Novembers implements Annals {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  public static final Instant NOW = at("2026-11-22T15:24:36");
  private static final Instant FIRST = at("2026-08-20T00:00");

  private final List<Episode> episodes = new ArrayList<>();
  private final List<Transition> told = new ArrayList<>();
  private final List<Unheard> unheard = new ArrayList<>();

  private record Unheard(String service, Instant from, Instant to) {
    long within(Instant begin, Instant end) {
      long seconds = Duration.between(begin.isAfter(from) ? begin : from, end.isBefore(to) ? end : to).toSeconds();
      return Math.max(0, seconds);
    }
  }

  public Novembers() {
    outage("siv", "2026-11-03T10:05", 50, Fault.PROVIDER, "Panne SIV du 03/11 n° 4711");
    outage("siv", "2026-11-09T23:30", 75, Fault.EXTERNAL, "");
    outage("siv", "2026-11-17T14:00", 25, Fault.PROVIDER, "Panne SIV du 17/11 n° 4802");
    outage("pay", "2026-11-17T14:10", 20, Fault.NETWORK_BETWEEN, "");
    episode("siv", AlarmKey.Kind.DEGRADED, "2026-11-12T08:00", 240, Fault.PROVIDER);
    episode("darva", AlarmKey.Kind.SUPERVISION_LOST, "2026-11-14T02:00", 300, Fault.OUR_NETWORK);
  }

  /** Down, said by windows alone: they were read when it was over, and no alarm was raised. */
  public Novembers unheard(String service, String at, int minutes) {
    unheard.add(new Unheard(service, at(at), at(at).plus(Duration.ofMinutes(minutes))));
    return this;
  }

  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  private void outage(String service, String at, int minutes, Fault fault, String title) {
    Episode e = episode(service, AlarmKey.Kind.OUTAGE, at, minutes, fault);
    if (title.isEmpty()) return;
    told.add(new Transition.Spoken(e.since().plusSeconds(600), service, new Incident("i" + at, service, title,
        Incident.Kind.OUTAGE, true, Optional.empty(), Optional.empty(), Optional.of(e.since()), Optional.empty(), 1, "iris", title), false));
  }

  private Episode episode(String subject, AlarmKey.Kind kind, String at, int minutes, Fault fault) {
    Instant since = at(at);
    Instant end = since.plus(Duration.ofMinutes(minutes));
    AlarmKey key = new AlarmKey(kind, subject);
    Episode e = new Episode(key + "@" + since.getEpochSecond() / 300, key, subject, Priority.P1, since, since, Optional.of(end),
        Optional.empty(), Optional.of(end), Optional.of(new OriginVerdict(fault, Confidence.HIGH, List.of())), Optional.empty());
    episodes.add(e);
    return e;
  }

  @Override
  public List<Known> services() {
    return List.of(new Known("pay", FIRST, NOW), new Known("siv", FIRST, NOW));
  }

  @Override
  public List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) {
    List<Stretch> all = new ArrayList<>();
    Instant start = grain.floor(from).isBefore(FIRST) ? FIRST : grain.floor(from);
    for (Instant hour = start; hour.isBefore(to) && hour.isBefore(NOW); hour = Grain.HOUR.next(hour))
      if (!hour.isBefore(from)) hour(service, hour).ifPresent(all::add);
    return all;
  }

  private Optional<Stretch> hour(String service, Instant hour) {
    LocalDateTime local = LocalDateTime.ofInstant(hour, PARIS);
    Instant end = hour.plusSeconds(3600);
    boolean november = local.getMonthValue() == 11;
    if (november && local.getDayOfMonth() == 14 && local.getHour() >= 2 && local.getHour() < 7) return Optional.empty();
    boolean works = november && local.getDayOfMonth() == 8 && local.getHour() >= 20;
    long down = episodes.stream().filter(e -> e.alarm().equals(new AlarmKey(AlarmKey.Kind.OUTAGE, service)))
        .mapToLong(e -> Almanac.within(e, hour, end, NOW).toSeconds()).sum()
        + unheard.stream().filter(u -> u.service().equals(service)).mapToLong(u -> u.within(hour, end)).sum();
    long known = november && local.getDayOfMonth() == 14 && local.getHour() == 7 ? 1800 : Math.min(3600, Duration.between(hour, NOW).toSeconds());
    boolean slow = november && local.getDayOfMonth() == 12 && local.getHour() >= 8 && local.getHour() < 12 && service.equals("siv");
    double mean = (300 + 12 * Math.min(local.getHour(), 24 - local.getHour())) * (slow ? 2.4 : 1);
    long failed = slow ? 30 : local.getDayOfWeek().getValue() == 5 && local.getHour() == 9 ? 4 : 0;
    Tally all = new Tally(Math.max(0, (known - down) * (1 - failed / 1000.0)), slow ? 0 : known - down, slow ? known - down : 0, down, 0);
    return Optional.of(new Stretch(hour, end, 12, works ? Tally.NONE : all, works ? all : Tally.NONE, 1000, failed, Map.of(),
        new Times(1000, mean * 1000, -1, new Times.Quantiles.None()), Map.of()));
  }

  @Override
  public List<Pause> pauses(String service, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<Episode> episodes(String subject, Instant from, Instant to) {
    return episodes.stream().filter(e -> e.alarm().subject().equals(subject))
        .filter(e -> Almanac.touches(e, from, to, NOW)).toList();
  }

  @Override
  public List<Transition> told(String subject, Instant from, Instant to) {
    return told.stream().filter(t -> t instanceof Transition.Spoken s && s.service().equals(subject)).toList();
  }

  @Override
  public void close() {}
}

package iris.ui.month;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.OriginVerdict.Fault;
import iris.history.month.Almanac;
import iris.history.month.Cause;
import iris.history.month.Shade;
import iris.history.month.Span;
import iris.history.month.Span.Place;
import iris.history.month.Square;
import iris.history.story.Episode;
import iris.ui.alert.Names;
import iris.words.Figures;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the page says, in one language. Pure. */
final class Sayer {
  /** So much may alarms and windows differ at their edges. */
  private static final Duration EDGES = Duration.ofMinutes(10);

  private final Words words;
  private final Figures figures;

  Sayer(Words words) {
    this.words = words;
    figures = words.figures();
  }

  /** "novembre 2026", "2026". */
  String title(Span span) {
    return DateTimeFormatter.ofPattern(span.scale() == Span.Scale.MONTH ? "LLLL yyyy" : "yyyy", words.lang().locale())
        .format(span.first());
  }

  /** Of a row: "ma 3", "nov.". */
  String row(Span span, int row) {
    if (span.scale() == Span.Scale.YEAR) return span.first().plusMonths(row).getMonth()
        .getDisplayName(TextStyle.SHORT_STANDALONE, words.lang().locale());
    LocalDate day = span.first().plusDays(row);
    return weekday(day) + "\u00a0" + day.getDayOfMonth();
  }

  String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, words.lang().locale());
  }

  String column(Span span, int col) {
    return String.valueOf(span.scale() == Span.Scale.MONTH ? col : col + 1);
  }

  String date(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", words.lang().locale()).format(day);
  }

  /** All that is known of a square, in one sentence. */
  String square(Almanac a, Place place, Board board) {
    Optional<LocalDate> day = a.span().day(place);
    if (day.isEmpty()) return "";
    String when = a.span().scale() == Span.Scale.YEAR ? date(day.get())
        : words.say("ui.month.hour", date(day.get()), place.col(), place.col() + 1);
    Optional<Instant> begin = a.span().begin(place);
    if (begin.isEmpty()) return words.say("ui.month.square", when, words.say("ui.month.no-hour"));
    boolean past = begin.get().isBefore(a.now());
    return words.say("ui.month.square", when, String.join(" · ", known(a.at(place), past, board)));
  }

  private List<String> known(Square s, boolean past, Board board) {
    Shade shade = Shade.available(s);
    List<String> say = new ArrayList<>();
    switch (shade) {
      case NOTHING -> say.add(words.say(past ? "ui.month.before-first" : "ui.month.ahead"));
      case UNMEASURED -> say.add(words.say("ui.month.unmeasured"));
      case WORKS -> say.add(words.say("ui.month.works"));
      case WELL, TOUCHED, HURT, BAD, WORST -> say.add(words.say("ui.month.available",
          figures.percent(s.availability().orElseThrow(), 2), figures.percent(s.coverage(), 0)));
    }
    if (s.plain().known() > 0 && s.works().said() > 0)
      say.add(words.say("ui.month.partly-works", figures.span(Duration.ofSeconds(s.works().said()))));
    if (s.plain().down() > 0) say.add(words.say("ui.month.down", figures.span(Duration.ofSeconds(s.plain().down()))));
    s.slow().times().ifPresent(times -> say.add(words.say("ui.month.slowest", Names.service(board, s.slow().service()),
        figures.millis(Math.round(s.slow().mean())), figures.decimal(times), figures.millis(Math.round(s.slow().usual())))));
    return say;
  }

  /** "10:05 – 10:20 · 15 min · Indisponible · SIV · prestataire". */
  String episode(Episode e, LocalDate day, Board board, Instant now) {
    Instant end = e.ended().or(e::closed).orElse(now);
    String from = e.since().isBefore(day.atStartOfDay(figures.zone()).toInstant()) ? figures.date(e.since()) : figures.time(e.since());
    boolean same = end.atZone(figures.zone()).toLocalDate().equals(day);
    String to = e.ended().or(e::closed).isEmpty() ? words.say("ui.month.stands") : same ? figures.time(end) : figures.date(end);
    List<String> say = new ArrayList<>(List.of(words.say("ui.month.from-to", from, to),
        figures.span(Duration.between(e.since(), end)), Names.kind(e.alarm().kind(), words), subject(e, board)));
    e.origin().ifPresent(o -> say.add(fault(o.fault())));
    return String.join(" · ", say);
  }

  private static String subject(Episode e, Board board) {
    String key = e.alarm().subject();
    if (board.services().containsKey(key)) return Names.service(board, key);
    return board.feeds().containsKey(key) ? Names.feed(board, key) : e.name();
  }

  String fault(Fault fault) {
    return words.say("ui.wall.short.fault." + fault);
  }

  /** What a day of the calendar says: how long, whose fault; empty where nothing was. */
  List<String> calendar(Almanac a, LocalDate day) {
    List<Episode> outages = a.on(day).stream().filter(e -> e.alarm().kind() == AlarmKey.Kind.OUTAGE).toList();
    int others = a.on(day).size() - outages.size();
    List<String> say = new ArrayList<>();
    if (!outages.isEmpty()) {
      String lasted = figures.span(a.down(day));
      say.add(outages.size() == 1 ? lasted : words.say("ui.month.calendar.times", outages.size(), lasted));
      outages.stream().flatMap(e -> e.origin().stream()).map(o -> fault(o.fault())).findFirst().ifPresent(say::add);
    }
    if (others > 0) say.add(words.say("ui.month.calendar.others", others));
    if (untold(a, day)) {
      say.add(figures.span(a.measured(day)));
      say.add(words.say("ui.month.calendar.measured"));
    }
    return say;
  }

  /** Windows say clearly more than alarms do: these were read when it was over, and nobody was alarmed. */
  private static boolean untold(Almanac a, LocalDate day) {
    Duration measured = a.measured(day);
    return a.down(day).isZero() ? !measured.isZero() : measured.minus(a.down(day)).compareTo(EDGES) >= 0;
  }

  /** Of the chosen day: where its alarms are not all that was down, both are said. */
  String heading(Almanac a, LocalDate day) {
    return a.down(day).isZero() || !untold(a, day) ? date(day)
        : words.say("ui.month.day.more", date(day), figures.span(a.measured(day)));
  }

  /** Of a day without an alarm. */
  String calm(Almanac a, LocalDate day) {
    return a.measured(day).isZero() ? words.say("ui.month.day.none")
        : words.say("ui.month.day.untold", figures.span(a.measured(day)));
  }

  /** Where there is no cause, since there was no alarm. */
  String causeless(Almanac a) {
    boolean down = a.squares().values().stream().anyMatch(s -> s.plain().down() > 0);
    return words.say(down ? "ui.month.causes.untold" : "ui.month.causes.none");
  }

  /** Of a cause: what it was called and whose fault. */
  String cause(Cause c) {
    String kind = Names.kind(c.kind(), words);
    String fault = c.fault().map(this::fault).orElseGet(() -> words.say("ui.month.cause.nobody"));
    // Who cannot be seen announces nothing.
    if (c.kind() != AlarmKey.Kind.OUTAGE && c.kind() != AlarmKey.Kind.DEGRADED) return words.say("ui.month.cause.blind", kind, fault);
    return words.say("ui.month.cause", kind, fault,
        c.words().isEmpty() ? words.say("ui.month.cause.unannounced") : words.say("ui.month.cause.called", c.words()));
  }

  String lost(Cause c) {
    return figures.span(c.lost());
  }

  String count(Cause c) {
    return words.say("ui.month.cause.count", c.count());
  }

  /** What a shade means. */
  String shade(Shade shade, boolean slow) {
    int step = shade.ordinal() - Shade.WELL.ordinal();
    return switch (shade) {
      case NOTHING -> words.say("ui.month.ahead");
      case UNMEASURED -> words.say(slow ? "ui.month.legend.unknown" : "ui.month.unmeasured");
      case WORKS -> words.say("ui.month.legend.works");
      case WELL, TOUCHED, HURT, BAD -> slow ? words.say("ui.month.legend.times", figures.decimal(Shade.times(step)))
          : words.say("ui.month.legend.available", figures.share(Shade.available(step)));
      case WORST -> slow ? words.say("ui.month.legend.times-more", figures.decimal(Shade.times(step - 1)))
          : words.say("ui.month.legend.less", figures.share(Shade.available(step - 1)));
    };
  }
}

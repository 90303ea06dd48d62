package iris.agent.publish;

import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Times as a person says them where the feed is read: "15 h 12", "le 21/11 à 23 h 50", "15:12". In the hour that a
 * clock shows twice, the offset says which of both is meant.
 */
final class Moments {
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'xxx");

  private final Words words;
  private final ZoneId zone;
  private final DateTimeFormatter time;
  private final DateTimeFormatter exact;
  private final DateTimeFormatter day;
  private final DateTimeFormatter year;

  Moments(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    boolean french = words.lang() == Lang.FR;
    time = DateTimeFormatter.ofPattern(french ? "H\u00a0'h'\u00a0mm" : "HH:mm");
    exact = DateTimeFormatter.ofPattern(french ? "H\u00a0'h'\u00a0mm\u00a0'min'\u00a0ss" : "HH:mm:ss");
    day = DateTimeFormatter.ofPattern(french ? "dd/MM" : "d MMM", words.lang().locale());
    year = DateTimeFormatter.ofPattern(french ? "dd/MM/yyyy" : "d MMMM yyyy", words.lang().locale());
  }

  /** "15 h 12", with the seconds where there are any and {@code seconds} asks for them. */
  String time(Instant at, boolean seconds) {
    ZonedDateTime here = at.atZone(zone);
    LocalDateTime shown = here.toLocalDateTime();
    String said = (seconds && shown.getSecond() > 0 ? exact : time).format(shown);
    boolean twice = zone.getRules().getValidOffsets(shown).size() > 1;
    return twice ? said + " (" + OFFSET.format(here) + ")" : said;
  }

  /** "22/11/2026". */
  String day(Instant at) {
    return year.format(at.atZone(zone));
  }

  /** The time alone where it is of the same day as {@code seen}, else the day and the time. */
  String when(Instant at, Instant seen) {
    return date(at).equals(date(seen)) ? time(at, false) : dayAndTime(at);
  }

  /** "à 15 h 27", and of another day than {@code seen} as {@link #when}. */
  String at(Instant at, Instant seen) {
    return date(at).equals(date(seen)) ? words.say("agent.feed.today", time(at, false)) : dayAndTime(at);
  }

  /** The day, with its year where it is half a year from {@code seen}, and the time. */
  String dated(Instant at, Instant seen) {
    boolean far = Duration.between(at, seen).abs().toDays() > 180;
    return far ? words.say("agent.feed.at", day(at), time(at, false)) : dayAndTime(at);
  }

  /** "le 22/11 de 15 h 00 à 16 h 00", "du 22/11 à 23 h 00 au 23/11 à 1 h 00". */
  String range(Instant from, Instant to) {
    if (date(from).equals(date(to)))
      return words.say("agent.feed.range", shortDay(from), time(from, true), time(to, true));
    return words.say("agent.feed.range-days", shortDay(from), time(from, true), shortDay(to), time(to, true));
  }

  private String dayAndTime(Instant at) {
    return words.say("agent.feed.at", shortDay(at), time(at, false));
  }

  private String shortDay(Instant at) {
    return day.format(at.atZone(zone));
  }

  private LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }
}

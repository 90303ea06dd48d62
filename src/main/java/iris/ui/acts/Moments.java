package iris.ui.acts;

import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;

/** Moments in full, in the zone that somebody plans in. */
record Moments(Words words) {
  private static final Duration YEAR = Duration.ofDays(366);

  /** "dimanche 25 octobre 2026 01:30 (heure d'été)". */
  String said(Instant at, ZoneId zone) {
    String text = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", words.lang().locale()).format(at.atZone(zone));
    ZoneRules rules = zone.getRules();
    // A zone without two times a year has no season worth a word.
    boolean changes = rules.nextTransition(at) != null && rules.nextTransition(at).getInstant().isBefore(at.plus(YEAR));
    if (!changes) return text;
    return words.say(rules.isDaylightSavings(at) ? "ui.services.summer" : "ui.services.winter", text);
  }

  /** From when to when, how long in real time, and in whose time. */
  String span(Instant from, Instant to, ZoneId zone) {
    String lasts = words.figures().span(Duration.between(from, to));
    return words.say("ui.services.span", said(from, zone), said(to, zone), lasts, zone.getId());
  }

  /** The same by the clock of this desk, where that shows another time; else nothing. */
  String here(Instant from, Instant to, ZoneId zone) {
    ZoneId mine = words.figures().zone();
    boolean same = mine.getRules().getOffset(from).equals(zone.getRules().getOffset(from))
        && mine.getRules().getOffset(to).equals(zone.getRules().getOffset(to));
    return same ? "" : words.say("ui.services.here", words.figures().date(from), words.figures().date(to));
  }
}

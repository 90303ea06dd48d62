package iris.ui.replay;

import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Instants of a film in words, by the reader's clock. */
record Instants(Words words) {
  private static final Duration YEAR = Duration.ofDays(366);
  private static final List<Duration> STEPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
      Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3), Duration.ofHours(6),
      Duration.ofHours(12), Duration.ofDays(1));

  /** "dimanche 25 octobre 2026 02:30:00 (heure d'été)". */
  String full(Instant at) {
    ZoneId zone = words.figures().zone();
    String text = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm:ss", words.lang().locale()).format(at.atZone(zone));
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition next = rules.nextTransition(at);
    // A zone without two times a year has no season worth a word.
    if (next == null || next.getInstant().isAfter(at.plus(YEAR))) return text;
    return words.say(rules.isDaylightSavings(at) ? "ui.replay.summer" : "ui.replay.winter", text);
  }

  /** Where the time line is labelled: round local times, at most so many. */
  List<Instant> labels(Instant from, Instant to, int most) {
    Duration length = Duration.between(from, to);
    Duration step = STEPS.stream().filter(s -> length.dividedBy(s) <= most).findFirst().orElse(length.dividedBy(Math.max(1, most)));
    List<Instant> labels = new ArrayList<>();
    long seconds = Math.max(1, step.toSeconds());
    // Hours of a local clock: of the two hours that one has in autumn each is labelled.
    long grid = Math.min(seconds, 3600);
    for (long at = Math.ceilDiv(from.getEpochSecond(), grid) * grid; at <= to.getEpochSecond(); at += grid)
      if (seconds <= 3600 || local(at) % seconds < grid) labels.add(Instant.ofEpochSecond(at));
    return labels;
  }

  private long local(long at) {
    return at + words.figures().zone().getRules().getOffset(Instant.ofEpochSecond(at)).getTotalSeconds();
  }
}

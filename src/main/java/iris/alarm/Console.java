package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Steps.Event;
import iris.signal.Contact;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Faults of the console itself: P3, P2 where the journal or the desk fails; latched until an operator resets them. */
final class Console {
  private static final Duration WARN = Duration.ofSeconds(30);
  static final Duration ALARM = Duration.ofSeconds(120);
  static final String CLOCK_WRONG = "clock-wrong";
  private static final int CERTIFICATE_DAYS = 14;

  private Console() {}

  static void health(Draft d, Report.Health h) {
    d.health.put(h.part(), h);
    fault(d, h.part(), h.well(), h.why());
  }

  static void fault(Draft d, String part, boolean well, Reason why) {
    Priority p = part.equals("journal") || part.equals("desk") ? Priority.P2 : Priority.P3;
    boolean stands = d.active(Kind.CONSOLE_FAULT, part);
    if (well && stands || !well && !stands)
      Alarming.hear(d, Kind.CONSOLE_FAULT, part, well ? Event.GOOD : Event.BAD, Evidence.stated(d.wall(), p, why));
  }

  /** The median of five, so that one slow answer accuses no clock. */
  static void clock(Draft d, FeedDraft f, Contact c) {
    Optional<Duration> median = c.clockOffset().flatMap(f::offset).map(Duration::abs);
    if (median.isEmpty()) return;
    boolean warn = median.get().compareTo(WARN) > 0;
    if (warn && f.once("clock")) d.note(f.id, "alarm.note.clock-offset", f.medianOffset().orElseThrow().abs());
    if (!warn) f.unsay("clock");
    boolean wrong = median.get().compareTo(ALARM) > 0;
    if (wrong) f.once(CLOCK_WRONG);
    else f.unsay(CLOCK_WRONG);
    boolean any = d.clocksWrong() > 0;
    boolean said = Optional.ofNullable(d.health.get("clock")).map(h -> !h.well()).orElse(false);
    fault(d, "clock", !any && !said, Reason.of("alarm.why.clock-offset", f.name, f.medianOffset().orElseThrow().abs()));
  }

  static void certificate(Draft d, FeedDraft f, Contact c) {
    if (c.certificateDays().isEmpty()) return;
    int days = c.certificateDays().getAsInt();
    fault(d, certificate(f.id), days > CERTIFICATE_DAYS,
        Reason.of(days > CERTIFICATE_DAYS ? "alarm.why.certificate-renewed" : days < 0 ? "alarm.why.certificate-ended"
            : "alarm.why.certificate", f.name, days));
  }

  /** The part of the console that the certificate of a feed is. */
  static String certificate(String feed) {
    return "certificate " + feed;
  }

  /** What was last heard of this feed is still a reason for the fault {@code part}. */
  static boolean accuses(String feed, Contact c, Set<String> notices, String part) {
    boolean ends = c.certificateDays().isPresent() && c.certificateDays().getAsInt() <= CERTIFICATE_DAYS;
    return part.equals(certificate(feed)) && ends || part.equals("clock") && notices.contains(CLOCK_WRONG);
  }
}

package iris.rss.profile;

import iris.rss.Texts;
import iris.signal.Channel;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code iris:agent}. A feed that publishes windows has a period, even if it forgets to say so: without one the console
 * would take it for a feed that may be silent, and silence would look like calm.
 */
final class AgentDraft {
  private static final Duration USUAL = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);
  private final Findings findings;
  private boolean seen;
  private String id = "";
  private String version = "";
  private @Nullable Duration period;
  private @Nullable Instant started;

  AgentDraft(Findings findings) {
    this.findings = findings;
  }

  void read(Attributes a) {
    if (seen) return;
    seen = true;
    for (int i = 0, n = a.count(); i < n; i++) {
      switch (a.name(i)) {
        case "id" -> id = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        case "version" -> version = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        case "period" -> period = period(a.value(i));
        case "started" -> started = started(a, i);
        default -> {}
      }
    }
  }

  private @Nullable Instant started(Attributes a, int i) {
    Instant value = a.instant(i);
    if (value == null) findings.warnHere("rss.profile.misread", "agent", "started", Texts.line(a.value(i), 60));
    return value;
  }

  private @Nullable Duration period(String raw) {
    try {
      Duration value = raw.length() > 40 ? Duration.ZERO : Duration.parse(raw);
      if (value.compareTo(Duration.ofSeconds(1)) >= 0 && value.compareTo(LONGEST) <= 0) return value;
    } catch (DateTimeException e) {
      findings.warnHere("rss.profile.misread", "agent", "period", Texts.line(String.valueOf(e.getMessage()), 60));
      return null;
    }
    findings.warnHere("rss.profile.misread", "agent", "period", Texts.line(raw, 60));
    return null;
  }

  /** Empty only for a document with neither agent nor windows. */
  Optional<Channel.Agent> finish(Optional<Duration> ofWindows) {
    if (!seen && ofWindows.isEmpty()) {
      findings.warning(0, "rss.profile.no-agent");
      return Optional.empty();
    }
    Duration known = period;
    if (known == null) {
      known = ofWindows.filter(d -> d.compareTo(LONGEST) <= 0).orElse(USUAL);
      findings.warning(0, "rss.profile.no-period", known);
    }
    return Optional.of(new Channel.Agent(id, version, known, Optional.ofNullable(started)));
  }
}

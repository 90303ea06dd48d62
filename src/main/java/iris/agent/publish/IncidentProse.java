package iris.agent.publish;

import iris.signal.IncidentStep;
import iris.signal.Service;
import iris.signal.Severity;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A step of an incident in words: since when, by whose fault, how sure, until when, how long. */
final class IncidentProse {
  private final Words words;
  private final Moments moments;

  IncidentProse(Words words, Moments moments) {
    this.words = words;
    this.moments = moments;
  }

  String title(Service service, IncidentStep s, Instant published) {
    String what = s.severity() == Severity.OUTAGE ? "agent.feed.outage." : "agent.feed.degradation.";
    return words.say(what + phase(s), service.name(), moments.when(s.since(), published), origin(service, s),
        lasted(s, published), moments.at(end(s, published), published));
  }

  String text(Service service, IncidentStep s, Instant published) {
    List<String> said = new ArrayList<>();
    if (s.state() != IncidentStep.State.CLOSED)
      said.add(words.say("agent.feed.sentence", title(service, s, published)));
    else if (s.severity() == Severity.OUTAGE) said.add(words.say("agent.feed.step.well", service.name()));
    else said.add(words.say("agent.feed.step.normal", service.name()));
    if (!s.cause().isBlank()) said.add(words.say("agent.feed.step.cause", bare(s.cause())));
    said.add(words.say("agent.feed.step." + phase(s), s.id(), moments.dated(s.since(), published),
        moments.dated(end(s, published), published), lasted(s, published), origin(service, s)));
    return String.join(" ", said);
  }

  private String origin(Service service, IncidentStep s) {
    return s.party().isPresent()
        ? words.say("agent.feed.origin-party", s.origin(), WindowProse.name(service, s.party().get()))
        : words.say("agent.feed.origin", s.origin());
  }

  private static Instant end(IncidentStep s, Instant published) {
    Instant end = s.until().orElse(published);
    return end.isBefore(s.since()) ? s.since() : end;
  }

  private static Duration lasted(IncidentStep s, Instant published) {
    return Duration.between(s.since(), end(s, published));
  }

  private static String phase(IncidentStep s) {
    return s.state().name().toLowerCase(Locale.ROOT);
  }

  /** Without the stop that the sentence around it has. */
  private static String bare(String cause) {
    String line = cause.strip();
    return line.endsWith(".") && !line.endsWith("..") ? line.substring(0, line.length() - 1) : line;
  }
}

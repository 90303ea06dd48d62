package iris.agent.publish;

import iris.agent.Vitals;
import iris.signal.Reason;
import iris.words.Words;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How the agent does, as one word, one status and one JSON object. Trouble of the agent is 503: it may publish what is
 * not so, or not publish. Trouble of a source is 200 and "impaired": the agent works, and says of what it knows less.
 * A service that is down is no trouble of the agent at all.
 */
record Health(Vitals vitals, List<Reason> trouble) {
  /** How long the engine may say nothing. It speaks each second; a disk that is busy may hold it up for a while. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** @param front what keeps the agent from showing what it has */
  static Health of(Vitals vitals, List<Reason> front, Instant now) {
    List<Reason> all = new ArrayList<>(vitals.trouble());
    for (Reason r : front) if (!all.contains(r)) all.add(r);
    if (vitals.at().isBefore(now.minus(PATIENCE)))
      all.add(Reason.of("agent.feed.trouble.engine", Duration.between(vitals.at(), now)));
    return new Health(vitals, List.copyOf(all));
  }

  boolean well() {
    return trouble.isEmpty();
  }

  int status() {
    return well() ? 200 : 503;
  }

  String word() {
    if (!well()) return "failing";
    boolean all = vitals.services().stream().flatMap(s -> s.sources().stream()).allMatch(Vitals.OfSource::well);
    return all ? "well" : "impaired";
  }

  /** @param whole all of it; else the word alone, for strangers */
  String json(Words words, boolean whole) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("status", word());
      if (whole) body(json, words);
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private void body(JsonGenerator json, Words words) {
    json.writeStringProperty("started", vitals.started().toString());
    json.writeStringProperty("at", vitals.at().toString());
    json.writeArrayPropertyStart("trouble");
    for (Reason r : trouble) {
      json.writeStartObject();
      json.writeStringProperty("code", r.key());
      json.writeStringProperty("text", words.say(r));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("services");
    for (Vitals.OfService s : vitals.services()) {
      json.writeStartObject();
      json.writeStringProperty("id", s.service());
      json.writeStringProperty("state", s.state().name().toLowerCase(Locale.ROOT));
      text(json, "lastWindow", s.lastWindow().map(Instant::toString));
      json.writeNumberProperty("openIncidents", s.openIncidents());
      json.writeObjectPropertyStart("missed");
      json.writeNumberProperty("late", s.missed().late());
      json.writeNumberProperty("unattended", s.missed().unattended());
      json.writeNumberProperty("early", s.missed().early());
      json.writeEndObject();
      json.writeArrayPropertyStart("sources");
      for (Vitals.OfSource source : s.sources()) source(json, source, words);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void source(JsonGenerator json, Vitals.OfSource s, Words words) {
    json.writeStartObject();
    json.writeStringProperty("id", s.source());
    json.writeBooleanProperty("well", s.well());
    json.writeStringProperty("why", words.say(s.why()));
    json.writeNumberProperty("counted", s.counted());
    json.writeNumberProperty("unreadable", s.unreadable());
    text(json, "example", s.example());
    text(json, "last", s.last().map(Instant::toString));
    s.latency().ifPresent(l -> json.writeNumberProperty("latencyMs", l.toMillis()));
    s.steps().ifPresent(steps -> {
      json.writeObjectPropertyStart("stepsMs");
      steps.named().forEach((step, took) -> json.writeNumberProperty(step, took.toNanos() / 1e6));
      json.writeEndObject();
    });
    s.certificateDays().ifPresent(days -> json.writeNumberProperty("certificateDays", days));
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> text) {
    if (text.isPresent()) json.writeStringProperty(name, text.get());
    else json.writeNullProperty(name);
  }
}

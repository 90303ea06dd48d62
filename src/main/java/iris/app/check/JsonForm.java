package iris.app.check;

import iris.signal.Finding;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Origin;
import iris.words.Words;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The structure of feed-profile.md, field by field; streamed, since a document may hold 40,000 items. */
final class JsonForm {
  private final CheckReport report;
  private final Words words;
  private final JsonGenerator json;

  private JsonForm(CheckReport report, Words words, JsonGenerator json) {
    this.report = report;
    this.words = words;
    this.json = json;
  }

  static String of(CheckReport report, Words words) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      new JsonForm(report, words, json).write();
    }
    return out.toString();
  }

  private void write() {
    json.writeStartObject();
    feed();
    json.writeArrayPropertyStart("services");
    report.states().forEach(this::service);
    json.writeEndArray();
    json.writeArrayPropertyStart("items");
    report.items().forEach(this::item);
    json.writeEndArray();
    json.writeArrayPropertyStart("incidents");
    report.incidents().forEach(this::incident);
    json.writeEndArray();
    windows();
    json.writeArrayPropertyStart("findings");
    report.findings().forEach(this::finding);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void feed() {
    json.writeObjectPropertyStart("feed");
    json.writeStringProperty("title", report.bulletin().map(b -> b.channel().title()).orElse(""));
    json.writeStringProperty("dialect", report.bulletin().map(b -> b.dialect().wire()).orElse("generic"));
    json.writeStringProperty("status", !report.readable() ? "unreadable" : report.items().isEmpty() ? "empty" : "ok");
    json.writeNumberProperty("items", report.items().size());
    instant("newest", report.newest());
    json.writeEndObject();
  }

  private void service(ServiceVerdict s) {
    json.writeStartObject();
    json.writeStringProperty("id", s.service().id());
    json.writeStringProperty("name", s.service().name());
    json.writeStringProperty("state", lower(s.state()));
    instant("since", s.since());
    text("origin", s.origin().map(Origin::wire));
    json.writeEndObject();
  }

  private void item(Item i) {
    json.writeStartObject();
    json.writeStringProperty("guid", i.guid());
    json.writeStringProperty("title", i.title());
    instant("published", i.published());
    instant("updated", i.updated());
    text("incident", i.incident());
    json.writeEndObject();
  }

  private void incident(Incident i) {
    json.writeStartObject();
    json.writeStringProperty("id", i.id());
    json.writeStringProperty("service", i.service());
    json.writeStringProperty("title", i.title());
    json.writeStringProperty("kind", lower(i.kind()));
    json.writeStringProperty("state", i.open() ? "open" : "closed");
    instant("opened", i.opened());
    instant("closed", i.closed());
    json.writeNumberProperty("updates", i.updates());
    json.writeStringProperty("rule", i.rule());
    json.writeEndObject();
  }

  private void windows() {
    json.writeObjectPropertyStart("windows");
    json.writeNumberProperty("count", report.coverage().count());
    instant("first", report.coverage().first());
    instant("last", report.coverage().last());
    json.writeArrayPropertyStart("missing");
    report.coverage().missing().forEach(m -> json.writeString(m.toString()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void finding(Finding f) {
    json.writeStartObject();
    json.writeStringProperty("level", lower(f.level()));
    json.writeStringProperty("code", f.reason().key());
    json.writeNumberProperty("line", f.line());
    json.writeStringProperty("text", words.say(f.reason()));
    json.writeEndObject();
  }

  private void instant(String name, Optional<Instant> at) {
    text(name, at.map(Instant::toString));
  }

  private void text(String name, Optional<String> text) {
    if (text.isPresent()) json.writeStringProperty(name, text.get());
    else json.writeNullProperty(name);
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}

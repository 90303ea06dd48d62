package iris.report.data;

import iris.history.contract.Period;
import iris.report.Reckoning;
import iris.report.Figure;
import iris.report.Statement;
import iris.signal.Reason;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures for a program, schema {@code iris-report/1} (src/docs/reports.md). Names never change within a schema;
 * what is new may come beside them.
 */
public final class JsonReport {
  static final String SCHEMA = "iris-report/1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Words words;

  private JsonReport(Words words) {
    this.words = words;
  }

  /** In UTF-8. */
  public static byte[] of(Statement statement, Words words) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("language", words.lang().name().toLowerCase(Locale.ROOT));
    root.put("made", statement.at().toString());
    ObjectNode period = root.putObject("period");
    period.put("written", statement.term().written());
    period.put("first", statement.term().from().toString());
    period.put("last", statement.term().to().minusDays(1).toString());
    ArrayNode absent = root.putArray("absent");
    statement.absent().forEach(absent::add);
    ArrayNode services = root.putArray("services");
    JsonReport report = new JsonReport(words);
    statement.services().forEach(a -> report.account(a, services.addObject()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private void account(Reckoning a, ObjectNode node) {
    node.put("contract", a.contract().id());
    node.put("name", a.contract().name());
    node.put("service", a.service());
    node.put("title", a.title());
    node.put("zone", a.contract().zone().getId());
    period(a.period(), a.contract().zone(), node);
    period(a.before(), a.contract().zone(), node.putObject("previous"));
    node.put("verdict", a.judgement().name());
    ArrayNode figures = node.putArray("figures");
    a.figures().forEach(f -> figure(f, a.contract().zone(), figures.addObject()));
    ArrayNode rules = node.putArray("rules");
    a.rules().forEach(rule -> reason(rule, rules.addObject()));
  }

  private static void period(Period period, ZoneId zone, ObjectNode node) {
    node.put("from", at(period.from(), zone));
    node.put("to", at(period.to(), zone));
  }

  private void figure(Figure f, ZoneId zone, ObjectNode node) {
    node.put("figure", f.key());
    node.put("from", at(f.from(), zone));
    node.put("to", at(f.to(), zone));
    if (!f.about().isEmpty()) node.put("about", f.about());
    if (f.value().isPresent()) node.put("value", f.unit().plain(f.value().getAsDouble()));
    else node.putNull("value");
    node.put("unit", f.unit().sign());
    f.note().ifPresent(note -> reason(note, node.putObject("note")));
  }

  private void reason(Reason reason, ObjectNode node) {
    node.put("key", reason.key());
    node.put("said", words.say(reason));
  }

  private static String at(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
  }
}

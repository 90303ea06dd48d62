package iris.relay.nagios;

import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Plain;
import iris.relay.Seen;
import iris.relay.passive.PassiveResult.Place;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import iris.signal.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the pages of the web interface mean. It answers 200 to everything: only the sentence in the page tells whether a
 * command was passed on, and even then not whether the server did anything with it.
 */
final class CgiPage {
  private static final Pattern FORM = Pattern.compile("(?i)name='nagFormId'\\s+value='([0-9a-zA-Z]{1,64})'");
  private static final Pattern TROUBLE =
      Pattern.compile("(?i)<div class='errorMessage'>(.{1,400}?)</div>|<p>(error: .{1,400}?)</p>");
  private static final Duration ASLEEP = Duration.ofMinutes(2);
  private static final int PENDING = 1;

  private CgiPage() {}

  /** The mark against forged forms, without which nothing happens; versions before 4.3 have none. */
  static Optional<String> formId(Answer.Said form) {
    Matcher m = FORM.matcher(form.body());
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  static Delivery committed(Answer.Said page, String user, Place place) {
    if (!page.well()) return Web.verdict(page);
    if (page.body().contains("successfully submitted")) return Delivery.done();
    if (page.body().contains("not authorized to commit"))
      return Delivery.refused("relay.nagios.cgi.not-authorized", user, place.service(), place.host());
    Matcher m = TROUBLE.matcher(page.body());
    String said = m.find() ? Plain.line(m.group(1) != null ? m.group(1) : m.group(2), 300) : "";
    return said.isEmpty() ? Delivery.later("relay.nagios.cgi.nothing")
        : Delivery.later("relay.nagios.cgi.said", said);
  }

  /**
   * How long the server has not written how things stand, if that is too long: it is stopped. The interface would hang
   * until it comes back, and then pass on everything that hung, in any order.
   */
  static Optional<Duration> asleep(Answer.Said status) {
    return Json.in(status.body()).map(json -> json.path("result")).flatMap(result -> {
      long asked = result.path("query_time").asLong(0);
      long wrote = result.path("last_data_update").asLong(0);
      if (asked <= 0 || wrote <= 0) return Optional.empty();
      return Optional.of(Duration.ofMillis(asked - wrote)).filter(age -> age.compareTo(ASLEEP) > 0);
    });
  }

  /** The text is empty where it is not ASCII and the web server runs in the locale C, as Debian's does. */
  static Seen seen(Answer.Said answer, Place place) {
    Optional<JsonNode> json = answer.well() ? Json.in(answer.body()) : Optional.empty();
    if (json.isEmpty()) return new Seen.Unasked(Reason.of("relay.web.status", answer.status()));
    JsonNode service = json.get().path("data").path("service");
    if (!service.isObject())
      return new Seen.Nothing(Reason.of("relay.nagios.no-service", place.service(), place.host()));
    int status = service.path("status").asInt(PENDING);
    return new Seen.Holds(switch (status) {
      case 2 -> Level.OK;
      case 4 -> Level.WARNING;
      case 16 -> Level.CRITICAL;
      default -> Level.UNKNOWN;
    }, service.path("plugin_output").asString(""));
  }
}

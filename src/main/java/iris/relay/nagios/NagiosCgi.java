package iris.relay.nagios;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.passive.Meant;
import iris.relay.passive.PassiveResult;
import iris.relay.passive.PassiveResult.Place;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The form of the stock web interface ({@code cmd.cgi}), which needs nothing installed on the server: the way to a Nagios
 * on another machine. The command carries no time; the server takes its own.
 */
public final class NagiosCgi implements Courier {
  /** PROCESS_SERVICE_CHECK_RESULT. */
  private static final String COMMAND = "30";
  private static final int AT_ONCE = 4;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final Target target;
  private final Ground ground;
  private final Web web;
  private final Door door;
  private final URI folder;
  private final Meant meant = new Meant();
  private volatile Instant awake = Instant.MIN;

  public NagiosCgi(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    this.web = new Web(target, ground);
    this.door = new Door(target, ground, web);
    this.folder = folder(target.link(Param.URL).orElseThrow());
  }

  /** Of the CGIs: as given, where the CGI lies that was given, or where a Nagios at this address has them. */
  private static URI folder(URI given) {
    String text = given.toString();
    if (text.endsWith(".cgi")) return given.resolve(".");
    String folder = text.endsWith("/") ? text : text + "/";
    return URI.create(text.contains("/cgi-bin") ? folder : folder + "cgi-bin/");
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return PassiveResult.taken(sort, target);
  }

  @Override
  public int parallel() {
    return AT_ONCE;
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    PassiveResult result = PassiveResult.of(message, target);
    try {
      Optional<Delivery> asleep = asleep();
      if (asleep.isPresent()) return asleep.get();
      Delivery is = submit(result);
      if (is instanceof Delivery.Delivered) meant.told(message, result);
      return is;
    } catch (Ground.Locked locked) {
      return Delivery.later(locked.reason());
    }
  }

  private Optional<Delivery> asleep() throws InterruptedException, Ground.Locked {
    Instant now = ground.clock().instant();
    if (!now.isBefore(awake) && now.isBefore(awake.plus(LOOK_AGAIN))) return Optional.empty();
    // An interface without this page is older than it: the form says what can be known then.
    if (!(ask("statusjson.cgi", Map.of("query", "programstatus")) instanceof Answer.Said said) || !said.well())
      return Optional.empty();
    Optional<Duration> asleep = CgiPage.asleep(said);
    if (asleep.isEmpty()) awake = now;
    return asleep.map(age -> Delivery.later("relay.nagios.cgi.asleep", age));
  }

  private Delivery submit(PassiveResult result) throws InterruptedException, Ground.Locked {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("cmd_typ", COMMAND);
    fields.put("host", result.host());
    fields.put("service", result.service());
    Answer form = ask("cmd.cgi", fields);
    if (form instanceof Answer.Silent silent) return silent.delivery();
    if (form instanceof Answer.Said said && !said.well()) return Web.verdict(said);
    Optional<String> id = CgiPage.formId((Answer.Said) form);
    fields.put("cmd_mod", "2");
    id.ifPresent(value -> fields.put("nagFormId", value));
    fields.put("plugin_state", String.valueOf(result.level().code()));
    fields.put("plugin_output", result.output());
    fields.put("performance_data", result.performance());
    fields.put("btnSubmit", "Commit");
    Map<String, String> cookie = id.map(value -> Map.of("cookie", "NagFormId=" + value)).orElse(Map.of());
    return switch (door.ask(folder.resolve("cmd.cgi"), Optional.of(encoded(fields)), cookie)) {
      case Answer.Silent silent -> silent.delivery();
      case Answer.Said said -> CgiPage.committed(said, target.text(Param.USER).orElse(""),
          new Place(result.host(), result.service()));
    };
  }

  private Answer ask(String cgi, Map<String, String> query) throws InterruptedException, Ground.Locked {
    return door.ask(folder.resolve(cgi + "?" + encoded(query)), Optional.empty(), Map.of());
  }

  private static String encoded(Map<String, String> fields) {
    StringJoiner form = new StringJoiner("&");
    fields.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString();
  }

  /** From the interface's copy of the status file: some seconds behind. */
  @Override
  public Optional<Seen> seen(Signal signal) throws InterruptedException {
    Place place = PassiveResult.place(signal, target);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("query", "service");
    query.put("hostname", place.host());
    query.put("servicedescription", place.service());
    try {
      return Optional.of(switch (ask("statusjson.cgi", query)) {
        case Answer.Said said -> meant.of(signal, CgiPage.seen(said, place));
        case Answer.Silent silent -> new Seen.Unasked(silent.why());
      });
    } catch (Ground.Locked locked) {
      return Optional.of(new Seen.Unasked(locked.reason()));
    }
  }

  @Override
  public void close() {
    web.close();
  }
}

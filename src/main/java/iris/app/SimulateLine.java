package iris.app;

import iris.agent.simulate.Fault;
import iris.agent.simulate.LogLine;
import iris.agent.simulate.Siv;
import iris.settings.Spans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/** {@code iris simulate siv ...} and {@code iris simulate siv fault NAME ...}, understood and checked. */
final class SimulateLine {
  static final int USUAL_PORT = 8090;
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,3})?)\\s*%");
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final List<String> RUNNING = List.of("--host", "--tls", "--certificate", "--log", "--log-format",
      "--script", "--traffic", "--peak", "--speed");

  /** Words of {@code --traffic}. */
  private enum Switch {
    ON,
    OFF
  }

  private final ParseResult said;
  private final Order.Common common;

  private SimulateLine(ParseResult said, Order.Common common) {
    this.said = said;
    this.common = common;
  }

  static Order order(ParseResult said, Order.Common common) throws Misuse {
    String[] words = said.matchedPositionalValue(0, new String[0]);
    if (!words[0].equals("siv")) throw new Misuse("app.usage.choice", "simulate", words[0], "siv");
    SimulateLine line = new SimulateLine(said, common);
    if (words.length == 1) return line.run();
    if (!words[1].equals("fault")) throw new Misuse("app.usage.choice", "simulate siv", words[1], "fault");
    if (words.length == 2) throw new Misuse("app.usage.missing", "simulate", "NAME");
    return line.disturb(words[2]);
  }

  private Order run() throws Misuse {
    only(List.of("--for", "--share"), "simulate siv fault");
    int port = whole("--port", USUAL_PORT, 0, 65_533);
    boolean tls = said.hasMatchedOption("--tls") || text("--certificate").isPresent();
    Path written = path("--certificate").orElse(Path.of(System.getProperty("java.io.tmpdir"), "iris-siv.pem"));
    Optional<String> form = text("--log-format");
    Optional<String> traffic = text("--traffic");
    return new Order.Simulate(common, text("--host").orElse("127.0.0.1"), port,
        tls ? Optional.of(written) : Optional.empty(), path("--log"),
        form.isEmpty() ? LogLine.Form.JSON : Orders.one(LogLine.Form.class, "--log-format", form.get()),
        traffic.isEmpty() || Orders.one(Switch.class, "--traffic", traffic.get()) == Switch.ON,
        whole("--speed", 1, 1, 120), whole("--peak", 5, 1, 500), path("--script"));
  }

  private Order disturb(String name) throws Misuse {
    only(RUNNING, "simulate siv");
    Optional<Fault> fault = Fault.of(name);
    if (fault.isEmpty() && !name.equals("none"))
      throw new Misuse("app.usage.choice", "simulate siv fault", name, String.join(", ", Siv.words()) + ", none");
    Optional<String> lasting = text("--for");
    Optional<Duration> span = lasting.flatMap(Spans::of).filter(d -> d.isPositive() && d.compareTo(LONGEST) <= 0);
    if (lasting.isPresent() && span.isEmpty()) throw new Misuse("app.usage.for", lasting.get());
    return new Order.Disturb(common, whole("--port", USUAL_PORT, 1, 65_533), fault, span,
        text("--share").isEmpty() ? 1 : share("--share", text("--share").get()));
  }

  /** Options that belong to the other of the two. */
  private void only(List<String> others, String theirs) throws Misuse {
    for (String other : others)
      if (said.hasMatchedOption(other)) throw new Misuse("app.usage.elsewhere", other, theirs);
  }

  /** {@code 30%} to 0.3. */
  static double share(String what, String written) throws Misuse {
    Matcher m = SHARE.matcher(written.strip());
    double percent = m.matches() ? Double.parseDouble(m.group(1).replace(',', '.')) : 0;
    if (!(percent > 0 && percent <= 100)) throw new Misuse("app.usage.share", what, written);
    return percent / 100;
  }

  private int whole(String option, int usual, int least, int most) throws Misuse {
    String written = text(option).orElse(String.valueOf(usual));
    int n = written.matches("\\d{1,6}") ? Integer.parseInt(written) : -1;
    if (n < least || n > most) throw new Misuse("app.usage.whole", option, written, least, most);
    return n;
  }

  private Optional<Path> path(String option) throws Misuse {
    Optional<String> written = text(option);
    return written.isEmpty() ? Optional.empty() : Optional.of(Orders.path(option, written.get()));
  }

  private Optional<String> text(String option) {
    return Optional.ofNullable(said.matchedOptionValue(option, (String) null));
  }
}

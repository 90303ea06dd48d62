package iris.settings.agent;

import iris.settings.Kind;
import iris.settings.Taken;
import iris.signal.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The kinds of value that only the agent's file has. */
final class AgentKinds {
  /** Part of guids and of file names: nothing that a URL or a file system could take amiss. */
  private static final String NAMES = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Map<String, Duration> UNITS = Map.of("s", Duration.ofSeconds(1), "ms", Duration.ofMillis(1),
      "us", Duration.ofNanos(1000), "µs", Duration.ofNanos(1000), "ns", Duration.ofNanos(1));

  static final Kind<String> NAME = new Kind<>("name", (written, base) ->
      name(written).<Taken<String>>map(Taken.Unfit::new).orElseGet(() -> Taken.fits(written)));

  static final Kind<ZoneId> ZONE = new Kind<>("zone", (written, base) -> {
    try {
      return Taken.fits(ZoneId.of(written));
    } catch (DateTimeException e) {
      return Taken.unfit("settings.agent.zone", written);
    }
  });

  static final Kind<Duration> UNIT = new Kind<>("s | ms | us | ns", (written, base) -> UNITS.containsKey(written)
      ? Taken.fits(UNITS.get(written))
      : Taken.unfit("settings.value.choice", written, "s | ms | us | ns"));

  /** {@code 200}, {@code 200-299}. */
  static final Kind<String> STATUS = new Kind<>("200-299", (written, base) ->
      written.matches("[1-5]\\d\\d(-[1-5]\\d\\d)?") && written.substring(0, 3).compareTo(last(written)) <= 0
          ? Taken.fits(written)
          : Taken.unfit("settings.agent.status", written));

  record Address(String host, int port) {}

  /** {@code host:port}, an IPv6 address in brackets; port 0 where {@code any} port will do. */
  static Kind<Address> address(boolean any) {
    return new Kind<>("host:port", (written, base) -> {
      int colon = written.lastIndexOf(':');
      String host = colon < 0 ? "" : written.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
      String port = written.substring(colon + 1);
      boolean bare = host.contains(":") && !written.startsWith("[");
      int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
      return host.isBlank() || bare || number < (any ? 0 : 1) || number > 65_535
          ? Taken.unfit("settings.agent.address", written)
          : Taken.fits(new Address(host, number));
    });
  }

  private AgentKinds() {}

  /** What is wrong with a name; empty if nothing is. */
  static Optional<Reason> name(String written) {
    return written.matches(NAMES) ? Optional.empty() : Optional.of(Reason.of("settings.name.odd", written));
  }

  private static String last(String range) {
    return range.substring(range.length() - 3);
  }
}

package iris.relay.prometheus;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen, as it is written: {@code 127.0.0.1:9634}, {@code [::1]:9634}, {@code :9634} for every address.
 *
 * @param host empty for every address
 */
record Place(String host, int port) {
  private static final Pattern WRITTEN = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^\\[\\]:\\s]*)):(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  /** Empty where it is no such thing. */
  static Optional<Place> of(String written) {
    Matcher m = WRITTEN.matcher(written.strip());
    if (!m.matches() || Integer.parseInt(m.group(3)) > LAST_PORT) return Optional.empty();
    String host = m.group(1) != null ? m.group(1) : m.group(2).equals("*") ? "" : m.group(2);
    return Optional.of(new Place(host, Integer.parseInt(m.group(3))));
  }
}

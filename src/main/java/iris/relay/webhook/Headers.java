package iris.relay.webhook;

import iris.relay.Ground;
import iris.relay.Value;
import iris.signal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Further headers of the configuration, {@code Name: value}; a value may be a place of a secret. */
final class Headers {
  private Headers() {}

  /** @return by the name in lower case */
  static Map<String, String> of(List<String> lines, Ground ground) throws Ground.Locked {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 1) throw new Ground.Locked(Reason.of("relay.webhook.header"));
      String value = line.substring(colon + 1).strip();
      boolean secret = value.startsWith("env:") || value.startsWith("file:");
      headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          secret ? ground.secret(new Value.Secret(value)) : value);
    }
    return headers;
  }
}

package iris.relay.nagios;

import iris.relay.Level;
import iris.relay.Seen;
import iris.relay.passive.PassiveResult.Place;
import iris.signal.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What Nagios keeps of a service in {@code status.dat}: blocks of {@code name=value}, written whole again and again. */
final class StatusFile {
  private StatusFile() {}

  static Seen look(Path file, Place place) {
    // Bytes that are no UTF-8 are another service's trouble: a reader that does not refuse them.
    try (BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      Map<String, String> block = new HashMap<>();
      boolean service = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String word = line.strip();
        if (word.endsWith("{")) {
          service = word.startsWith("servicestatus ");
          block.clear();
        } else if (word.equals("}")) {
          if (service && isOf(block, place)) return seen(block);
        } else if (service) {
          int equals = word.indexOf('=');
          if (equals > 0) block.put(word.substring(0, equals), word.substring(equals + 1));
        }
      }
    } catch (IOException e) {
      return new Seen.Unasked(Reason.of("relay.nagios.status.unreadable", file.toString()));
    }
    return new Seen.Nothing(Reason.of("relay.nagios.no-service", place.service(), place.host()));
  }

  private static boolean isOf(Map<String, String> block, Place place) {
    return place.host().equals(block.get("host_name")) && place.service().equals(block.get("service_description"));
  }

  private static Seen seen(Map<String, String> block) {
    boolean checked = "1".equals(block.get("has_been_checked"));
    return new Seen.Holds(switch (checked ? block.getOrDefault("current_state", "") : "") {
      case "0" -> Level.OK;
      case "1" -> Level.WARNING;
      case "2" -> Level.CRITICAL;
      default -> Level.UNKNOWN;
    }, block.getOrDefault("plugin_output", ""));
  }
}

package iris.agent.publish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where documents stand, as their readers know it. Without a base they are named from one another, which works in any
 * folder of any server.
 */
record Addresses(Optional<URI> base) {
  URI current(String service) {
    return from("", file(service));
  }

  URI archive(String service, LocalDate day) {
    return from("", archiveFile(service, day));
  }

  /** As seen from an archive, two folders deeper. */
  URI currentFromArchive(String service) {
    return from("../../", file(service));
  }

  URI archiveFromArchive(String service, LocalDate day) {
    return from("../../", archiveFile(service, day));
  }

  URI events(String service) {
    return from("", "events/" + segment(service));
  }

  static String file(String service) {
    return segment(service) + ".xml";
  }

  static String archiveFile(String service, LocalDate day) {
    return "archive/" + segment(service) + "/" + day + ".xml";
  }

  private URI from(String up, String path) {
    return base.map(b -> URI.create(b + (b.toString().endsWith("/") ? "" : "/") + path))
        .orElseGet(() -> URI.create(up + path));
  }

  /** One step of a path, harmless as a file's name too. */
  static String segment(String id) {
    StringBuilder out = new StringBuilder();
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_'
          || b == '.' && !out.isEmpty();
      if (plain) out.append((char) b);
      else out.append('%').append(String.format("%02X", b & 0xFF));
    }
    return out.toString();
  }
}

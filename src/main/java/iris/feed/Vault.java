package iris.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Reads secrets where they are kept, and refuses those that others can read too. */
public final class Vault {
  private static final int MOST = 1 << 20;
  private final Map<String, String> environment;

  public Vault(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** @throws Denied where it is not there, or not its owner's alone */
  public String open(Secret secret) throws Denied {
    String place = switch (secret) {
      case Secret.FromEnvironment e -> e.variable();
      case Secret.FromFile f -> f.file().toString();
    };
    String value = switch (secret) {
      case Secret.FromEnvironment e -> environment.get(e.variable());
      case Secret.FromFile f -> new String(secretFile(f.file()), StandardCharsets.UTF_8).strip();
    };
    if (value == null) throw new Denied("feed.secret.no-variable", place);
    if (value.isBlank()) throw new Denied("feed.secret.empty", place);
    // A line break in a header would start another header.
    if (value.chars().anyMatch(Character::isISOControl)) throw new Denied("feed.secret.control", place);
    return value;
  }

  String basic(Credentials.Basic basic) throws Denied {
    String pair = basic.user() + ":" + open(basic.password());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** A file that must be its owner's alone. */
  byte[] secretFile(Path file) throws Denied {
    try {
      if (!OwnerOnly.holds(file)) throw new Denied("feed.secret.open-file", file);
      return bytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** A file that anybody may read, such as a certificate. */
  byte[] publicFile(Path file) throws Denied {
    try {
      return bytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static byte[] bytes(Path file) throws IOException, Denied {
    if (Files.exists(file) && !Files.isRegularFile(file)) throw new Denied("feed.file.kind", file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] all = in.readNBytes(MOST + 1);
      if (all.length > MOST) throw new Denied("feed.secret.too-large", file);
      return all;
    }
  }

  static Denied unreadable(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> new Denied("feed.file.missing", file);
      case AccessDeniedException _ -> new Denied("feed.file.denied", file);
      default -> new Denied("feed.file.broken", file, e.getClass().getSimpleName());
    };
  }
}

package iris.relay.prometheus;

import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.web.Web;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may scrape. Compares hashes, in the same time whatever was said. */
record Gate(Target target, Ground ground) {
  /** @param authorization null if there was none */
  boolean opens(@Nullable String authorization) throws Ground.Locked {
    Optional<String> wanted = wanted();
    return wanted.isEmpty() || MessageDigest.isEqual(hash(wanted.get()), hash(normal(authorization)));
  }

  String challenge() {
    return bearer() ? "Bearer realm=\"IRIS\"" : "Basic realm=\"IRIS\", charset=\"UTF-8\"";
  }

  private boolean bearer() {
    return target.secret(Param.TOKEN).isPresent();
  }

  private Optional<String> wanted() throws Ground.Locked {
    if (bearer()) return Optional.of("Bearer " + ground.secret(target.secret(Param.TOKEN).get()));
    if (target.secret(Param.PASSWORD).isEmpty()) return Optional.empty();
    return Optional.of(
        Web.basic(target.text(Param.USER).orElse(""), ground.secret(target.secret(Param.PASSWORD).get())));
  }

  /** The scheme is said in letters large or small, with blanks before what follows. */
  private static String normal(@Nullable String authorization) {
    String[] parts = authorization == null ? new String[0] : authorization.strip().split(" +", 2);
    if (parts.length < 2) return "";
    String scheme = parts[0].toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "bearer" -> "Bearer " + parts[1];
      case "basic" -> "Basic " + parts[1];
      default -> "";
    };
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

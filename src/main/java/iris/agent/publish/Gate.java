package iris.agent.publish;

import iris.agent.AgentConfig.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may read. Compares hashes, in the same time whatever was said. */
record Gate(Optional<Access> access) {
  /** @param authorization header, null if there was none */
  boolean opens(@Nullable String authorization) {
    if (access.isEmpty()) return true;
    String said = authorization == null ? "" : authorization.strip();
    return switch (access.get()) {
      case Access.Basic(String user, String password) -> same(user + ":" + password, basic(after(said, "basic ")));
      case Access.Bearer(String token) -> same(token, after(said, "bearer "));
    };
  }

  /** What a stranger is told to bring. */
  String challenge() {
    return access.orElseThrow() instanceof Access.Bearer
        ? "Bearer realm=\"IRIS\""
        : "Basic realm=\"IRIS\", charset=\"UTF-8\"";
  }

  private static String after(String said, String scheme) {
    return said.regionMatches(true, 0, scheme, 0, scheme.length()) ? said.substring(scheme.length()).strip() : "";
  }

  private static String basic(String token) {
    try {
      return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static boolean same(String wanted, String said) {
    return MessageDigest.isEqual(hash(wanted), hash(said));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

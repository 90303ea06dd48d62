package iris.relay.nagios;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP Digest (RFC 7616) with {@code qop=auth}, in MD5 or SHA-256: what Debian's web interface of Nagios asks for, and
 * Java's HTTP client does not know.
 */
final class Digest {
  private static final Pattern PART = Pattern.compile("([a-zA-Z]+)=(?:\"((?:[^\"\\\\]|\\\\.){0,1000})\"|([^\\s,\"]{1,1000}))");

  private final Map<String, String> asked;
  private final String algorithm;
  private int count;

  private Digest(Map<String, String> asked, String algorithm) {
    this.asked = asked;
    this.algorithm = algorithm;
  }

  /** @return empty where {@code challenge} is no digest, or one of a kind that nobody serves */
  static Optional<Digest> of(String challenge) {
    if (!challenge.regionMatches(true, 0, "Digest ", 0, 7)) return Optional.empty();
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher m = PART.matcher(challenge.substring(7));
    while (m.find()) parts.put(m.group(1).toLowerCase(java.util.Locale.ROOT), m.group(2) != null ? m.group(2) : m.group(3));
    String wanted = parts.getOrDefault("algorithm", "MD5");
    String ours = wanted.equalsIgnoreCase("MD5") ? "MD5" : wanted.equalsIgnoreCase("SHA-256") ? "SHA-256" : "";
    boolean auth = java.util.List.of(parts.getOrDefault("qop", "").split("\\s*,\\s*")).contains("auth");
    if (ours.isEmpty() || !auth || !parts.containsKey("nonce")) return Optional.empty();
    return Optional.of(new Digest(parts, ours));
  }

  /** @param path of the request, with its query */
  synchronized String answer(String user, String password, String method, String path, String ownNonce) {
    String nonce = asked.get("nonce");
    String realm = asked.getOrDefault("realm", "");
    String nc = String.format("%08x", ++count);
    String secret = hash(user + ":" + realm + ":" + password);
    String response = hash(String.join(":", secret, nonce, nc, ownNonce, "auth", hash(method + ":" + path)));
    StringBuilder header = new StringBuilder("Digest username=\"").append(user.replace("\\", "\\\\").replace("\"", "\\\""))
        .append("\", realm=\"").append(realm).append("\", nonce=\"").append(nonce).append("\", uri=\"").append(path)
        .append("\", qop=auth, nc=").append(nc).append(", cnonce=\"").append(ownNonce).append("\", response=\"")
        .append(response).append('"');
    if (asked.containsKey("algorithm")) header.append(", algorithm=").append(asked.get("algorithm"));
    if (asked.containsKey("opaque")) header.append(", opaque=\"").append(asked.get("opaque")).append('"');
    return header.toString();
  }

  private String hash(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has " + algorithm, never);
    }
  }
}

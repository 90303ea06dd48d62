package iris.alarm;

import java.time.Instant;
import java.util.Objects;

/**
 * Who said to be at the desk. Holds only while the console runs under the login that it was said under: whoever logs in
 * tomorrow does not sign with yesterday's name.
 */
public record Signed(String login, String name, Instant since) {
  /** As long as a name may be. */
  public static final int LONGEST = 60;

  public Signed {
    Objects.requireNonNull(login);
    Objects.requireNonNull(name);
    Objects.requireNonNull(since);
  }
}

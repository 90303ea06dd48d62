package iris.agent.simulate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong on demand. */
public enum Fault {
  /** The provider's own work takes much longer. */
  SLOW(true),
  /** The provider answers 500. */
  ERRORS(true),
  /** The provider takes the question and does not answer before its own limit, then 503. */
  TIMEOUTS(true),
  /** The provider breaks the connection off instead of answering. */
  RESETS(true),
  /** Nobody listens at the external party's door: the provider answers 502. */
  EXTERNAL_DOWN(false),
  /** The external party takes much longer; past the provider's patience it is 504. */
  EXTERNAL_SLOW(true),
  /** Nobody listens at the provider's door. */
  PROVIDER_DOWN(false),
  /** The provider shows a certificate that ended yesterday. */
  CERTIFICATE_EXPIRED(false);

  private final boolean shared;

  Fault(boolean shared) {
    this.shared = shared;
  }

  /** Whether it may strike a share of the transactions only; a door is open or closed. */
  public boolean shared() {
    return shared;
  }

  /** Wire word: {@code external-down}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
  }
}

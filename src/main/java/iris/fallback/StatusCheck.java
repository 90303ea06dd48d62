package iris.fallback;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How to ask whether the fallback runs. A command says so by its exit code: 0 runs, another up to 125 rests. A call by
 * its status, or by what stands in its answer.
 *
 * @param contains the answer holds this text when it runs
 * @param at the answer is JSON, and this stands at this place of it when it runs
 * @param every between two questions
 */
public record StatusCheck(Deed deed, Optional<String> contains, Optional<At> at, Duration every) {
  /** @param pointer RFC 6901, "/state" */
  public record At(String pointer, String equal) {
    public At {
      Objects.requireNonNull(pointer);
      Objects.requireNonNull(equal);
    }
  }

  public StatusCheck {
    Objects.requireNonNull(deed);
    Objects.requireNonNull(contains);
    Objects.requireNonNull(at);
    if (every.isNegative() || every.isZero()) throw new IllegalArgumentException("every " + every);
  }
}

package iris.agent.keep;

import iris.signal.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of an announcement.
 *
 * @param refused why nothing was done; then nothing was published for it
 * @param said what was published for it, oldest first
 */
public record Answer(Optional<Reason> refused, List<Said> said) {
  /** One publication. */
  public record Said(String guid, String title) {}

  public Answer {
    Objects.requireNonNull(refused);
    said = List.copyOf(said);
  }

  static Answer refusal(Reason why) {
    return new Answer(Optional.of(why), List.of());
  }
}

package iris.feed;

import java.time.Instant;
import java.util.Optional;

/** How far what is kept reaches, from before this start: what a document begins with later is looked for in archives. */
@FunctionalInterface
public interface Reach {
  /** Nothing is kept. */
  Reach NOTHING = source -> Optional.empty();

  /** End of the newest window that is kept of a source. */
  Optional<Instant> of(String source);
}

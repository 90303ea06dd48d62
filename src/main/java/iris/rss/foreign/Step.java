package iris.rss.foreign;

import java.time.Instant;
import java.util.Optional;

/** One update of an incident. */
record Step(Optional<Instant> at, Phase phase, String words) {}

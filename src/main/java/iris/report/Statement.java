package iris.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All that a report says, in no language yet: every format is made of this one value.
 *
 * @param at when it was made
 * @param absent names of services that were asked for and of which nothing is known in this time
 */
public record Statement(Term term, Instant at, List<Reckoning> services, List<String> absent) {
  public Statement {
    Objects.requireNonNull(term);
    Objects.requireNonNull(at);
    services = List.copyOf(services);
    absent = List.copyOf(absent);
    if (services.isEmpty()) throw new IllegalArgumentException("a report of nothing");
  }
}

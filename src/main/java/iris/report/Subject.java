package iris.report;

import iris.history.contract.Contract;
import iris.history.years.Known;
import java.util.Objects;
import java.util.Optional;

/**
 * A service under a contract, of which there can be a report.
 *
 * @param contract of this service alone
 * @param title of the service, for a person
 * @param known empty: no window was ever received
 */
public record Subject(Contract contract, String service, String title, Optional<Known> known) {
  public Subject {
    Objects.requireNonNull(contract);
    Objects.requireNonNull(service);
    Objects.requireNonNull(title);
    Objects.requireNonNull(known);
  }

  /** By the key of its service or of its contract. */
  public boolean answersTo(String key) {
    return service.equals(key) || contract.id().equals(key);
  }

  /** Something is known of these days. */
  public boolean touches(Term term) {
    return known.filter(k -> k.first().isBefore(term.in(contract.zone()).to())
        && k.last().isAfter(term.in(contract.zone()).from())).isPresent();
  }
}

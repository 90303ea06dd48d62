package iris.alarm;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What this console checks by itself, as configured: what is not here was never measured, and must not be claimed.
 *
 * @param services feeds whose service has an address that we ask
 * @param neutral name of the host that shares our line and nothing else with the services
 */
public record Outlook(Set<String> services, Optional<String> neutral) {
  public static final Outlook NONE = new Outlook(Set.of(), Optional.empty());

  public Outlook {
    services = Set.copyOf(services);
    Objects.requireNonNull(neutral);
  }
}

package iris.app;

import iris.alarm.Rules;
import iris.history.contract.Contract;
import iris.history.contract.Period;
import iris.report.reckon.Promises;
import iris.settings.Settings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the settings promise of services: contracts, and for services without one their target.
 *
 * @param zone of the contracts that name none
 * @param feeds by service, the feed that tells of it, as far as the console knows
 */
record Promised(Supplier<Settings> settings, ZoneId zone, Supplier<Map<String, String>> told) implements Promises {
  @Override
  public List<Contract> contracts(Collection<String> known) {
    Set<String> services = new LinkedHashSet<>(settings.get().rules().services().keySet());
    services.addAll(known);
    List<Contract> all = new ArrayList<>();
    for (String service : services) all.add(usual(service));
    return all;
  }

  private Contract usual(String service) {
    Rules.ServiceRules rules = rules(service);
    return new Contract(service, title(service), List.of(service), rules.target(), zone, iris.history.contract.Hours.ALWAYS,
        Set.of(), false, Contract.ALL, Period.Unit.MONTH, rules.p95Limit(), Optional.empty());
  }

  private Rules.ServiceRules rules(String service) {
    return settings.get().rules().services().getOrDefault(service, Rules.ServiceRules.DEFAULT);
  }

  @Override
  public String title(String service) {
    return rules(service).name().orElse(service);
  }

  @Override
  public Map<String, String> feeds() {
    return told.get();
  }
}

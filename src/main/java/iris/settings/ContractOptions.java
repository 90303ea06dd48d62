package iris.settings;

import static iris.settings.Kinds.TEXT;
import static iris.settings.Kinds.choice;
import static iris.settings.Kinds.span;
import static iris.settings.Section.CONTRACTS;

import iris.history.contract.Contract;
import iris.history.contract.Hours;
import iris.history.contract.Period;
import iris.signal.Origin;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The part of the table about contracts, and the contracts that it makes. */
final class ContractOptions {
  /** Whether maintenance counts. */
  enum Works {
    EXCLUDED,
    COUNTED
  }

  static final Option<String> NAME = Option.may(CONTRACTS, "name", TEXT, "SIV 2026");
  static final Option<List<String>> SERVICES = Option.must(CONTRACTS, "services", ContractKinds.SERVICES, "siv");
  static final Option<Double> TARGET = Option.must(CONTRACTS, "target", ContractKinds.TARGET, "99.9%");
  static final Option<Period.Unit> PERIOD = Option.of(CONTRACTS, "period", ContractKinds.UNIT, Period.Unit.MONTH, "month");
  static final Option<ZoneId> ZONE = Option.may(CONTRACTS, "zone", ContractKinds.ZONE, "Europe/Paris");
  static final Option<Hours> HOURS = Option.of(CONTRACTS, "hours", ContractKinds.HOURS, Hours.ALWAYS, "24x7");
  static final Option<Set<LocalDate>> HOLIDAYS =
      Option.may(CONTRACTS, "holidays", ContractKinds.DATES, "2026-12-25, 2027-01-01");
  static final Option<Works> MAINTENANCE =
      Option.of(CONTRACTS, "maintenance", choice(Works.class), Works.EXCLUDED, "excluded");
  static final Option<Set<Origin>> AGAINST = Option.of(CONTRACTS, "against", ContractKinds.ORIGINS, Contract.ALL,
      "provider, external, network, unknown");
  static final Option<Duration> LIMIT = Option.may(CONTRACTS, "p95-limit", span("1ms", "10m"), "2s");
  static final Option<Duration> APDEX = Option.may(CONTRACTS, "apdex", span("1ms", "10m"), "500ms");

  private ContractOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(NAME, SERVICES, TARGET, PERIOD, ZONE, HOURS, HOLIDAYS, MAINTENANCE, AGAINST, LIMIT, APDEX);
  }

  /** By the order of the file. Where a contract says no zone it means the one of this machine. */
  static List<Contract> contracts(Map<String, Block> blocks, Map<String, Block> services) {
    Map<String, Contract> all = new LinkedHashMap<>();
    blocks.forEach((id, b) -> all.put(id, contract(id, b, services)));
    return List.copyOf(all.values());
  }

  private static Contract contract(String id, Block b, Map<String, Block> services) {
    List<String> keys = b.want(SERVICES);
    Optional<Duration> usual = Optional.ofNullable(services.get(keys.getFirst())).flatMap(s -> s.get(Options.P95_LIMIT));
    return new Contract(id, b.get(NAME).orElse(id), keys, b.want(TARGET), b.get(ZONE).orElseGet(ZoneId::systemDefault),
        b.want(HOURS), b.get(HOLIDAYS).orElse(Set.of()), b.want(MAINTENANCE) == Works.COUNTED, b.want(AGAINST),
        b.want(PERIOD), b.get(LIMIT).or(() -> usual), b.get(APDEX));
  }
}

package iris.settings;

import iris.alarm.Rules;
import iris.fallback.Plan;
import iris.feed.SourceConfig;
import iris.history.Retention;
import iris.history.contract.Contract;
import iris.notify.Alerting;
import iris.relay.Target;
import iris.report.due.Schedule;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the operators configured, as each package wants it.
 *
 * @param rules what the board judges by: the feeds in the order of the file, and the services
 * @param fallbacks how the internal fallbacks are switched and asked
 * @param contracts what is promised of services, in the order of the file
 * @param reports the month that is written by itself
 * @param relay the supervision servers that are told
 * @param alerting without author and icon, which only the program knows
 * @param retention how long the journal keeps what
 */
public record Settings(
    Display display,
    Alerting alerting,
    Vantage vantage,
    List<SourceConfig> feeds,
    Rules rules,
    List<Plan> fallbacks,
    Retention retention,
    List<Contract> contracts,
    Optional<Schedule> reports,
    List<Target> relay) {

  /**
   * The console's own checks.
   *
   * @param services by feed, the address of its service; a feed that is not here has no check
   * @param neutral a host that shares our link and nothing else with the services; empty: not checked
   * @param every 15 s to 1 h, for this and for the feeds' probes
   */
  public record Vantage(Map<String, URI> services, Optional<URI> neutral, Duration every) {
    public Vantage {
      services = Map.copyOf(services);
      Objects.requireNonNull(neutral);
      Objects.requireNonNull(every);
    }
  }

  public Settings {
    Objects.requireNonNull(display);
    Objects.requireNonNull(alerting);
    Objects.requireNonNull(vantage);
    feeds = List.copyOf(feeds);
    Objects.requireNonNull(rules);
    fallbacks = List.copyOf(fallbacks);
    Objects.requireNonNull(retention);
    contracts = List.copyOf(contracts);
    Objects.requireNonNull(reports);
    relay = List.copyOf(relay);
  }

  /** Nothing to poll: the console plays its demonstration. */
  public boolean nothingConfigured() {
    return feeds.isEmpty();
  }

  /** Without any plan of a fallback; what is kept stays as long as usual. */
  public Settings(Display display, Alerting alerting, Vantage vantage, List<SourceConfig> feeds, Rules rules) {
    this(display, alerting, vantage, feeds, rules, List.of(), Retention.USUAL, List.of(), Optional.empty(), List.of());
  }

  /** The same with these plans of fallbacks, of which the board knows what it must. */
  public Settings planned(List<Plan> plans) {
    Map<String, Rules.FallbackRules> known = new LinkedHashMap<>();
    plans.forEach(plan -> known.put(plan.service(), plan.rules()));
    return new Settings(display, alerting, vantage, feeds, rules.planned(known), plans, retention, contracts, reports, relay);
  }

  public Settings with(Display other) {
    return new Settings(other, alerting, vantage, feeds, rules, fallbacks, retention, contracts, reports, relay);
  }

  public Settings with(Retention other) {
    return new Settings(display, alerting, vantage, feeds, rules, fallbacks, other, contracts, reports, relay);
  }

  public Settings with(List<Contract> others) {
    return new Settings(display, alerting, vantage, feeds, rules, fallbacks, retention, others, reports, relay);
  }

  public Settings reporting(Optional<Schedule> other) {
    return new Settings(display, alerting, vantage, feeds, rules, fallbacks, retention, contracts, other, relay);
  }

  public Settings relaying(List<Target> targets) {
    return new Settings(display, alerting, vantage, feeds, rules, fallbacks, retention, contracts, reports, targets);
  }

  /** The first contract that names this service, else what is promised by its target alone. */
  public Contract contract(String service, ZoneId here) {
    Rules.ServiceRules of = rules.of(service);
    return contracts.stream().filter(c -> c.services().contains(service)).findFirst()
        .orElseGet(() -> Contract.usual(service, of.name().orElse(service), of.target(), of.p95Limit(), here));
  }
}

package iris.app;

import iris.alarm.Board;
import iris.alarm.ServiceState;
import iris.history.contract.Contract;
import iris.report.reckon.Promises;
import iris.settings.Settings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the settings promise of services: contracts, and for services without one their target. From any thread.
 *
 * @param zone of the contracts that name none
 * @param board where names and feeds are known; empty: without a console only what is configured is
 */
record Promised(Supplier<Settings> settings, ZoneId zone, Supplier<Optional<Board>> board) implements Promises {
  @Override
  public List<Contract> contracts(Collection<String> known) {
    Settings now = settings.get();
    List<Contract> all = new ArrayList<>(now.contracts());
    Set<String> others = new LinkedHashSet<>(now.rules().services().keySet());
    others.addAll(known);
    for (Contract contract : all) contract.services().forEach(others::remove);
    for (String service : others) all.add(now.contract(service, zone));
    return all;
  }

  @Override
  public String title(String service) {
    return settings.get().rules().of(service).name()
        .or(() -> board.get().map(b -> b.services().get(service)).map(s -> s.service().name())).orElse(service);
  }

  @Override
  public Map<String, String> feeds() {
    Map<String, String> feeds = new HashMap<>();
    board.get().ifPresent(b -> {
      for (ServiceState s : b.services().values()) feeds.put(s.key(), s.feed());
    });
    return feeds;
  }
}

package iris.report.reckon;

import iris.history.contract.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is configured of contracts and services, as it stands now. */
public interface Promises {
  /** @param known services of which there are windows: those without a contract get a usual one */
  List<Contract> contracts(Collection<String> known);

  /** Name of a service for a person; its key where it has none. */
  String title(String service);

  /** By service, the feed that tells of it, where it is known. */
  Map<String, String> feeds();
}

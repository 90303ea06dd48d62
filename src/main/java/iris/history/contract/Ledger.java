package iris.history.contract;

import iris.history.contract.Availability.Judgement;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that a report needs of a contract in a period.
 *
 * @param now when it was asked
 * @param accounts one for each service, in the order of the contract
 */
public record Ledger(Contract contract, Period period, Instant now, List<Account> accounts) {
  public Ledger {
    Objects.requireNonNull(contract);
    Objects.requireNonNull(period);
    Objects.requireNonNull(now);
    accounts = List.copyOf(accounts);
  }

  /** How much is read. */
  public enum Depth {
    /** What availability and outages need; of response times mean, longest, and percentiles where histograms tell. */
    BRIEF,
    /** How response times are spread over windows too, each as it was. */
    WHOLE
  }

  /**
   * Takes its time: never on the thread of the screen.
   *
   * @param feeds by service, the feed that tells of it, where it is known: why nothing was measured is told better then
   */
  public static Ledger of(Annals annals, Contract contract, Period period, Instant now, Depth depth,
      Map<String, String> feeds) throws Unreadable {
    Findings findings = new Findings(annals, contract, period, now, depth);
    List<Account> accounts = new ArrayList<>();
    for (String service : contract.services())
      accounts.add(new Account(contract, period, findings.of(service, feeds.get(service))));
    return new Ledger(contract, period, now, accounts);
  }

  /** Every window is read, and feeds are not known. */
  public static Ledger of(Annals annals, Contract contract, Period period, Instant now) throws Unreadable {
    return of(annals, contract, period, now, Depth.WHOLE, Map.of());
  }

  /** The worst of its services: the contract is kept where each of them keeps it. */
  public Judgement judgement() {
    List<Judgement> all = accounts.stream().map(a -> a.availability().judgement()).toList();
    if (all.contains(Judgement.BREACHED)) return Judgement.BREACHED;
    return all.contains(Judgement.INDETERMINATE) ? Judgement.INDETERMINATE : Judgement.MET;
  }
}

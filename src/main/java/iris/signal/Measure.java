package iris.signal;

import java.util.List;
import java.util.OptionalDouble;

/** A figure of a window that has a usual value. */
public enum Measure {
  /** Mean of the whole transaction, ms. */
  TRANSACTION,
  /** 95th percentile of the whole transaction, ms. */
  TRANSACTION_P95,
  /** Mean of the slowest external party, ms. */
  RESPONSE,
  /** 95th percentile of the slowest external party, ms. */
  RESPONSE_P95,
  /** Share of failed transactions, 0 to 1. */
  FAILURES,
  /** Transactions in a minute. */
  TRAFFIC;

  /** What a window says of it; empty where it says nothing. {@code service} knows which parties are external. */
  public OptionalDouble of(Window w, Service service) {
    return switch (this) {
      case TRANSACTION -> time(w.transaction().mean());
      case TRANSACTION_P95 -> time(w.transaction().p95());
      case RESPONSE -> slowest(w.responses(), service, false);
      case RESPONSE_P95 -> slowest(w.responses(), service, true);
      case FAILURES -> w.total() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) w.failed() / w.total());
      case TRAFFIC -> OptionalDouble.of(w.total() * 60_000.0 / Math.max(1, w.length().toMillis()));
    };
  }

  private static OptionalDouble slowest(List<Window.Response> responses, Service service, boolean p95) {
    return responses.stream().filter(r -> service.external(r.party()))
        .map(r -> time(p95 ? r.timing().p95() : r.timing().mean())).filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble).max();
  }

  private static OptionalDouble time(long ms) {
    return ms < 0 ? OptionalDouble.empty() : OptionalDouble.of(ms);
  }
}

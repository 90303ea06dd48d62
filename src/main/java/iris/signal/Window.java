package iris.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The statistic of one period of one service.
 *
 * @param service id of the service
 * @param from start, inclusive
 * @param to end, exclusive, after {@code from}
 * @param state what the feed says of it; never {@link Verdict#MAINTENANCE} on the wire
 * @param total transactions, 0 or more
 * @param failed those of them that failed, 0 to {@code total}
 * @param failures failures by origin; origins without a failure are left out
 * @param transaction times of the whole transaction as the customer sees it; {@link Timing#NONE} if not given
 * @param responses the external parties' shares of it
 * @param histograms encoded histograms, kept as they came (HdrHistogram V2, deflate, base64)
 */
public record Window(
    String service,
    Instant from,
    Instant to,
    Verdict state,
    long total,
    long failed,
    Map<Origin, Long> failures,
    Timing transaction,
    List<Response> responses,
    List<Histogram> histograms)
    implements Body {

  /** The share of one external party in the times. */
  public record Response(String party, Timing timing) {
    public Response {
      Objects.requireNonNull(party);
      Objects.requireNonNull(timing);
    }
  }

  /** An encoded histogram {@code of} transactionTime or responseTime. */
  public record Histogram(String of, String party, String encoding, String data) {
    public Histogram {
      Objects.requireNonNull(of);
      Objects.requireNonNull(party);
      Objects.requireNonNull(encoding);
      Objects.requireNonNull(data);
    }
  }

  public Window {
    Objects.requireNonNull(service);
    Objects.requireNonNull(state);
    Objects.requireNonNull(transaction);
    if (!from.isBefore(to)) throw new IllegalArgumentException("a window ends after it starts: " + from + " " + to);
    if (total < 0 || failed < 0 || failed > total)
      throw new IllegalArgumentException("failed " + failed + " of " + total + " transactions");
    failures = Map.copyOf(failures);
    responses = List.copyOf(responses);
    histograms = List.copyOf(histograms);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** Share of good transactions, 0 to 1; NaN for a window without traffic, which proves nothing. */
  public double ratio() {
    return total == 0 ? Double.NaN : (double) (total - failed) / total;
  }

  public long failedBy(Origin origin) {
    return failures.getOrDefault(origin, 0L);
  }
}

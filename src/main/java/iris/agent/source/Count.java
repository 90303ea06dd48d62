package iris.agent.source;

import iris.agent.Beat;
import iris.agent.Evidence;
import iris.agent.Mark;
import iris.agent.Tally;
import iris.signal.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts transactions of one source into windows and seconds until they are handed over. For one thread. */
public final class Count {
  /** Hand over when so many windows or seconds are open: times that jump about must not fill the memory. */
  private static final int MANY = 2_000;

  private static final int TOTAL = 0;
  private static final int PROVIDER = 1;
  private static final int EXTERNAL = 2;
  private static final int UNKNOWN = 3;
  private static final int SLOW = 4;

  private final String service;
  private final String source;
  private final long period;
  private final long limit;
  private final @Nullable String external;
  private final Fault fault;
  private final Map<Long, Tally> tallies = new TreeMap<>();
  private final Map<Long, long[]> beats = new TreeMap<>();
  @SuppressWarnings("NullAway.Init")
  private Tally tally;
  private long window = Long.MIN_VALUE;
  @SuppressWarnings("NullAway.Init")
  private long[] beat;
  private long second = Long.MIN_VALUE;
  private long unreadable;
  private Optional<String> example = Optional.empty();

  /**
   * @param period of the windows
   * @param limit over which a transaction is slow; empty: none is
   * @param external party whose times the transactions give where they do not name one
   */
  public Count(String service, String source, Duration period, Optional<Duration> limit, Optional<String> external,
      Fault fault) {
    this.service = service;
    this.source = source;
    this.period = period.toMillis();
    this.limit = limit.map(Duration::toMillis).orElse(Long.MAX_VALUE);
    this.external = external.orElse(null);
    this.fault = fault;
  }

  /** One more transaction. Its time is used as it is. */
  public void add(Transaction t) {
    Tally in = tally(Math.floorDiv(t.at, period));
    long[] during = beat(Math.floorDiv(t.at, 1000L));
    Optional<Origin> whose = fault.whose(t);
    if (whose.isPresent()) {
      in.failed(whose.get(), t.whole);
      during[slot(whose.get())]++;
    } else {
      in.good(t.whole);
    }
    during[TOTAL]++;
    if (t.whole > limit) during[SLOW]++;
    String party = t.party == null ? external : t.party;
    if (party != null && t.external >= 0) in.response(party, t.external);
  }

  private static int slot(Origin origin) {
    return switch (origin) {
      case PROVIDER -> PROVIDER;
      case EXTERNAL -> EXTERNAL;
      case NETWORK, UNKNOWN -> UNKNOWN;
    };
  }

  private Tally tally(long index) {
    if (index != window) {
      window = index;
      tally = tallies.computeIfAbsent(index, i -> new Tally(Instant.ofEpochMilli(i * period)));
    }
    return tally;
  }

  private long[] beat(long at) {
    if (at != second) {
      second = at;
      beat = beats.computeIfAbsent(at, s -> new long[5]);
    }
    return beat;
  }

  /** @param shown of what could not be read, already harmless */
  public void unreadable(String shown) {
    unreadable++;
    example = Optional.of(shown);
  }

  public boolean isEmpty() {
    return tallies.isEmpty() && unreadable == 0;
  }

  /** Whether it should be handed over before its time. */
  public boolean isMuch() {
    return beats.size() > MANY || tallies.size() > MANY / 20;
  }

  /** All that was counted since the last time, which now belongs to the receiver. */
  public Evidence.Counted take(Optional<Mark> mark) {
    List<Beat> seconds = new ArrayList<>(beats.size());
    beats.forEach((at, n) -> seconds.add(new Beat(Instant.ofEpochSecond(at), n[TOTAL], n[PROVIDER], n[EXTERNAL],
        n[UNKNOWN], n[SLOW])));
    Evidence.Counted counted = new Evidence.Counted(service, source, List.copyOf(tallies.values()), seconds, mark,
        unreadable, example);
    tallies.clear();
    beats.clear();
    window = Long.MIN_VALUE;
    second = Long.MIN_VALUE;
    unreadable = 0;
    example = Optional.empty();
    return counted;
  }
}

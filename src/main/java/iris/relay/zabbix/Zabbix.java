package iris.relay.zabbix;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Kind;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.signal.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Zabbix: each signal is a handful of trapper items that its discovery rule makes. The heartbeat, and the level of each
 * signal told again, keep the template's triggers on missing data quiet; when IRIS is silent they alarm.
 */
public final class Zabbix implements Courier {
  private static final String RULE = "iris.signals";
  /** Zabbix makes the items of a discovery at once, and knows them by its next CacheUpdateFrequency: a minute. */
  private static final Duration BIRTH = Duration.ofMinutes(3);
  private static final Duration ASK = Duration.ofSeconds(5);
  /** A rule that was not there may be by now: it is told again that often while items are missing. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  /** Zabbix throws away what is not discovered any more; another program may have told the rule something else. */
  private static final Duration DAILY = Duration.ofHours(12);

  private final Target target;
  private final Push push;
  private final Stamps stamps;
  private final InstantSource clock;
  private final Recent recent = new Recent();
  private List<Signal> all = List.of();
  /** The discovery rule took the signals, and when it was last told. */
  private boolean ruled;
  private Instant discovered = Instant.EPOCH;
  /** Signals whose items are not there, by their id, and since when. */
  private final Map<String, Instant> missing = new HashMap<>();

  public Zabbix(Target target, Ground ground) {
    this.target = target;
    this.clock = ground.clock();
    this.push = target.kind() == Kind.ZABBIX_API ? new Api(target, ground) : new Sender(target, ground);
    String name = "zabbix-" + URLEncoder.encode(target.id(), StandardCharsets.UTF_8).replace("*", "%2A") + ".stamp";
    this.stamps = new Stamps(ground.folder().resolve(name), clock);
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return sort != Message.Sort.STATISTIC || statistics();
  }

  private boolean statistics() {
    return target.flag(Param.STATISTICS, true);
  }

  @Override
  public synchronized Delivery introduce(List<Signal> signals) throws InterruptedException {
    all = List.copyOf(signals);
    return discover();
  }

  private Delivery discover() throws InterruptedException {
    discovered = clock.instant();
    String rule = target.text(Param.DISCOVERY).orElse(RULE);
    List<Entry> entries = Entries.discovery(all, target.mapping(), rule, Stamp.of(discovered));
    ruled = entries.isEmpty();
    if (ruled) return Delivery.done();
    return switch (push.put(entries)) {
      case Push.Took.Nothing(Delivery why) -> why;
      case Push.Took.Each(List<Entry> refused) when refused.isEmpty() -> {
        ruled = true;
        yield Delivery.done();
      }
      case Push.Took.Each(List<Entry> refused) -> Delivery.refused("relay.zabbix.discovery", hosts(refused), rule);
    };
  }

  private static String hosts(List<Entry> entries) {
    return entries.stream().map(Entry::host).distinct().collect(Collectors.joining(", "));
  }

  @Override
  public synchronized Delivery deliver(Message message) throws InterruptedException {
    if (ruled && discovered.plus(DAILY).isBefore(clock.instant())) discover();
    List<Entry> entries = Entries.of(message, target.mapping(), stamps, statistics());
    if (entries.isEmpty()) return Delivery.done();
    if (!recent.doubted().isEmpty() && put(recent.doubted()) instanceof Push.Took.Nothing(Delivery why)) return why;
    recent.settled();
    return switch (put(entries)) {
      case Push.Took.Nothing(Delivery why) -> why;
      case Push.Took.Each(List<Entry> refused) when refused.contains(entries.getFirst()) ->
          unknown(message.signal(), entries.getFirst());
      case Push.Took.Each(List<Entry> refused) -> {
        recent.took(entries, clock.instant());
        stamps.taken(entries.getFirst().stamp());
        missing.remove(message.signal().id());
        // Who keeps no figures, or no sentences, has no items for them; the level is what matters.
        yield refused.isEmpty() ? Delivery.done()
            : Delivery.done(refused.stream().map(e -> "-" + e.key()).collect(Collectors.joining(" ")));
      }
    };
  }

  private Push.Took put(List<Entry> entries) throws InterruptedException {
    Push.Took took = push.put(entries);
    if (took instanceof Push.Took.Nothing(Delivery.TryLater _)) recent.doubt();
    return took;
  }

  private Delivery unknown(Signal signal, Entry entry) throws InterruptedException {
    Delivery never = Delivery.refused("relay.zabbix.unknown", entry.host(), entry.key());
    if (all.stream().noneMatch(s -> s.id().equals(signal.id())) || signal.kind() == Signal.Kind.IRIS) return never;
    Instant now = clock.instant();
    Instant since = missing.computeIfAbsent(signal.id(), _ -> now);
    if (!ruled || !discovered.plus(AGAIN).isAfter(now)) {
      Delivery again = discover();
      if (!(again instanceof Delivery.Delivered)) return again;
    }
    if (!since.plus(BIRTH).isAfter(now)) return never;
    return new Delivery.TryLater(Optional.of(ASK), Reason.of("relay.zabbix.soon", entry.host(), entry.key()));
  }

  @Override
  public Optional<Seen> seen(Signal signal) throws InterruptedException {
    return push.seen(signal);
  }

  @Override
  public void close() {
    push.close();
  }
}

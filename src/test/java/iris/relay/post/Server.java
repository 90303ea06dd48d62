package iris.relay.post;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.signal.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A supervision server and the way to it, that does what a test says. */
class Server implements Courier {
  /** What comes of a message. */
  @FunctionalInterface
  interface Script {
    Delivery of(Message message) throws InterruptedException;
  }

  final List<Message> arrived = new ArrayList<>();
  final Map<String, Level> holds = new HashMap<>();
  final List<List<Signal>> introduced = new ArrayList<>();
  volatile Script script = _ -> Delivery.done();
  volatile boolean asked;
  volatile boolean figures = true;
  Duration gap = Duration.ZERO;
  int parallel = 1;

  @Override
  public boolean takes(Message.Sort sort) {
    return figures || sort != Message.Sort.STATISTIC;
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    Delivery delivery = script.of(message);
    if (delivery instanceof Delivery.Delivered) take(message);
    return delivery;
  }

  synchronized void take(Message message) {
    arrived.add(message);
    if (message.sort() != Message.Sort.STATISTIC) holds.put(message.signal().id(), message.level());
    notifyAll();
  }

  synchronized List<Message> events() {
    return arrived.stream().filter(m -> m.sort().event()).toList();
  }

  synchronized List<String> ids() {
    return events().stream().map(Message::id).toList();
  }

  @Override
  public Delivery introduce(List<Signal> all) {
    introduced.add(all);
    return Delivery.done();
  }

  @Override
  public synchronized Optional<Seen> seen(Signal signal) {
    if (!asked) return Optional.empty();
    Level level = holds.get(signal.id());
    return Optional.of(level == null ? new Seen.Nothing(Reason.of("nothing")) : new Seen.Holds(level, ""));
  }

  @Override
  public Duration gap() {
    return gap;
  }

  @Override
  public int parallel() {
    return parallel;
  }

  @Override
  public void close() {}
}

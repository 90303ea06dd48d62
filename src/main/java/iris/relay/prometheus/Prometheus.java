package iris.relay.prometheus;

import iris.relay.Backlog;
import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Param;
import iris.relay.Signal;
import iris.relay.Target;
import iris.signal.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits to be scraped at {@code /metrics}. Delivered means: stands there. What happened between two scrapes is seen in
 * counters alone, so this is no event bin. That IRIS is gone is for the shipped rules to notice
 * (src/docs/relay/iris-rules.yml): the values vanish with it.
 */
public final class Prometheus implements Courier {
  private final Target target;
  private final Ground ground;
  private final Ledger ledger;
  private Optional<Door> door = Optional.empty();
  private boolean closed;

  /** Listens at once where it can; else with the next message. */
  public Prometheus(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    ledger = new Ledger(ground.clock().instant());
    open();
  }

  @Override
  public boolean takes(Sort sort) {
    return target.wants(sort, true);
  }

  @Override
  public Delivery introduce(List<Signal> all) {
    ledger.keep(all);
    return Delivery.done();
  }

  /** What is told is kept also while the port is somebody else's: the newest is there when it is ours. */
  @Override
  public Delivery deliver(Message message) {
    ledger.hear(message, ground.clock().instant());
    return open().map(Delivery::later).orElseGet(Delivery::done);
  }

  @Override
  public void watch(Supplier<List<Backlog>> backlogs) {
    ledger.watch(backlogs);
  }

  /** @return why it does not listen */
  private synchronized Optional<Reason> open() {
    if (closed || door.isPresent()) return Optional.empty();
    String written = target.text(Param.LISTEN).orElse("");
    Optional<Place> place = Place.of(written);
    if (place.isEmpty()) return Optional.of(Reason.of("relay.prometheus.listen", written));
    try {
      door = Optional.of(Door.open(place.get(), new Page(target, ground, ledger)));
      return Optional.empty();
    } catch (IOException taken) {
      return Optional.of(Reason.of("relay.prometheus.port", written));
    }
  }

  /** Where it listens, for who let the system choose; 0 where it does not. */
  synchronized int port() {
    return door.map(Door::port).orElse(0);
  }

  @Override
  public synchronized void close() {
    closed = true;
    door.ifPresent(Door::close);
    door = Optional.empty();
  }
}

package iris.relay.hook;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.EventJson;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Param;
import iris.relay.Plain;
import iris.relay.Target;
import iris.signal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A command per transition, the event as one line of JSON on its standard input. Exit 0 is delivered; 75 (EX_TEMPFAIL
 * of sysexits.h) is "not now", for as long as it says so; all else is tried {@value #TRIES} times and then given up,
 * since a script that fails on an event fails on it again.
 */
public final class CommandHook implements Courier {
  private static final int AT_ONCE = 4;
  private static final int TRIES = 3;
  private static final int NOT_NOW = 75;
  private static final int SHOWN = 200;
  /** Messages whose failures are counted: more are not under way at once. */
  private static final int COUNTED = 1_000;

  private final Target target;
  private final List<String> command;
  private final int atOnce;
  private final Semaphore places;
  private final Map<String, Integer> failures = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > COUNTED;
    }
  };

  /** @param ground nothing is needed of it; here so that all couriers are made alike */
  public CommandHook(Target target, Ground ground) {
    this.target = target;
    command = target.lines(Param.COMMAND);
    atOnce = Math.max(1, target.whole(Param.AT_ONCE, AT_ONCE));
    places = new Semaphore(atOnce, true);
  }

  @Override
  public boolean takes(Sort sort) {
    return (sort.event() || sort == Sort.STATISTIC) && target.wants(sort, false);
  }

  @Override
  public int parallel() {
    return atOnce;
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    if (command.isEmpty() || command.getFirst().isBlank()) return Delivery.refused("relay.hook.no-command");
    if (!places.tryAcquire(target.timeout().toNanos(), TimeUnit.NANOSECONDS))
      return Delivery.later("relay.hook.busy", atOnce);
    try {
      byte[] input = (EventJson.line(message) + "\n").getBytes(StandardCharsets.UTF_8);
      return verdict(message.id(), Run.of(command, input, target.timeout()));
    } finally {
      places.release();
    }
  }

  private Delivery verdict(String id, Run.End end) {
    return switch (end) {
      case Run.End.Exit(int code, String said) when code == 0 -> {
        forget(id);
        yield new Delivery.Delivered(Run.firstLine(said).map(line -> Plain.line(line, SHOWN)));
      }
      case Run.End.Exit(int code, String said) -> {
        Reason why = Run.firstLine(said)
            .map(line -> Reason.of("relay.hook.said", code, Plain.line(line, SHOWN)))
            .orElseGet(() -> Reason.of("relay.hook.exit", code));
        yield code == NOT_NOW ? Delivery.later(why) : failed(id, why);
      }
      case Run.End.TooSlow() -> failed(id, Reason.of("relay.hook.slow", target.timeout()));
      // Replaced at this moment, or no process to be had: that is no word of the command on the event.
      case Run.End.NotStarted(String why) ->
          Delivery.later(Reason.of("relay.hook.not-started", Plain.line(why, SHOWN)));
    };
  }

  private synchronized Delivery failed(String id, Reason why) {
    int times = failures.merge(id, 1, Integer::sum);
    if (times < TRIES) return Delivery.later(why);
    failures.remove(id);
    return new Delivery.Refused(why);
  }

  private synchronized void forget(String id) {
    failures.remove(id);
  }

  /** Commands that run are waited for by their deliveries, which are interrupted and end them. */
  @Override
  public void close() {
    places.drainPermits();
  }
}

package iris.app;

import iris.app.relay.MachineGround;
import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Seen;
import iris.relay.Plain;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.post.Couriers;
import iris.relay.post.Relay;
import iris.relay.post.Trial;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.signal.Reason;
import iris.store.Owner;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code iris relay test TARGET}: a test outage and its recovery under a signal of its own, and what the server made of it. */
final class RelayTrial {
  /** Exit code of a server that did not take it, or holds something else. */
  private static final int NOT_WELL = 1;

  private final Target target;
  private final Terminal terminal;
  private boolean well = true;
  /** What it holds was asked for and shown. */
  private boolean proven = true;

  private RelayTrial(Target target, Terminal terminal) {
    this.target = target;
    this.terminal = terminal;
  }

  static int run(Order.RelayTest order, Terminal asked) throws InterruptedException, IOException {
    return switch (Commands.files(order.common()).read()) {
      case Reading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, asked);
      case Reading.Good(Settings settings) -> {
        Terminal terminal = Relaying.speaking(order.common(), settings);
        Optional<Target> target = settings.relay().stream().filter(t -> t.id().equals(order.target())).findFirst();
        if (target.isPresent()) yield new RelayTrial(target.get(), terminal).run();
        terminal.complain(unknown(order.target(), settings.relay(), Commands.files(order.common()).file()));
        yield Main.MISUSED;
      }
    };
  }

  /** A list of nobody helps nobody. */
  static Reason unknown(String target, List<Target> all, Path file) {
    if (all.isEmpty()) return Reason.of("app.relay.no-target", file);
    return Reason.of("app.relay.no-such", target, all.stream().map(Target::id).collect(Collectors.joining(", ")));
  }

  private int run() throws InterruptedException, IOException {
    Path folder = Relaying.folder(false);
    Owner.folder(folder);
    SystemClock clock = SystemClock.starting();
    Signal of = new Signal(Signal.Kind.SERVICE, Signal.TEST, words().say("app.relay.trial-name"));
    terminal.say(words().say("app.relay.trial-begins", target.id(), target.kind().word(), target.mapping().host(of),
        target.mapping().service(of)));
    try (Courier courier = Couriers.of(target, new MachineGround(folder, System.getenv(), () -> clock.get().wall()))) {
      Trial trial = Relay.test(target, courier, of, words(), clock);
      step("app.relay.trial-outage", trial.outage(), trial.bad(), Level.CRITICAL);
      step("app.relay.trial-recovery", trial.recovery(), trial.good(), Level.OK);
    } catch (IllegalArgumentException none) {
      bad("relay.post.no-courier", target.id(), String.valueOf(none.getMessage()));
    }
    terminal.say(words().say(!well ? "app.relay.trial-ill" : proven ? "app.relay.trial-well" : "app.relay.trial-sent", target.id()));
    return well ? 0 : NOT_WELL;
  }

  private void step(String what, Delivery delivery, Optional<Seen> seen, Level wanted) {
    String name = words().say(what);
    switch (delivery) {
      case Delivery.Delivered(Optional<String> proof) -> terminal.say(proof
          .map(said -> words().say("app.relay.trial-taken-proof", name, said))
          .orElseGet(() -> words().say("app.relay.trial-taken", name)));
      case Delivery.Superseded(Reason why) -> bad("app.relay.trial-superseded", name, words().say(why));
      case Delivery.TryLater(Optional<?> _, Reason why) -> bad("app.relay.trial-later", name, words().say(why));
      case Delivery.Refused(Reason why) -> bad("app.relay.trial-refused", name, words().say(why));
    }
    switch (seen.orElse(null)) {
      case null -> {
        proven = false;
        if (delivery instanceof Delivery.Delivered) terminal.say(words().say("app.relay.trial-unread"));
      }
      case Seen.Holds(Level level, String text) when level == wanted ->
          terminal.say(words().say("app.relay.trial-holds", levelName(level), Plain.line(text, Plain.SHOWN)));
      case Seen.Holds(Level level, String text) ->
          bad("app.relay.trial-holds-other", levelName(level), levelName(wanted), Plain.line(text, Plain.SHOWN));
      case Seen.Nothing(Reason why) -> bad("app.relay.trial-holds-nothing", words().say(why));
      case Seen.Unasked(Reason why) -> bad("app.relay.trial-unasked", words().say(why));
    }
  }

  private void bad(String key, Object... args) {
    well = false;
    terminal.say(words().say(key, args));
  }

  private String levelName(Level level) {
    return words().say("app.relay.level." + level.name());
  }

  private Words words() {
    return terminal.words();
  }
}

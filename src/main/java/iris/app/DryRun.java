package iris.app;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Outcome;
import iris.app.demo.Scratch;
import iris.app.relay.MachineGround;
import iris.flow.Mailbox;
import iris.history.Entry;
import iris.relay.Courier;
import iris.relay.Ground;
import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Param;
import iris.relay.Plain;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.post.Couriers;
import iris.relay.post.Herald;
import iris.relay.post.Said;
import iris.relay.post.Told;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.signal.Report;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code iris relay --dry-run}: watches the feeds and prints what each server would be told, in its own terms. Nothing is
 * sent and nothing is kept. How things stand is printed when it changes, not each time that it would be told again.
 */
final class DryRun {
  private final Terminal terminal;
  private final Map<Target, Predicate<Sort>> targets = new LinkedHashMap<>();
  private final Map<Signal, Level> stood = new HashMap<>();
  private final Herald herald;
  private final SystemClock clock;
  private Told told = Told.NOTHING;

  private DryRun(Settings settings, Terminal terminal, SystemClock clock, Path folder) {
    this.terminal = terminal;
    this.clock = clock;
    herald = Herald.of(terminal.words());
    Ground ground = new MachineGround(folder, System.getenv(), () -> clock.get().wall());
    for (Target target : settings.relay()) targets.put(target, taken(target, ground));
  }

  /** What a server can make something of. Couriers are asked just that: they open nothing before they deliver, but one. */
  private static Predicate<Sort> taken(Target target, Ground ground) {
    Predicate<Sort> wanted = sort -> sort != Sort.STATISTIC || target.flag(Param.STATISTICS, true);
    // Its door would be open as soon as it is there, perhaps where the service already listens.
    if (target.kind() == Kind.PROMETHEUS) return wanted;
    Set<Sort> sorts = EnumSet.noneOf(Sort.class);
    try (Courier courier = Couriers.of(target, ground)) {
      for (Sort sort : Sort.values()) if (courier.takes(sort) && wanted.test(sort)) sorts.add(sort);
    }
    return sorts::contains;
  }

  static int run(Order.Relay order, Terminal asked) throws InterruptedException, IOException {
    var files = Commands.files(order.common());
    return switch (files.read()) {
      case Reading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, asked);
      case Reading.Good(Settings settings)
          when !Relaying.ready(settings, files, Relaying.speaking(order.common(), settings)) -> Main.MISUSED;
      case Reading.Good(Settings settings) -> {
        System.setProperty("java.util.logging.config.class", AgentLogs.class.getName());
        CountDownLatch over = new CountDownLatch(1);
        try (Farewell _ = new Farewell(over::countDown, Relaying.PATIENCE); Scratch scratch = new Scratch()) {
          yield watch(settings, Relaying.speaking(order.common(), settings), scratch.folder(), over);
        }
      }
    };
  }

  private static int watch(Settings settings, Terminal terminal, Path folder, CountDownLatch over)
      throws InterruptedException {
    SystemClock clock = SystemClock.starting();
    DryRun dry = new DryRun(settings, terminal, clock, folder);
    Mailbox<Input> inputs = new Mailbox<>();
    terminal.say(terminal.words().say("app.relay.dry", settings.relay().size()));
    try (Unattended _ = new Unattended(settings, Outset.ofProfile(folder, Instant.now()), clock, inputs,
        report -> inputs.post(new Input.Heard(report)), (entries, kept) -> dry.heard(entries))) {
      over.await();
    }
    return 0;
  }

  private void heard(List<Entry> entries) {
    for (Entry entry : entries) heard(entry.outcome());
  }

  private void heard(Outcome outcome) {
    Said said = herald.tell(told, outcome);
    told = said.told();
    said.messages().forEach(this::tell);
    Board board = outcome.board();
    herald.states(board, clock.get()).stream().filter(this::news).forEach(this::tell);
    if (stood.put(Signal.IRIS, Level.OK) == null) tell(herald.heartbeat(board, clock.get()));
  }

  private boolean news(Message state) {
    return stood.put(state.signal(), state.level()) != state.level();
  }

  private void tell(Message m) {
    targets.forEach((target, taken) -> {
      if (taken.test(m.sort())) print(target, m);
    });
  }

  private void print(Target target, Message m) {
    Words words = terminal.words();
    terminal.say(words.say("app.relay.dry-line", target.id(), m.at(), words.say("app.relay.sort." + m.sort().name()),
        words.say("app.relay.level." + m.level().name()), plain(target.mapping().host(m)), plain(target.mapping().service(m))));
    terminal.say("    " + plain(target.mapping().text(m)));
    if (m.sort() == Sort.STATISTIC || m.sort() == Sort.STATE || m.sort() == Sort.HEARTBEAT) return;
    terminal.say("    " + words.say("app.relay.dry-id", plain(m.id())));
    Map<String, String> labels = target.mapping().labels(m);
    if (!labels.isEmpty())
      terminal.say("    " + plain(labels.entrySet().stream().map(Object::toString).collect(Collectors.joining(", "))));
  }

  /** Feeds write names and titles, and a terminal obeys what stands in them. */
  private static String plain(String text) {
    return Plain.line(text, Plain.SHOWN);
  }
}

package iris.app;

import iris.alarm.Input;
import iris.alarm.Outcome;
import iris.app.service.Systemd;
import iris.flow.Mailbox;
import iris.history.Entry;
import iris.relay.post.Lease;
import iris.relay.post.Standing;
import iris.settings.ConfigFiles;
import iris.settings.ConfigWatch;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.signal.Reason;
import iris.signal.Report;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * {@code iris relay}: feeds, desk, journal and the servers that are told, without a screen, until the process is told to
 * end. Its folder is its own, so that a console may run beside it.
 */
final class Relaying {
  /** Everything is on the disk before it is on its way: what does not end in this time may be cut off. */
  static final Duration PATIENCE = Duration.ofMillis(4_500);
  private static final String FOLDER = "relay";

  private final Order.Relay order;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Mailbox<Input> inputs = new Mailbox<>();
  private final Map<String, Boolean> ill = new ConcurrentHashMap<>();
  private volatile Terminal terminal;
  private volatile Settings settings;

  private Relaying(Order.Relay order, Settings settings) {
    this.order = order;
    this.settings = settings;
    terminal = speaking(order.common(), settings);
  }

  /** Where the service keeps its journal and its letters; or the console, which may run the same relay. */
  static Path folder(boolean console) {
    Path state = Commands.places().state();
    return console ? state : state.resolve(FOLDER);
  }

  static int run(Order.Relay order, Terminal asked) throws InterruptedException {
    ConfigFiles files = Commands.files(order.common());
    return switch (files.read()) {
      case Reading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, asked);
      case Reading.Good(Settings settings) when !ready(settings, files, speaking(order.common(), settings)) -> Main.MISUSED;
      case Reading.Good(Settings settings) -> {
        // The log of a service is read by the journal of the system, not in a folder of the console.
        System.setProperty("java.util.logging.config.class", AgentLogs.class.getName());
        Relaying relaying = new Relaying(order, settings);
        try (Farewell _ = new Farewell(relaying.over::countDown, PATIENCE)) {
          yield relaying.serve(files);
        }
      }
    };
  }

  static int check(Order.Common common, Terminal asked) {
    ConfigFiles files = Commands.files(common);
    return switch (files.read()) {
      case Reading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, asked);
      case Reading.Good(Settings settings) when !ready(settings, files, asked) -> Main.MISUSED;
      case Reading.Good(Settings settings) -> {
        asked.say(asked.words().say("app.relay.good", files.file(), settings.feeds().size(), settings.relay().size()));
        yield 0;
      }
    };
  }

  /** The language of the line goes before that of the file. */
  static Terminal speaking(Order.Common common, Settings settings) {
    return Terminal.of(common.language().orElse(settings.display().language()));
  }

  /** Somebody to hear, and somebody to tell. */
  static boolean ready(Settings settings, ConfigFiles files, Terminal terminal) {
    if (settings.nothingConfigured() && !Files.exists(files.file())) {
      terminal.complain(Reason.of("app.relay.no-file", files.file()));
      return false;
    }
    if (settings.nothingConfigured()) terminal.complain(Reason.of("app.relay.no-feed", files.file()));
    if (settings.relay().isEmpty()) terminal.complain(Reason.of("app.relay.no-target", files.file()));
    return !settings.nothingConfigured() && !settings.relay().isEmpty();
  }

  private int serve(ConfigFiles files) throws InterruptedException {
    Path folder = folder(false);
    Outset outset = Outset.ofProfile(folder, Instant.now());
    if (outset.journal().isEmpty()) {
      // Without a place for what is not delivered yet nothing could be promised; the servers notice the silence.
      terminal.complain(outset.readOnly().map(_ -> Reason.of("app.relay.second", folder)).or(outset::fault).orElseThrow());
      return Main.MISUSED;
    }
    SystemClock clock = SystemClock.starting();
    Optional<Lease> lease = order.lease().map(shared -> new Lease(shared, name(folder)));
    try (Outward outward = outward(folder, clock, lease, outset);
        Unattended station = new Unattended(settings, outset, clock, inputs, this::report,
            (entries, kept) -> outward.heard(outcomes(entries), kept));
        Frugal _ = new Frugal(Frugal.Thrift.SERVICE);
        Systemd systemd =
            new Systemd(System.getenv(), () -> station.well() && outward.turns(), () -> line(station, outward));
        ConfigWatch _ = new ConfigWatch(files, ConfigWatch.EVERY, reading -> take(reading, files, station, outward))) {
      terminal.say(terminal.words().say("app.relay.running", settings.feeds().size(), settings.relay().size(), folder));
      systemd.ready();
      over.await();
      terminal.err().println(terminal.words().say("app.relay.ending"));
    }
    return 0;
  }

  /** Before the desk begins, so that nothing of it is missed. */
  private Outward outward(Path folder, SystemClock clock, Optional<Lease> lease, Outset outset) {
    Outward outward = new Outward(folder, clock, this::report, lease, outset);
    outward.configure(settings.relay(), terminal.words());
    return outward;
  }

  /** The same after a restart, and no other relay's. */
  private static String name(Path folder) {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
        .orElseGet(Relaying::host);
    return host + " " + folder.toAbsolutePath();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "nameless";
    }
  }

  private static List<Outcome> outcomes(List<Entry> entries) {
    return entries.stream().map(Entry::outcome).toList();
  }

  /** One that cannot be taken is said, here and as an alarm, and the old one goes on. */
  private void take(Reading reading, ConfigFiles files, Unattended station, Outward outward) {
    switch (reading) {
      case Reading.Bad(List<Problem> problems) -> {
        problems.forEach(p -> terminal.err().println(CheckConfig.line(p, terminal.words())));
        report(new Report.Health("configuration", false,
            Reason.of("app.config.kept", problems.size(), CheckConfig.line(problems.getFirst(), terminal.words()))));
      }
      case Reading.Good(Settings changed) when !ready(changed, files, terminal) -> report(
          new Report.Health("configuration", false, Reason.of("app.relay.nothing-left", files.file())));
      case Reading.Good(Settings changed) -> {
        terminal = speaking(order.common(), changed);
        settings = changed;
        station.reconfigure(changed);
        outward.configure(changed.relay(), terminal.words());
        report(new Report.Health("configuration", true, Reason.of("app.config.taken")));
      }
    }
  }

  private void report(Report report) {
    if (report instanceof Report.Health health) note(health);
    inputs.post(new Input.Heard(report));
  }

  /** One line for each part that broke and that works again: the lines of the system's journal. */
  private void note(Report.Health health) {
    Boolean was = ill.put(health.part(), !health.well());
    if (was == null && health.well() || was != null && was == !health.well()) return;
    terminal.err().println(terminal.words().say(health.well() ? "app.relay.part-well" : "app.relay.part-ill", health.part(),
        terminal.words().say(health.why())));
  }

  private String line(Unattended station, Outward outward) {
    List<Standing> all = outward.standing();
    long well = all.stream().filter(s -> s.trouble().isEmpty()).count();
    return terminal.words().say("app.relay.line", station.fresh(), settings.feeds().size(), well, settings.relay().size(),
        all.stream().mapToLong(Standing::queued).sum());
  }
}

package iris.app;

import iris.agent.simulate.Fault;
import iris.agent.simulate.LogLine;
import iris.app.demo.Scene;
import iris.history.keep.FileForm;
import iris.history.keep.Selection;
import iris.settings.Display;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the user asked for on the command line, understood and checked. */
public sealed interface Order {

  /** What every command takes. Empty: the configuration, then the session, decides. */
  record Common(Optional<Path> config, Optional<Display.Language> language, Optional<Display.Theme> theme) {
    public Common {
      Objects.requireNonNull(config);
      Objects.requireNonNull(language);
      Objects.requireNonNull(theme);
    }
  }

  /** {@code screen}: 1 is the first. */
  record Console(Common common, boolean wall, Optional<Integer> screen) implements Order {
    /** Of an empty line. */
    static final Console PLAIN =
        new Console(new Common(Optional.empty(), Optional.empty(), Optional.empty()), false, Optional.empty());
  }

  /** {@code speed}: how many times faster than life, 1 to 120. */
  record Demo(Common common, Scene scene, int speed, boolean wall, Optional<Integer> screen) implements Order {}

  /**
   * What was, from the journal.
   *
   * @param from as it is written: times are read by the clock of the reader; empty: the last hours
   * @param speed empty: it stands where it begins
   */
  record Replay(Common common, Optional<String> from, Optional<String> to, Optional<Integer> speed) implements Order {}

  /** {@code source}: a URL or a path; {@code strict}: whether profile 1 is applied to the letter. */
  record Check(Common common, String source, Format format, boolean strict) implements Order {
    /** Formats of the answer. */
    public enum Format {
      TEXT,
      JSON,
      NAGIOS
    }
  }

  /** {@code patience}: the longest that the sources are waited for. */
  record Snapshot(Common common, List<String> sources, Path out, int width, int height, Duration patience) implements Order {
    public Snapshot {
      sources = List.copyOf(sources);
      if (sources.isEmpty()) throw new IllegalArgumentException("a picture of nothing");
    }
  }

  /**
   * The stand-in for the real service.
   *
   * @param port of its front, the next two are the external party's and the admin's; 0: any
   * @param certificate where the authority's certificate is written; empty: no TLS
   * @param peak transactions a second at the rush hour
   */
  record Simulate(
      Common common,
      String host,
      int port,
      Optional<Path> certificate,
      Optional<Path> log,
      LogLine.Form form,
      boolean traffic,
      int speed,
      int peak,
      Optional<Path> script)
      implements Order {}

  /** A fault for a simulator that runs. @param fault empty: all are ended; {@code port} of its front */
  record Disturb(Common common, int port, Optional<Fault> fault, Optional<Duration> lasting, double share)
      implements Order {}

  /** The reporting agent, until the process is told to end. */
  record Agent(Common common) implements Order {}

  record AgentCheck(Common common) implements Order {}

  record AgentExample() implements Order {}

  record AgentStatus(Common common) implements Order {}

  /** @param said options as they are written: times are read in the zone of the configuration */
  record Announce(Common common, String service, Kind kind, Map<String, String> said) implements Order {
    /** What can be announced, and the options that say more of it. */
    public enum Kind {
      OUTAGE("--since", "--party", "--origin"),
      DEGRADED("--since", "--party", "--origin"),
      UPDATE("--id", "--since", "--party", "--origin", "--severity"),
      CLOSE("--id", "--until"),
      MAINTENANCE("--id", "--from", "--to"),
      CANCEL("--id"),
      NOTICE;

      private final List<String> options;

      Kind(String... options) {
        this.options = Stream.concat(Stream.of("--text", "--author"), Stream.of(options)).toList();
      }

      List<String> options() {
        return options;
      }

      /** What cannot be left out. */
      List<String> must(Set<String> given) {
        if (this == NOTICE) return List.of("--text");
        return this == MAINTENANCE && !given.contains("--id") ? List.of("--from", "--to") : List.of();
      }

      static List<String> all() {
        return Stream.of(values()).flatMap(k -> k.options.stream()).distinct().toList();
      }
    }

    public Announce {
      said = Map.copyOf(said);
    }
  }

  /**
   * The automatic mode, until the process is told to end.
   *
   * @param dryRun nothing is sent: what would be is printed
   * @param lease folder shared with the other relay of the room, of which one speaks
   */
  record Relay(Common common, boolean dryRun, Optional<Path> lease) implements Order {}

  /** Whether the configuration is one that a relay can run on. */
  record RelayCheck(Common common) implements Order {}

  /** A test outage and its recovery for one server. @param target as the configuration names it */
  record RelayTest(Common common, String target) implements Order {}

  /**
   * What servers refused.
   *
   * @param target empty: of all
   * @param console those of the console, not of the service
   */
  record RelayDead(Common common, Deed deed, Optional<String> target, boolean console) implements Order {
    /** What is done with them. */
    public enum Deed {
      LIST,
      REPLAY,
      DROP
    }
  }

  /** How the relay does. @param console that of the console, not of the service */
  record RelayStatus(Common common, boolean console) implements Order {}

  /** Something done with the history that is kept, with or without a console that runs. */
  record History(Common common, Errand errand) implements Order {
    /** The words after {@code iris history}. */
    public sealed interface Errand {}

    /** @param to a file, or a folder in which it gets a name with its time */
    public record Backup(Path to) implements Errand {}

    public record Restore(Path from) implements Errand {}

    public record Verify() implements Errand {}

    public record Export(Selection what, FileForm form, Path out) implements Errand {}

    public record Import(Path from) implements Errand {}
  }

  /**
   * The report of a time.
   *
   * @param services keys of services or contracts; empty: all
   * @param period as it is written: days are those of a zone, which the configuration knows
   */
  record Report(Common common, List<String> services, String period, Path out, iris.report.Format format) implements Order {
    public Report {
      services = List.copyOf(services);
      Objects.requireNonNull(period);
      Objects.requireNonNull(out);
      Objects.requireNonNull(format);
    }
  }

  /** The report of the last month, where the settings want it, if it was not written yet. */
  record DueReport(Common common) implements Order {}

  record CheckConfig(Common common) implements Order {}

  record ExampleConfig(Common common) implements Order {}

  record Version() implements Order {}

  record Help(Topic topic) implements Order {
    /** What can be asked about; the first is the overview. */
    public enum Topic {
      COMMANDS,
      OPERATOR,
      ADMINISTRATOR,
      PROVIDER,
      CONSOLE,
      DEMO,
      REPLAY,
      CHECK,
      SNAPSHOT,
      SIMULATE,
      AGENT,
      RELAY,
      HISTORY,
      REPORT,
      CONFIG
    }
  }
}

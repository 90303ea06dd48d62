package iris.agent.source.check;

import iris.agent.SourceSpec.Asked;
import iris.signal.Reason;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;

/** A command in the convention of Nagios plugins. */
final class PluginCheck implements Asking {
  private final Leftovers leftovers = new Leftovers();
  private final Asked.Command command;
  private final Duration timeout;
  private final Checks checks;

  PluginCheck(Asked.Command command, Duration timeout, Checks checks) {
    this.command = command;
    this.timeout = timeout;
    this.checks = checks;
  }

  @Override
  public Found ask() throws InterruptedException {
    long began = System.nanoTime();
    Verdict verdict = leftovers.tooMany() ? new Verdict.Unknown(Reason.of("agent.check.command.leftovers", name()))
        : verdict(PluginRun.of(command.line(), checks.environment(), timeout, leftovers));
    return new Found(verdict, Duration.ofNanos(System.nanoTime() - began), Optional.empty(), OptionalInt.empty());
  }

  private Verdict verdict(PluginRun.Outcome outcome) {
    return switch (outcome) {
      case PluginRun.Outcome.NotStarted _ -> new Verdict.Unknown(Reason.of(missing(), name()));
      // A plugin mostly hangs since what it asks hangs: a false alarm is mended by a longer limit, a missed one is not.
      case PluginRun.Outcome.Hung _ ->
          known(false, false, timeout, Reason.of("agent.check.command.hung", name(), timeout));
      case PluginRun.Outcome.Ended ended -> judge(ended);
    };
  }

  private String missing() {
    try {
      Path file = Path.of(name());
      if (file.getNameCount() > 1 && Files.exists(file))
        return Files.isExecutable(file) ? "agent.check.command.broken" : "agent.check.command.forbidden";
    } catch (InvalidPathException e) {
      return "agent.check.command.absent";
    }
    return "agent.check.command.absent";
  }

  private Verdict judge(PluginRun.Outcome.Ended ended) {
    PluginOutput output = PluginOutput.of(ended.out());
    String sentence = !output.sentence().isEmpty() ? output.sentence() : PluginOutput.of(ended.err()).sentence();
    Duration took = Performance.latency(output.performance()).orElse(ended.took());
    return switch (ended.code()) {
      case 0 -> known(true, false, took, said("agent.check.command.ok", sentence));
      case 1 -> known(true, true, took, said("agent.check.command.warning", sentence));
      case 2 -> known(false, false, took, said("agent.check.command.critical", sentence));
      case 3 -> new Verdict.Unknown(said("agent.check.command.unknown", sentence));
      default -> new Verdict.Unknown(Reason.of("agent.check.command.code", name(), ended.code(),
          sentence.isEmpty() ? "" : " (" + sentence + ")"));
    };
  }

  private static Verdict known(boolean well, boolean degraded, Duration latency, Reason why) {
    return new Verdict.Known(well, degraded, Optional.of(latency), why);
  }

  private Reason said(String key, String sentence) {
    return Reason.of(key, name(), sentence.isEmpty() ? "—" : sentence);
  }

  private String name() {
    return command.line().getFirst();
  }

  @Override
  public Semaphore places() {
    return checks.commands();
  }
}

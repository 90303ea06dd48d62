package iris.app;

import iris.relay.post.Standing;
import iris.signal.Reason;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code iris relay status}: how the servers are told, by what the running relay writes down every few seconds. */
final class RelayStatus {
  /** Exit code where a server does not get what it is told. */
  private static final int AMISS = 1;

  private RelayStatus() {}

  static int run(Order.RelayStatus order, Terminal terminal) {
    Path folder = Relaying.folder(order.console());
    Optional<StandingFile.Look> read = StandingFile.read(folder);
    if (read.isEmpty()) {
      terminal.complain(Reason.of("app.relay.nothing-kept", folder));
      return Main.FAILED;
    }
    StandingFile.Look look = read.get();
    boolean running = Duration.between(look.at(), Instant.now()).compareTo(StandingFile.STALE) < 0;
    Words words = terminal.words();
    terminal.say(words.say(running ? "app.relay.status-running" : "app.relay.status-stopped", look.at()));
    look.targets().forEach(s -> say(s, terminal));
    if (!running) return Main.FAILED;
    return look.targets().stream().anyMatch(s -> s.trouble().isPresent() || s.dead() > 0) ? AMISS : 0;
  }

  private static void say(Standing s, Terminal terminal) {
    Words words = terminal.words();
    terminal.say(words.say("app.relay.status-target", s.target(), s.kind().word(),
        s.delivered().map(at -> words.figures().stamp(at)).orElse("–"), s.queued()));
    s.trouble().or(s::last).ifPresent(why -> terminal.say("  " + words.say(why)));
    if (s.dead() > 0) terminal.say("  " + words.say("app.relay.status-dead", s.dead()));
    if (s.condensed() > 0) terminal.say("  " + words.say("app.relay.status-condensed", s.condensed()));
    if (s.lost() > 0) terminal.say("  " + words.say("app.relay.status-lost", s.lost()));
  }
}

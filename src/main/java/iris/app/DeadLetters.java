package iris.app;

import iris.relay.Plain;
import iris.relay.post.Dead;
import iris.relay.post.Outbox;
import iris.signal.Reason;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** {@code iris relay dead}: what servers refused, and what becomes of it. Also while a relay runs. */
final class DeadLetters {
  /** Exit code where something is left to look at. */
  private static final int LEFT = 1;

  private final Outbox outbox;
  private final Terminal terminal;

  private DeadLetters(Outbox outbox, Terminal terminal) {
    this.outbox = outbox;
    this.terminal = terminal;
  }

  static int run(Order.RelayDead order, Terminal terminal) {
    Path folder = Relaying.folder(order.console());
    if (!Files.exists(folder.resolve(Outbox.FILE))) {
      terminal.complain(Reason.of("app.relay.nothing-kept", folder));
      return Main.FAILED;
    }
    try (Outbox outbox = Outbox.open(folder)) {
      List<String> known = outbox.targets();
      if (order.target().filter(t -> !known.contains(t)).isPresent()) {
        terminal.complain(Reason.of("app.relay.no-such", order.target().get(), String.join(", ", known)));
        return Main.MISUSED;
      }
      return new DeadLetters(outbox, terminal).run(order.deed(), order.target().map(List::of).orElse(known));
    } catch (SQLException e) {
      terminal.complain(Reason.of("app.relay.outbox", folder, String.valueOf(e.getMessage())));
      return Main.FAILED;
    }
  }

  private int run(Order.RelayDead.Deed deed, List<String> targets) throws SQLException {
    return switch (deed) {
      case LIST -> list(targets);
      case REPLAY -> {
        int back = 0;
        for (String target : targets) back += outbox.replay(target);
        terminal.say(terminal.words().say("app.relay.dead-replayed", back));
        yield 0;
      }
      case DROP -> {
        int gone = 0;
        for (String target : targets) gone += outbox.drop(target);
        terminal.say(terminal.words().say("app.relay.dead-dropped", gone));
        yield 0;
      }
    };
  }

  private int list(List<String> targets) throws SQLException {
    boolean any = false;
    for (String target : targets)
      for (Dead dead : outbox.dead(target)) {
        any = true;
        Words words = terminal.words();
        terminal.say(words.say("app.relay.dead-letter", target, dead.letter().message().at(),
            Plain.line(dead.letter().message().summary(), Plain.SHOWN), dead.died(),
            Plain.line(words.say(dead.why()), Plain.SHOWN)));
      }
    terminal.say(terminal.words().say(any ? "app.relay.dead-way-out" : "app.relay.dead-none"));
    return any ? LEFT : 0;
  }
}

package iris.relay.post;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.history.Entry;
import iris.history.Keeper;
import iris.history.Opening;
import iris.history.Profile;
import iris.history.Tail;
import iris.relay.Delivery;
import iris.relay.Message;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A relay in a process of its own whose services flip and whose server fails now and then. What arrives there is a line
 * of a file, written through. It is there to be killed; asked to end, it brings what is left.
 */
final class Storming {
  private static final int SERVICES = 6;

  private final Path log;
  private final Random random;
  private volatile boolean calm;

  private Storming(Path log, Random random) {
    this.log = log;
    this.random = random;
  }

  public static void main(String[] args) throws Exception {
    new Storming(Path.of(args[0], "server.log"), new Random(Long.parseLong(args[1]))).run(Path.of(args[0]), args.length > 2);
  }

  private void run(Path folder, boolean last) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Opening.Writable opened = (Opening.Writable) Profile.open(folder, Play.START);
    Optional<Board> before = opened.restored().board();
    Play play = before.map(b -> new Play(SERVICES, b)).orElseGet(() -> new Play(SERVICES));
    Server server = new Server();
    server.script = this::answer;
    Relay relay = Relay.open(folder, () -> play.now, _ -> { }, _ -> server, Optional.empty());
    relay.configure(List.of(Line.target("t")), Line.WORDS);
    relay.catchUp(new Tail(folder), play.board);
    Keeper[] keeper = new Keeper[1];
    keeper[0] = new Keeper(opened.journal(),
        entries -> relay.heard(entries.stream().map(Entry::outcome).toList(), keeper[0].kept()), _ -> { });
    play.kept = keeper[0]::keep;
    if (before.isPresent()) play.step(new Input.Restarted(before.get().at().wall()));
    out.println("READY");
    calm = last;
    for (int window = 0; !last || window < 8 || !over(relay) && window < 200; window++) {
      play.pass(300);
      long index = play.now.wall().getEpochSecond() / 300;
      play.window(i -> !last && new SplittableRandom(index / 2 * 31 + i).nextInt(3) == 0);
      // The storm is no faster than its journal: what the test asks is not how much fits into memory.
      out.println("WINDOW");
      while (keeper[0].waiting() > 200 || relay.waiting() > 200) Thread.onSpinWait();
    }
    // Nothing is decided any more, however long the rest takes: a silence would begin episodes of its own.
    play.kept = _ -> { };
    keeper[0].close();
    // Behind all that was heard.
    relay.configure(List.of(Line.target("t")), Line.WORDS);
    while (relay.outbox().counted("t").letters() > 0) play.pass(10);
    relay.close();
    out.println("DONE");
  }

  /** All that was told has been told the end of. */
  private static boolean over(Relay relay) throws SQLException {
    return relay.outbox().place("t").filter(p -> p.told().episodes().isEmpty()).isPresent();
  }

  private Delivery answer(Message message) {
    int luck = calm ? 9 : random.nextInt(10);
    if (luck == 0) return Delivery.later("relay.web.refused");
    if (message.sort().event()) write(message.signal().id() + " " + message.id() + "\n");
    // It arrived, and nobody knows.
    return luck == 1 ? Delivery.later("relay.web.no-answer") : Delivery.done();
  }

  private synchronized void write(String line) {
    try {
      Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

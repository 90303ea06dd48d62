package iris.notify.tray;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.flow.Cell;
import iris.flow.Mailbox;
import iris.notify.toast.BusAddresses;
import iris.words.Words;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Keeps the item in the tray as the board is. On a thread of its own, for which nobody waits; where there is no bus or
 * no tray, nothing happens until there is one. Windows and macOS have no such bus: nothing there yet.
 */
public final class Tray implements AutoCloseable {
  /** Ages grow and a board dies without a word; a bus that was not there may have come. */
  private static final Duration EVERY = Duration.ofSeconds(10);
  /** Between two showings, so that a storm of boards is shown twice a second. */
  private static final Duration REST = Duration.ofMillis(500);
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);

  /** There is something to look at. */
  private enum Nudge {
    LOOK
  }

  private final Mailbox<Nudge> mailbox = new Mailbox<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Supplier<Optional<String>> address;
  private final Cell<Board> board;
  private final Supplier<Now> clock;
  private final IntFunction<InputStream> icons;
  private final BusTray bus;
  private final Cell.Watch watch;
  private final Thread thread;
  private volatile Words words;
  /** Only on the tray's thread, as the two below; on the monotonic clock. */
  private Duration nextAttempt = Duration.ZERO;
  private Optional<Pictures> pictures = Optional.empty();
  private Optional<Item.Face> last = Optional.empty();

  /**
   * The tray of this machine.
   *
   * @param clock the same that the boards are stamped with
   * @param icons the PNG of IRIS's icon in a size in pixels
   * @param front somebody clicked; on a foreign thread, must not block
   */
  public static Tray ofThisMachine(Map<String, String> env, Words words, Cell<Board> board, Supplier<Now> clock,
      IntFunction<InputStream> icons, Runnable front) {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    return new Tray(() -> linux ? BusAddresses.session(env) : Optional.empty(), words, board, clock, icons, front);
  }

  Tray(Supplier<Optional<String>> address, Words words, Cell<Board> board, Supplier<Now> clock,
      IntFunction<InputStream> icons, Runnable front) {
    this.words = Objects.requireNonNull(words);
    this.address = address;
    this.board = board;
    this.clock = clock;
    this.icons = icons;
    bus = new BusTray(address, front, this::nudge);
    watch = board.watch(this::nudge);
    thread = Thread.ofPlatform().name("iris-tray").daemon().start(this::run);
  }

  /** Another language, from now on. */
  public void speak(Words in) {
    words = in;
    nudge();
  }

  /** Some tray has taken the item; from any thread. */
  public boolean there() {
    return bus.there();
  }

  private void nudge() {
    mailbox.post(Nudge.LOOK);
  }

  private void run() {
    // Whatever ends this, the item goes with it: one that nobody keeps would tell old news as new.
    try (BusTray _ = bus) {
      do {
        mailbox.take(EVERY);
        if (closing.getCount() > 0) look();
      } while (!closing.await(REST.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    Now now = clock.get();
    // As long as there never was a bus, no picture is made for one.
    if (now.mono().compareTo(nextAttempt) < 0 || last.isEmpty() && address.get().isEmpty()) return;
    if (pictures.isEmpty()) pictures = Optional.of(new Pictures(icons));
    TrayModel model = TrayModel.of(board.get(), now, words);
    Item.Face face = new Item.Face(model, last.map(Item.Face::model).filter(model::looksLike).isPresent()
        ? last.get().pixmaps() : pictures.get().of(model.state(), model.wanted()));
    last = Optional.of(face);
    if (!bus.show(face)) nextAttempt = now.mono().plus(EVERY);
  }

  @Override
  public void close() {
    watch.close();
    closing.countDown();
    nudge();
    try {
      if (!thread.join(PATIENCE_AT_END)) thread.interrupt();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}

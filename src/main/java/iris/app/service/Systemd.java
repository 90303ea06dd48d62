package iris.app.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells systemd how a service does, as sd_notify(3) writes it; under anything else it tells nobody. The watchdog is fed
 * only while the parts that matter turn: what hangs is started anew by who started it.
 */
public final class Systemd implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("iris.service");
  /** What is wished for without a watchdog: the line of status is no more than a courtesy. */
  private static final Duration COURTESY = Duration.ofSeconds(10);

  private final Optional<String> socket;
  private final Duration every;
  private final boolean watched;
  private final BooleanSupplier well;
  private final Supplier<String> status;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-systemd").factory());
  private @Nullable Datagram datagram;
  private String said = "";
  private boolean mute;
  /** Only on the thread that says so. */
  private boolean up;

  /**
   * Says nothing yet.
   *
   * @param environment NOTIFY_SOCKET says where; WATCHDOG_USEC how long systemd waits; WATCHDOG_PID for whom
   * @param well all that matters turns; asked every third of the watchdog's time
   * @param status one line of how it does
   */
  public Systemd(Map<String, String> environment, BooleanSupplier well, Supplier<String> status) {
    socket = Optional.ofNullable(environment.get("NOTIFY_SOCKET")).filter(s -> s.startsWith("/") || s.startsWith("@"));
    Optional<Duration> patience = patience(environment, ProcessHandle.current().pid());
    watched = patience.isPresent();
    every = patience.map(p -> p.dividedBy(3)).orElse(COURTESY);
    this.well = Objects.requireNonNull(well);
    this.status = Objects.requireNonNull(status);
  }

  /** How long systemd waits for a sign of life of this process; empty where it does not watch it. */
  static Optional<Duration> patience(Map<String, String> environment, long pid) {
    String whom = environment.get("WATCHDOG_PID");
    if (whom != null && !whom.equals(String.valueOf(pid))) return Optional.empty();
    return Optional.ofNullable(environment.get("WATCHDOG_USEC")).filter(us -> us.matches("[1-9]\\d{0,14}"))
        .map(us -> Duration.of(Long.parseLong(us), java.time.temporal.ChronoUnit.MICROS));
  }

  /** It is up; from now on it gives signs of life as long as it is well. Said once, however often it is called. */
  public void ready() {
    if (socket.isEmpty() || up) return;
    up = true;
    said = status.get();
    send("READY=1\nSTATUS=" + line(said) + (watched && well.getAsBoolean() ? "\nWATCHDOG=1" : ""));
    clock.scheduleAtFixedRate(this::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void look() {
    try {
      String now = status.get();
      StringBuilder text = new StringBuilder();
      if (watched && well.getAsBoolean()) text.append("WATCHDOG=1\n");
      if (!now.equals(said)) text.append("STATUS=").append(line(now));
      said = now;
      if (!text.isEmpty()) send(text.toString().strip());
    } catch (RuntimeException | Error bug) {
      // An exception would end the signs of life for good: the service would be killed though it does its work.
      LOG.log(System.Logger.Level.ERROR, "a look at the service failed", bug);
    }
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private synchronized void send(String text) {
    if (mute) return;
    try {
      if (datagram == null) datagram = new Datagram();
      datagram.send(socket.orElseThrow(), text);
    } catch (IOException full) {
      LOG.log(System.Logger.Level.WARNING, "systemd was not told: {0}", full.getMessage());
    } catch (RuntimeException | LinkageError cannot) {
      // No right to call the C library here: said once; with Type=notify systemd then says that nothing came up.
      mute = true;
      LOG.log(System.Logger.Level.ERROR, "systemd cannot be told", cannot);
    }
  }

  /** It ends, and takes its time for that. */
  @Override
  public void close() {
    clock.shutdownNow();
    if (socket.isPresent()) send("STOPPING=1");
  }
}

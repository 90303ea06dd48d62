package iris.notify.toast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.notify.Toast;
import iris.notify.Toasts;
import iris.signal.Report;
import iris.words.Lang;
import iris.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands are shell scripts that do what real ones do: show, fail, hang, or are not there. */
@Timeout(300)
class ChainTest {
  private static final Toast DOWN = new Toast("service:siv", "SIV indisponible; rm -rf \"$HOME\" `id`",
      "'); DROP \\n <b>&", true, Optional.empty());
  private static final Supplier<Labels> LABELS = () -> new Labels(Optional.empty(), "Ouvrir");
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private final LinkedBlockingQueue<Report.Health> health = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Toasts.Shown> became = new LinkedBlockingQueue<>();
  @TempDir Path dir;

  @BeforeEach
  void needsAShell() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh, commands are shell scripts here");
  }

  private String script(String name, String text) throws Exception {
    Path file = Files.writeString(dir.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private Notifier send(String program) {
    return new NotifySend(program, "", () -> Optional.of("unix:path=/nowhere"));
  }

  private Report.Health next() throws InterruptedException {
    return Objects.requireNonNull(health.poll(60, TimeUnit.SECONDS), "no health was reported within 60 s");
  }

  private Desktop desktop(Notifier... chain) {
    return new Desktop(List.of(chain), new AtomicReference<>(new Manner(Optional.empty(), FR)), true,
        r -> health.add((Report.Health) r));
  }

  @Test
  void withoutABusTheReasonIsSaidAndNothingThrows() throws Exception {
    Notifier bus = new BusNotifier(Optional::empty, "", LABELS, g -> {});
    try (Desktop desktop = desktop(bus, new NotifySend("notify-send", "", Optional::empty))) {
      Report.Health said = next();
      assertFalse(said.well());
      assertEquals("notify.toast.no-bus", said.why().key());
      desktop.show(DOWN, became::add);
      Toasts.Shown answer = Objects.requireNonNull(became.poll(60, TimeUnit.SECONDS), "the toast was not answered");
      assertEquals(new Toasts.Shown(false, said.why()), answer);
    }
  }

  @Test
  void anAddressWhereNobodyListensIsAReason() {
    for (String odd : List.of("unix:path=/nowhere/bus", "nonsense", "unix:", "tcp:host=127.0.0.1,port=1", "unix:abstract=x")) {
      try (BusNotifier bus = new BusNotifier(() -> Optional.of(odd), "", LABELS, g -> {})) {
        assertEquals("notify.toast.bus-failed", bus.missing().orElseThrow().key(), odd);
      }
    }
  }

  @Test
  void theNextIsTriedWhenOneFailsOrIsNotThere() throws Exception {
    Path shown = dir.resolve("shown");
    String good = script("good", "for a; do printf '%s\\n' \"$a\"; done > '" + shown + "'; echo 7");
    try (Desktop desktop = desktop(send(dir + "/absent"), send(script("bad", "echo no display >&2; exit 1")), send(good))) {
      assertTrue(next().well());
      desktop.show(DOWN, became::add);
      desktop.show(DOWN, became::add);
      // The last of its arguments too: it writes one after the other.
      await(() -> read(shown).matches("(?s).*--replace-id=7\n.*&amp;.*"));
    }
    String arguments = read(shown);
    assertTrue(arguments.contains("SIV indisponible; rm -rf \"$HOME\" `id`\n"), arguments);
    assertTrue(arguments.contains("'); DROP \\\\n &lt;b&gt;&amp;"), arguments);
  }

  @Test
  void anOldNotifySendThatCannotReplaceStillShows() throws Exception {
    Path shown = dir.resolve("shown");
    String old = script("old", "for a; do case $a in --print-id) echo Unknown option --print-id >&2; exit 1;; esac; done; "
        + "touch '" + shown + "'");
    assertEquals(Optional.empty(), send(old).show(DOWN));
    assertTrue(Files.exists(shown));
  }

  @Test
  void oneThatHangsCostsSecondsAndNotTheToast() throws Exception {
    Path shown = dir.resolve("shown");
    String hangs = script("hangs", "exec tail -f /dev/null");
    long start = System.nanoTime();
    try (Desktop desktop = desktop(send(hangs), send(script("good", "touch '" + shown + "'")))) {
      desktop.show(DOWN, became::add);
      await(() -> Files.exists(shown) && !health.isEmpty());
    }
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 100, "it waited for one that hangs");
  }

  @Test
  void aCommandThatFailsSaysHow() throws Exception {
    List<String> why = send(script("bad", "echo no display; exit 4")).show(DOWN).orElseThrow().args();
    assertEquals(List.of(dir.resolve("bad").toString(), "4", "no display"), why);
  }

  @Test
  void theWindowsScriptNeverHoldsWhatAFeedSaid() throws Exception {
    Path given = dir.resolve("given");
    String shell = script("powershell", "printf '%s\\n' \"$@\" > '" + given + "'; env | grep ^IRIS_TOAST >> '" + given + "'");
    assertEquals(Optional.empty(), new WindowsNotifier(shell).show(DOWN));
    String all = read(given);
    assertFalse(all.contains("SIV"), "only encoded");
    String title = all.lines().filter(l -> l.startsWith("IRIS_TOAST_TITLE=")).findFirst().orElseThrow().substring(17);
    assertEquals(DOWN.title(), new String(Base64.getDecoder().decode(title), StandardCharsets.UTF_8));
    String encoded = all.lines().dropWhile(l -> !l.equals("-EncodedCommand")).skip(1).findFirst().orElseThrow();
    String script = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_16LE);
    assertTrue(script.contains("CreateTextNode"), "the same script whatever is said");
  }

  @Test
  void theMacScriptComesByInputAndTheTextByArguments() throws Exception {
    Path given = dir.resolve("given");
    String osascript = script("osascript", "for a; do printf '%s\\n' \"$a\"; done > '" + given + "'; cat >> '" + given + "'");
    assertEquals(Optional.empty(), new MacNotifier(osascript).show(DOWN));
    List<String> lines = read(given).lines().toList();
    assertEquals(List.of("-", DOWN.title(), DOWN.text()), lines.subList(0, 3));
    assertTrue(lines.contains("on run argv"));
  }

  @Test
  void theSessionBusIsFoundInTheEnvironmentOrInTheRuntimeFolder() throws Exception {
    assertEquals(Optional.empty(), BusAddresses.session(Map.of("XDG_RUNTIME_DIR", dir.toString())));
    Files.createFile(dir.resolve("bus"));
    assertEquals(Optional.of("unix:path=" + dir + "/bus"), BusAddresses.session(Map.of("XDG_RUNTIME_DIR", dir.toString())));
    assertEquals(Optional.of("unix:path=/a"),
        BusAddresses.session(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/a;unix:path=/b")));
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 60 s");
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

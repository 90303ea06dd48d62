package iris.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The desktop's message bus as the toolkit's own libraries hold it on Linux. GLib ends a process whose connection to the
 * session's bus is lost: it sends SIGTERM to itself, which a supervisor takes for an end that was asked for, and the wall
 * is dark. A console outlives its bus; what is told through it is only a copy.
 */
final class SessionBus {
  private static final System.Logger LOG = System.getLogger(SessionBus.class.getName());
  /** The name that GLib has kept since 2009; the toolkit has loaded it already. */
  private static final String LIBRARY = "libgio-2.0.so.0";
  /** GBusType and gboolean of its header files. */
  private static final int SESSION = 2;
  private static final int FALSE = 0;

  private SessionBus() {}

  /** Where the toolkit speaks to a desktop of Linux; beside the start, since a bus may let who asks wait. */
  static void outlive() {
    boolean linux = System.getProperty("os.name").startsWith("Linux") && System.getProperty("glass.platform") == null;
    if (linux && known(System.getenv())) Thread.ofPlatform().daemon().name("iris-session-bus").start(SessionBus::release);
  }

  /** Without an address GLib would start a bus of its own. */
  static boolean known(Map<String, String> env) {
    return !env.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
        || env.containsKey("XDG_RUNTIME_DIR") && Files.exists(Path.of(env.get("XDG_RUNTIME_DIR"), "bus"));
  }

  /**
   * The connection is one for the whole process, and is never given back: whoever asks for it later gets this very one.
   * Restricted since a wrong signature can crash the process: these two are GLib's since 2.26, and tested on a real bus.
   */
  @SuppressWarnings("restricted")
  private static void release() {
    try {
      SymbolLookup gio = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
      Linker linker = Linker.nativeLinker();
      MethodHandle get = linker.downcallHandle(gio.findOrThrow("g_bus_get_sync"),
          FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      MethodHandle exitOnClose = linker.downcallHandle(gio.findOrThrow("g_dbus_connection_set_exit_on_close"),
          FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
      MemorySegment bus = (MemorySegment) get.invokeExact(SESSION, MemorySegment.NULL, MemorySegment.NULL);
      if (bus.address() != 0) exitOnClose.invokeExact(bus, FALSE);
    } catch (RuntimeException | Error e) {
      // No GLib, or another one: then nothing of it holds a bus that could end us.
      LOG.log(System.Logger.Level.INFO, "the session's bus stays as the toolkit holds it", e);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

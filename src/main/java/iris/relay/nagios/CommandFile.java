package iris.relay.nagios;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes to a named pipe without ever waiting. Java can open a file only in the way that waits until somebody reads:
 * with the server stopped, a thread would hang there for as long, and the line that it held be delivered at some later
 * time behind newer ones. The system's own {@code open} with O_NONBLOCK says at once that nobody reads.
 */
final class CommandFile {
  /** What became of one line. */
  enum Put {
    WRITTEN,
    ABSENT,
    FORBIDDEN,
    NO_READER,
    FULL,
    FAILED
  }

  private static final int O_WRONLY = 1;
  private static final int ENOENT = 2;
  private static final int ENXIO = 6;
  private static final int EACCES = 13;
  private static final int EPIPE = 32;

  private final MethodHandle open;
  private final MethodHandle write;
  private final MethodHandle close;
  private final StructLayout state = Linker.Option.captureStateLayout();
  private final VarHandle errno = state.varHandle(PathElement.groupElement("errno"));
  private final boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

  CommandFile() {
    AddressLayout address = ValueLayout.ADDRESS;
    open = function("open", FunctionDescriptor.of(ValueLayout.JAVA_INT, address, ValueLayout.JAVA_INT));
    write = function("write", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, address,
        ValueLayout.JAVA_LONG));
    close = function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  }

  @SuppressWarnings("restricted") // three functions of the C library, with the types that POSIX gives them
  private static MethodHandle function(String name, FunctionDescriptor type) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, Linker.Option.captureCallState("errno"));
  }

  /** @param line less than 4096 bytes: then it goes in whole or not at all */
  Put put(Path pipe, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment why = arena.allocate(state);
      int file = (int) open.invokeExact(why, arena.allocateFrom(pipe.toString()), O_WRONLY | nonBlocking());
      if (file < 0) return trouble(why);
      try {
        MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        long written = (long) write.invokeExact(why, file, data, (long) bytes.length);
        return written == bytes.length ? Put.WRITTEN : written < 0 ? trouble(why) : Put.FAILED;
      } finally {
        int closed = (int) close.invokeExact(arena.allocate(state), file);
        assert closed == 0 : "a pipe closes";
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call into the C library", e);
    }
  }

  private int nonBlocking() {
    return mac ? 0x4 : 0x800;
  }

  private Put trouble(MemorySegment why) {
    int number = (int) errno.get(why, 0L);
    if (number == (mac ? 35 : 11)) return Put.FULL;
    return switch (number) {
      case ENXIO, EPIPE -> Put.NO_READER;
      case ENOENT -> Put.ABSENT;
      case EACCES -> Put.FORBIDDEN;
      default -> Put.FAILED;
    };
  }
}

package iris.app.service;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/**
 * One datagram to a Unix socket of Linux, which Java itself cannot send: three calls of the C library. The address is
 * struct sockaddr_un, a family of 16 bits and at most 108 bytes of path (unix(7)).
 */
final class Datagram {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  /** Not inherited by the commands that hooks start. */
  private static final int SOCK_CLOEXEC = 0x80000;
  /** A full queue at the other end must not hold us up; no signal kills us where it is gone. */
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int LONGEST = 107;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERRNO_OF =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle socket = handle("socket",
      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private final MethodHandle sendto = handle("sendto",
      FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private final MethodHandle close = handle("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  /** Restricted since a wrong signature can crash the process: these three are POSIX, and tested on a real socket. */
  @SuppressWarnings("restricted")
  private static MethodHandle handle(String name, FunctionDescriptor form) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), form, ERRNO);
  }

  /**
   * Sends {@code text} as UTF-8, whole or not at all.
   *
   * @param to a path, or a name after {@code @} in the abstract namespace
   * @throws IOException where nobody listens there, or does not take it now
   */
  void send(String to, String text) throws IOException {
    byte[] path = to.getBytes(StandardCharsets.UTF_8);
    if (path.length == 0 || path.length > LONGEST) throw new IOException("no address of a socket: " + to);
    if (path[0] == '@') path[0] = 0;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      MemorySegment body = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      MemorySegment address = arena.allocate(Short.BYTES + path.length, Short.BYTES);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, Short.BYTES, path.length);
      int door = (int) socket.invokeExact(state, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
      if (door < 0) throw failed("socket", state);
      long sent = (long) sendto.invokeExact(state, door, body, (long) bytes.length, MSG_DONTWAIT | MSG_NOSIGNAL, address,
          (int) address.byteSize());
      IOException why = sent == bytes.length ? null : failed("sendto " + to, state);
      int closed = (int) close.invokeExact(state, door);
      if (why != null) throw why;
      if (closed < 0) throw failed("close", state);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static IOException failed(String what, MemorySegment state) {
    return new IOException(what + ": errno " + (int) ERRNO_OF.get(state, 0L));
  }
}

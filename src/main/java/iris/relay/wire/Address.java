package iris.relay.wire;

import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Target;
import iris.signal.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host name or address, an IPv6 one without its brackets
 * @param port 1 to 65,535
 */
public record Address(String host, int port) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+(?:%[\\w.-]+)?)]|([^\\s:/@\\[\\]]+))(?::(\\d{1,5}))?");
  private static final int LAST_PORT = 65_535;

  public Address {
    if (host.isBlank()) throw new IllegalArgumentException("a server has a name");
    if (port < 1 || port > LAST_PORT) throw new IllegalArgumentException("a port is 1 to 65535");
  }

  /**
   * The target's {@link Param#ADDRESS}.
   *
   * @param usual the port where none is written
   */
  public static Address of(Target target, int usual) throws Ground.Locked {
    String written = target.text(Param.ADDRESS).orElse("").strip();
    Matcher m = WRITTEN.matcher(written);
    if (m.matches()) {
      int port = m.group(3) == null ? usual : Integer.parseInt(m.group(3));
      if (port >= 1 && port <= LAST_PORT) return new Address(m.group(1) == null ? m.group(2) : m.group(1), port);
    }
    throw new Ground.Locked(Reason.of("relay.wire.address", written));
  }

  /** All places that the name stands for, asked anew each time: a server may move. */
  public List<InetSocketAddress> places() throws IOException {
    FutureTask<InetAddress[]> asked = new FutureTask<>(() -> InetAddress.getAllByName(host));
    // A virtual thread would hold its carrier while a name server is silent, and with it the couriers of all servers.
    Thread.ofPlatform().daemon().name("relay-name").start(asked);
    try {
      return Arrays.stream(asked.get()).map(one -> new InetSocketAddress(one, port)).toList();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unknown) throw unknown;
      throw new IOException(e.getCause());
    }
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}

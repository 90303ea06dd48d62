package iris.relay.syslog;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Target;
import iris.relay.wire.Address;
import iris.relay.wire.Within;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;

/**
 * Syslog as datagrams (RFC 5426). Nobody answers: a machine that is there and has nothing listening says so, mostly and
 * on a near network; all other losses are silent, and only the next state that is told again heals them.
 */
public final class SyslogUdp implements Courier {
  private static final int PORT = 514;
  /** Bytes: fits into one packet on every network that carries IPv6, since halves of a datagram are lost as a whole. */
  private static final int MOST = 1200;
  /** Milliseconds for the word that nobody listens. */
  private static final int ECHO = 10;

  private final Target target;
  private final Within within;

  public SyslogUdp(Target target, Ground ground) {
    this.target = target;
    this.within = new Within(target.timeout());
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return target.wants(sort, true);
  }

  @Override
  public Delivery deliver(Message m) throws InterruptedException {
    return within.deliver(() -> send(Entry.of(m, target, MOST)));
  }

  private Delivery send(byte[] line) throws IOException, Ground.Locked {
    // A socket each: a name that stands for another machine tomorrow is followed.
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(Address.of(target, PORT).places().getFirst());
      socket.setSoTimeout(ECHO);
      socket.send(new DatagramPacket(line, line.length));
      socket.receive(new DatagramPacket(new byte[1], 1));
      return Delivery.done();
    } catch (SocketTimeoutException quiet) {
      return Delivery.done();
    } catch (PortUnreachableException nobody) {
      return Delivery.later("relay.web.refused");
    }
  }

  @Override
  public void close() {
    // Nothing is held between two messages.
  }
}

package iris.agent.source.push;

import iris.agent.source.Transaction;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Line protocol by datagram: nobody is answered, so each line stands for itself and a wrong one is only counted. */
final class UdpDoor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(UdpDoor.class.getName());

  private final DatagramSocket socket;
  private final LineProtocol lines;
  private final Intake intake;
  private final InstantSource clock;

  UdpDoor(InetAddress loopback, int port, Events events, Intake intake, InstantSource clock) throws IOException {
    this.socket = new DatagramSocket(new InetSocketAddress(loopback, port));
    this.lines = new LineProtocol(events);
    this.intake = intake;
    this.clock = clock;
    Thread.ofVirtual().name("datagrams " + port).start(this::run);
  }

  private void run() {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    try {
      while (!socket.isClosed()) {
        packet.setLength(65_536);
        socket.receive(packet);
        take(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8), clock.instant());
      }
    } catch (IOException | RuntimeException end) {
      if (!socket.isClosed()) LOG.log(System.Logger.Level.ERROR, "datagrams are no longer read", end);
    }
  }

  private void take(String text, Instant now) {
    for (String line : text.split("\n")) {
      if (line.isBlank()) continue;
      try {
        Transaction event = lines.line(line.strip(), 1, now);
        if (!intake.take(List.of(event), now)) intake.unreadable("more than " + Intake.RATE + " events a second");
      } catch (Refused wrong) {
        intake.unreadable(String.valueOf(wrong.getMessage()));
      } catch (RuntimeException bug) {
        // One datagram must not shut the door to all that follow.
        LOG.log(System.Logger.Level.ERROR, "a datagram that was not understood", bug);
        intake.unreadable(line);
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}

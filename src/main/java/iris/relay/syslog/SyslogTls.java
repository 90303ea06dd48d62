package iris.relay.syslog;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Target;
import iris.relay.wire.Address;
import iris.relay.wire.Line;
import iris.relay.wire.Within;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Syslog over TLS with counted octets (RFC 5425). The protocol has no answer: that the line is still there is looked at
 * before and after each message, which finds a server that ended or died; what was on its way through a network that
 * failed without a word is lost, and only RELP would know.
 */
public final class SyslogTls implements Courier {
  private static final int PORT = 6514;
  /** Bytes: every receiver of RFC 5425 takes as many. */
  private static final int MOST = 8192;

  private final Target target;
  private final Ground ground;
  private final Within within;
  private volatile @Nullable Line line;

  public SyslogTls(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    this.within = new Within(target.timeout());
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return target.wants(sort, true);
  }

  @Override
  public Delivery deliver(Message m) throws InterruptedException {
    return within.deliver(() -> send(frame(Entry.of(m, target, MOST))));
  }

  private static byte[] frame(byte[] entry) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(entry.length + 8);
    out.writeBytes((entry.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(entry);
    return out.toByteArray();
  }

  private Delivery send(byte[] frame) throws IOException, Ground.Locked {
    try {
      if (line != null && line.look() == Line.Look.GONE) drop();
      if (line == null) line = Line.open(Address.of(target, PORT), Optional.of(trust()), target.timeout());
      line.write(frame);
      if (line.look() != Line.Look.GONE) return Delivery.done();
      drop();
      return Delivery.later("relay.wire.ended");
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  private javax.net.ssl.SSLContext trust() throws Ground.Locked {
    return ground.trust(target);
  }

  private void drop() {
    if (line != null) line.close();
    line = null;
  }

  @Override
  public void close() {
    Line open = line;
    if (open != null) open.bye();
  }
}

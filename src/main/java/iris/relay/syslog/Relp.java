package iris.relay.syslog;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.wire.Address;
import iris.relay.wire.Line;
import iris.relay.wire.Within;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Syslog over RELP: every message is answered. After a line that broke, the message whose answer is missing comes
 * again, so that the receiver may have it twice, with the same {@code sig}.
 */
public final class Relp implements Courier {
  private static final int PORT = 2514;
  private static final int MOST = 8192;
  private static final int LAST_NUMBER = 999_999_999;
  private static final String OFFER = "relp_version=0\nrelp_software=iris\ncommands=syslog\n";

  private final Target target;
  private final Ground ground;
  private final Within within;
  private volatile @Nullable Line line;
  private volatile int number;

  public Relp(Target target, Ground ground) {
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
    return within.deliver(() -> send(Entry.of(m, target, MOST)));
  }

  private Delivery send(byte[] entry) throws IOException, Ground.Locked {
    try {
      // Unasked, a server says only that it closes.
      if (line != null && line.look() != Line.Look.QUIET) drop();
      if (line == null) {
        number = 0;
        line = Line.open(Address.of(target, PORT), tls(), target.timeout());
        Delivery opened = ask("open", OFFER.getBytes(StandardCharsets.US_ASCII));
        if (!(opened instanceof Delivery.Delivered)) return opened;
      }
      return ask("syslog", entry);
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  private Optional<SSLContext> tls() throws Ground.Locked {
    if (!target.flag(Param.TLS, false)) return Optional.empty();
    return Optional.of(ground.trust(target));
  }

  private Delivery ask(String command, byte[] data) throws IOException {
    number = number == LAST_NUMBER ? 1 : number + 1;
    Objects.requireNonNull(line).write(new RelpFrame(number, command, data).bytes());
    RelpFrame answer = RelpFrame.read(line);
    if (answer.number() != number || !answer.command().equals("rsp")) throw new IOException("no RELP");
    String first = answer.text().lines().findFirst().orElse("");
    if (first.startsWith("200")) return Delivery.done(first);
    // The protocol knows no "never": what the server could not take now is offered again.
    drop();
    return Delivery.later("relay.syslog.not-taken", first);
  }

  private void drop() {
    if (line != null) line.close();
    line = null;
  }

  @Override
  public void close() {
    Line open = line;
    if (open != null) open.bye(new RelpFrame(number == LAST_NUMBER ? 1 : number + 1, "close", new byte[0]).bytes());
  }
}

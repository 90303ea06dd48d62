package iris.relay.snmp;

import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.wire.Address;
import iris.signal.Reason;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;

/**
 * A socket, the receiver and who we are to it. With SNMPv3 each session is a start of the engine, since its clock
 * begins anew. Nothing of it is in SNMP4J's statics, where two targets would meet.
 */
final class Session implements AutoCloseable {
  private static final int PORT = 162;

  private final Snmp snmp;
  private final org.snmp4j.Target<UdpAddress> to;
  /** Empty with version 2c. */
  private final Optional<Engine> engine;
  private final long opened = System.nanoTime();

  private Session(Snmp snmp, org.snmp4j.Target<UdpAddress> to, Optional<Engine> engine) {
    this.snmp = snmp;
    this.to = to;
    this.engine = engine;
  }

  static Session open(Target target, Ground ground) throws IOException, Ground.Locked {
    InetSocketAddress place = Address.of(target, PORT).places().getFirst();
    boolean v3 = target.text(Param.USER).isPresent();
    MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    Optional<Engine> engine = v3 ? Optional.of(Engine.started(file(target, ground))) : Optional.empty();
    org.snmp4j.Target<UdpAddress> to =
        v3 ? user(dispatcher, target, ground, engine.get()) : community(dispatcher, target, ground);
    to.setAddress(new UdpAddress(place.getAddress(), place.getPort()));
    // Twice for the inform, and twice before the first for the receiver's engine: together within the time-out.
    to.setRetries(1);
    to.setTimeout(Math.max(1, target.timeout().dividedBy(5).toMillis()));
    InetAddress any = InetAddress.getByName(place.getAddress() instanceof Inet6Address ? "::" : "0.0.0.0");
    Snmp snmp = new Snmp(dispatcher, new DefaultUdpTransportMapping(new UdpAddress(any, 0)));
    snmp.listen();
    return new Session(snmp, to, engine);
  }

  private static org.snmp4j.Target<UdpAddress> community(MessageDispatcherImpl dispatcher, Target target, Ground ground)
      throws Ground.Locked {
    if (target.secret(Param.COMMUNITY).isEmpty()) throw new Ground.Locked(Reason.of("relay.snmp.nobody", target.id()));
    dispatcher.addMessageProcessingModel(new MPv2c());
    CommunityTarget<UdpAddress> to = new CommunityTarget<>();
    to.setVersion(SnmpConstants.version2c);
    to.setCommunity(new OctetString(ground.secret(target.secret(Param.COMMUNITY).get())));
    return to;
  }

  private static org.snmp4j.Target<UdpAddress> user(MessageDispatcherImpl dispatcher, Target target, Ground ground,
      Engine engine) throws Ground.Locked {
    SecurityProtocols protocols = Ciphers.known();
    var user = Ciphers.user(target, ground);
    USM usm = new USM(protocols, new OctetString(engine.id()), engine.boots(), new CounterSupport());
    usm.addUser(user);
    SecurityModels models = SecurityModels.getCollection(new SecurityModel[] {usm});
    dispatcher.addMessageProcessingModel(
        new MPv3(engine.id(), new DefaultPDUFactory(), protocols, models, new CounterSupport()));
    UserTarget<UdpAddress> to = new UserTarget<>();
    to.setVersion(SnmpConstants.version3);
    to.setSecurityLevel(SecurityLevel.AUTH_PRIV);
    to.setSecurityName(user.getSecurityName());
    return to;
  }

  /** Holds engine and boots of a target, in {@link Ground#folder()}. */
  private static Path file(Target target, Ground ground) {
    return ground.folder()
        .resolve("snmp-" + target.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_") + ".properties");
  }

  /** Whether this session's clock and boots are no longer those that receivers go by. */
  boolean overtaken(Target target, Ground ground) throws Ground.Locked {
    return engine.isPresent() && engine.get().overtaken(file(target, ground));
  }

  PDU make(int type) {
    PDU pdu = engine.isPresent() ? new ScopedPDU() : new PDU();
    pdu.setType(type);
    return pdu;
  }

  ResponseEvent<UdpAddress> send(PDU pdu) throws IOException {
    return snmp.send(pdu, to);
  }

  /** Hundredths of a second. */
  long upTime() {
    return Duration.ofNanos(System.nanoTime() - opened).toMillis() / 10;
  }

  @Override
  public void close() {
    try {
      snmp.close();
    } catch (IOException alreadyGone) {
      return;
    }
  }
}

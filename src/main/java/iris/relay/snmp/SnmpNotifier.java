package iris.relay.snmp;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.wire.Within;
import iris.signal.Reason;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;

/**
 * SNMP notifications. An inform is answered: a wrong community looks like a receiver that is not there. A trap is never
 * answered: what a receiver does not want, or did not hear, is lost without a word, and the next state heals it.
 */
public final class SnmpNotifier implements Courier {
  private final Target target;
  private final Ground ground;
  private final Within within;
  private volatile @Nullable Session session;

  public SnmpNotifier(Target target, Ground ground) {
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
    return within.deliver(() -> send(m));
  }

  private Delivery send(Message m) throws IOException, Ground.Locked {
    boolean inform = inform();
    if (session != null && session.overtaken(target, ground)) drop();
    if (session == null) session = Session.open(target, ground);
    try {
      PDU pdu = session.make(inform ? PDU.INFORM : PDU.TRAP);
      pdu.addAll(Bindings.of(m, target.mapping(), session.upTime()));
      ResponseEvent<?> answer = session.send(pdu);
      Delivery delivery = inform ? verdict(answer) : Delivery.done();
      // Engine and clock of the receiver, as we know them, may be those of before its restart.
      if (!(delivery instanceof Delivery.Delivered)) drop();
      return delivery;
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  private boolean inform() throws Ground.Locked {
    String written = target.text(Param.NOTIFY).orElse("inform").strip().toLowerCase(Locale.ROOT);
    return switch (written) {
      case "inform" -> true;
      case "trap" -> false;
      default -> throw new Ground.Locked(Reason.of("relay.snmp.notify", written));
    };
  }

  private static Delivery verdict(ResponseEvent<?> answer) throws IOException {
    if (answer.getError() instanceof IOException broken) throw broken;
    PDU said = answer.getResponse();
    if (said == null) return Delivery.later("relay.snmp.silent");
    if (said.getType() == PDU.REPORT) return report(said.size() == 0 ? new OID() : said.get(0).getOid());
    if (said.getErrorStatus() != PDU.noError) return Delivery.refused("relay.snmp.refused", said.getErrorStatusText());
    return Delivery.done("inform " + said.getRequestID());
  }

  /** Reports are rarely authenticated, so none gives a message up; SNMP4J drops that of a wrong password itself. */
  private static Delivery report(OID why) {
    return why.startsWith(SnmpConstants.usmStatsUnknownUserNames) ? Delivery.later("relay.snmp.unknown-user")
        : Delivery.later("relay.snmp.report", why);
  }

  private void drop() {
    if (session != null) session.close();
    session = null;
  }

  @Override
  public void close() {
    Session open = session;
    if (open != null) open.close();
  }
}

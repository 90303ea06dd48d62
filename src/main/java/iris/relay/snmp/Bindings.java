package iris.relay.snmp;

import iris.relay.Figures;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Plain;
import iris.signal.Timing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** A message as the typed variables of IRIS-MIB: but for long names, less than the 1,472 bytes of one packet. */
final class Bindings {
  private static final OID MIB = new OID("1.3.6.1.4.1.32473.1");
  private static final long MOST_UNSIGNED = 4_294_967_295L;
  /** Bytes of UTF-8. */
  private static final int ID = 255;
  private static final int NAME = 120;
  private static final int SENTENCE = 500;

  private final List<VariableBinding> all = new ArrayList<>();

  private Bindings() {}

  /** @param upTime hundredths of a second since we started */
  static List<VariableBinding> of(Message m, Mapping mapping, long upTime) {
    Bindings b = new Bindings();
    b.all.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(upTime & MOST_UNSIGNED)));
    b.all.add(new VariableBinding(SnmpConstants.snmpTrapOID, notification(m.sort())));
    b.always(m, mapping);
    if (m.sort().event()) b.event(m);
    if (m.sort() == Message.Sort.STATISTIC) m.figures().ifPresent(b::figures);
    m.origin().ifPresent(fault -> b.number(11, fault.ordinal() + 1L));
    m.since().ifPresent(at -> b.time(12, at));
    m.lasted().ifPresent(lasted -> b.count(13, lasted.toSeconds()));
    m.muted().ifPresent(why -> b.text(14, why, NAME));
    return b.all;
  }

  private static OID notification(Message.Sort sort) {
    return new OID(MIB).append(0).append(sort.ordinal() + 1);
  }

  private void always(Message m, Mapping mapping) {
    text(1, m.id(), ID);
    text(2, m.signal().id(), NAME);
    text(3, mapping.service(m), NAME);
    number(4, m.sort().ordinal() + 1L);
    number(5, m.severity().code());
    number(6, m.level().code());
    time(7, m.at());
    text(8, mapping.text(m), SENTENCE);
  }

  private void event(Message m) {
    text(9, m.episode(), ID);
    m.alarm().ifPresent(kind -> number(10, kind.ordinal() + 1L));
  }

  private void figures(Figures f) {
    time(15, f.from());
    time(16, f.to());
    count(17, f.total());
    count(18, f.failed());
    said(19, f.transaction().mean());
    said(20, f.transaction().p95());
    said(21, f.response().p95());
  }

  private void said(int object, long millis) {
    if (millis != Timing.ABSENT) count(object, millis);
  }

  private void text(int object, String text, int most) {
    put(object, new OctetString(Plain.line(text, most).getBytes(StandardCharsets.UTF_8)));
  }

  private void number(int object, long value) {
    put(object, new Integer32(Math.toIntExact(value)));
  }

  private void count(int object, long value) {
    put(object, new UnsignedInteger32(Math.clamp(value, 0, MOST_UNSIGNED)));
  }

  /** DateAndTime (RFC 2579) with its zone, UTC. */
  private void time(int object, Instant at) {
    OffsetDateTime t = at.atOffset(ZoneOffset.UTC);
    put(object, new OctetString(ByteBuffer.allocate(11).putShort((short) t.getYear()).put((byte) t.getMonthValue())
        .put((byte) t.getDayOfMonth()).put((byte) t.getHour()).put((byte) t.getMinute()).put((byte) t.getSecond())
        .put((byte) (t.getNano() / 100_000_000)).put((byte) '+').put((byte) 0).put((byte) 0).array()));
  }

  private void put(int object, Variable value) {
    all.add(new VariableBinding(new OID(MIB).append(1).append(object).append(0), value));
  }
}

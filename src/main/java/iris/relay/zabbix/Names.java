package iris.relay.zabbix;

import iris.relay.Mapping;
import iris.relay.Plain;
import iris.relay.Signal;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What a signal and its items are called at Zabbix. */
final class Names {
  private static final int SIG = 120;
  private static final int NAME = 200;
  private static final int TEXT = 1_000;
  /** What ends, quotes or nests a parameter of an item's key, and what makes a macro. */
  private static final String SIGNS = "[],\"\\{}/";

  private Names() {}

  /**
   * The macro {@code {#SIG}}: the name of the signal where that needs no quotes in a key, else with its odd signs
   * replaced and a checksum of the whole, so that no two signals share an item.
   */
  static String sig(String service) {
    StringBuilder out = new StringBuilder();
    Plain.line(service, SIG).codePoints().map(c -> SIGNS.indexOf(c) >= 0 ? '_' : c).forEach(out::appendCodePoint);
    if (out.toString().equals(service)) return service;
    CRC32 sum = new CRC32();
    sum.update(service.getBytes(StandardCharsets.UTF_8));
    return out + "-" + Long.toHexString(sum.getValue());
  }

  /** Without braces: in the name of a trigger Zabbix would put the value of a {@code {$SECRET}} for the macro. */
  static String name(String name) {
    return unbraced(Plain.line(name, NAME));
  }

  static String text(String text) {
    return unbraced(Plain.line(text, TEXT));
  }

  private static String unbraced(String text) {
    return text.replace('{', '(').replace('}', ')');
  }

  static String host(String host) {
    return Plain.line(host, SIG);
  }

  static String level(Signal signal, Mapping mapping) {
    return signal.kind() == Signal.Kind.IRIS ? "iris.heartbeat" : of("level", signal, mapping);
  }

  static String text(Signal signal, Mapping mapping) {
    return signal.kind() == Signal.Kind.IRIS ? "iris.text" : of("text", signal, mapping);
  }

  static String of(String what, Signal signal, Mapping mapping) {
    return "iris." + what + "[" + sig(mapping.service(signal)) + "]";
  }
}

package iris.relay.zabbix;

import iris.relay.Figures;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Signal;
import iris.signal.Timing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A message as values of items. The first is what it is about: without it the message did not arrive. */
final class Entries {
  private static final int MILLIS = 1_000;

  private Entries() {}

  /** @param statistics whether figures are passed on */
  static List<Entry> of(Message m, Mapping mapping, Stamps stamps, boolean statistics) {
    String host = Names.host(mapping.host(m));
    List<Entry> all = new ArrayList<>();
    if (m.sort() != Message.Sort.STATISTIC) {
      Stamp stamp = stamps.of(m.signal().id(), m.id(), m.at());
      String text = m.muted().map(why -> mapping.text(m) + " [" + why + "]").orElseGet(() -> mapping.text(m));
      all.add(new Entry(host, Names.level(m.signal(), mapping), level(mapping, m.level()), stamp));
      // A moment before: the name of the problem quotes the last sentence as of the time of the level.
      all.add(new Entry(host, Names.text(m.signal(), mapping), Names.text(text), stamp.before()));
    }
    if (statistics && m.signal().kind() != Signal.Kind.IRIS)
      m.figures().ifPresent(figures -> figures(host, m.signal(), figures, mapping, stamps, all));
    return List.copyOf(all);
  }

  /** Figures have a sequence of their own: theirs is the time of the window, which is older than the last word. */
  private static void figures(String host, Signal signal, Figures f, Mapping mapping, Stamps stamps, List<Entry> into) {
    String same = f.to() + "|" + f.total() + "|" + f.failed() + "|" + f.transaction().p95();
    Stamp stamp = stamps.of(signal.id() + "#", same, f.to());
    into.add(new Entry(host, Names.of("total", signal, mapping), Long.toString(f.total()), stamp));
    double ratio = f.ratio();
    if (!Double.isNaN(ratio)) {
      BigDecimal percent = BigDecimal.valueOf(ratio * 100).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
      into.add(new Entry(host, Names.of("availability", signal, mapping), percent.toPlainString(), stamp));
    }
    long p95 = f.transaction().p95();
    if (p95 != Timing.ABSENT) {
      BigDecimal seconds = BigDecimal.valueOf(p95).divide(BigDecimal.valueOf(MILLIS)).stripTrailingZeros();
      into.add(new Entry(host, Names.of("p95", signal, mapping), seconds.toPlainString(), stamp));
    }
  }

  /** The code of the configuration's word for the level where it is a number. */
  private static String level(Mapping mapping, Level level) {
    String word = mapping.severity(level, "").strip();
    // Whatever is configured, nothing that is amiss is told as well.
    boolean fits = word.matches("\\d{1,3}") && (level == Level.OK || Integer.parseInt(word) > 0);
    return fits ? word : Integer.toString(level.code());
  }

  /**
   * What the discovery rule of each host is told. IRIS itself and the service of the test are in the template: a list
   * of the test alone would mean that all others are gone.
   */
  static List<Entry> discovery(List<Signal> all, Mapping mapping, String rule, Stamp now) {
    Map<String, ArrayNode> hosts = new TreeMap<>();
    for (Signal signal : all) {
      if (signal.kind() == Signal.Kind.IRIS || signal.key().equals(Signal.TEST)) continue;
      hosts.computeIfAbsent(Names.host(mapping.host(signal)), _ -> JsonMapper.shared().createArrayNode()).addObject()
          .put("{#SIG}", Names.sig(mapping.service(signal)))
          .put("{#NAME}", Names.name((signal.kind() == Signal.Kind.FEED ? "Feed " : "") + signal.name()));
    }
    return hosts.entrySet().stream().map(e -> new Entry(e.getKey(), rule, e.getValue().toString(), now)).toList();
  }
}

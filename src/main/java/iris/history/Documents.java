package iris.history;

import iris.alarm.Input;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Finding;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Report;
import iris.signal.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Published documents as differences to the one before of the same source. A document of 288 windows changes by one
 * every five minutes; kept whole, fifty feeds would write a hundred gigabytes a month. The first after a snapshot is
 * kept whole, so a replay needs nothing from before it. Writer and reader each keep one of these and see the same
 * documents in the same order.
 */
final class Documents {
  /** A run of items of the document before, {@code from} inclusive {@code to} exclusive, or new items. */
  record Run(int from, int to, List<Item> items) {}

  /** What is written in place of {@link Report.Published}. */
  record Difference(
      String source,
      Channel channel,
      Dialect dialect,
      List<Service> services,
      List<Run> runs,
      List<Incident> incidents,
      List<Finding> findings,
      Contact contact,
      boolean backfill) {}

  private final Map<String, List<Item>> last = new HashMap<>();

  void forget() {
    last.clear();
  }

  Difference shorten(Report.Published report) {
    List<Item> items = report.bulletin().items();
    List<Item> before = remember(report, items);
    Bulletin b = report.bulletin();
    return new Difference(report.source(), b.channel(), b.dialect(), b.services(), runs(before, items), b.incidents(),
        b.findings(), report.contact(), report.backfill());
  }

  Input lengthen(Difference d) {
    List<Item> before = last.getOrDefault(d.source(), List.of());
    List<Item> items = new ArrayList<>();
    for (Run run : d.runs()) items.addAll(run.items().isEmpty() ? before.subList(run.from(), run.to()) : run.items());
    Report.Published report = new Report.Published(d.source(),
        new Bulletin(d.channel(), d.dialect(), d.services(), items, d.incidents(), d.findings()), d.contact(),
        d.backfill());
    remember(report, report.bulletin().items());
    return new Input.Heard(report);
  }

  /** An archive is another document: it must not displace the one that the next poll will be compared with. */
  private List<Item> remember(Report.Published report, List<Item> items) {
    if (report.backfill()) return last.getOrDefault(report.source(), List.of());
    List<Item> before = last.put(report.source(), items);
    return before == null ? List.of() : before;
  }

  private static List<Run> runs(List<Item> before, List<Item> items) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < before.size(); i++) places.putIfAbsent(key(before.get(i)), i);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < items.size(); ) {
      Integer place = places.get(key(items.get(i)));
      int start = i;
      if (place == null) {
        while (i < items.size() && !places.containsKey(key(items.get(i)))) i++;
        runs.add(new Run(0, 0, List.copyOf(items.subList(start, i))));
      } else {
        int from = place;
        while (i < items.size() && place < before.size() && key(items.get(i)).equals(key(before.get(place)))) {
          i++;
          place++;
        }
        runs.add(new Run(from, place, List.of()));
      }
    }
    return runs;
  }

  /** The line of an item moves with every new item above it and is not a difference. */
  private static String key(Item item) {
    return item.guid() + "\n" + item.revision();
  }
}

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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  /** What the reader needs: the items themselves. */
  private final Map<String, List<Item>> last = new HashMap<>();
  /** What the writer needs: by what it knows them again. A hundred feeds of a day are 20 MB of items, and 1 MB of these. */
  private final Map<String, List<Mark>> written = new HashMap<>();

  /** Of the key of an item, a hash that nobody finds another key for. */
  private record Mark(long high, long low) {
    /** The line of an item moves with every new item above it and is not a difference. */
    static Mark of(Item item, MessageDigest digest) {
      ByteBuffer bytes = ByteBuffer.wrap(digest.digest((item.guid() + "\n" + item.revision()).getBytes(StandardCharsets.UTF_8)));
      return new Mark(bytes.getLong(), bytes.getLong());
    }
  }

  void forget() {
    last.clear();
    written.clear();
  }

  Difference shorten(Report.Published report) {
    Bulletin b = report.bulletin();
    List<Item> items = b.items();
    List<Mark> marks = marks(items);
    List<Mark> before = written.getOrDefault(report.source(), List.of());
    if (displaces(report)) written.put(report.source(), marks);
    return new Difference(report.source(), b.channel(), b.dialect(), b.services(), runs(before, marks, items), b.incidents(),
        b.findings(), report.contact(), report.backfill());
  }

  Input lengthen(Difference d) {
    List<Item> before = last.getOrDefault(d.source(), List.of());
    List<Item> items = new ArrayList<>();
    for (Run run : d.runs()) items.addAll(run.items().isEmpty() ? before.subList(run.from(), run.to()) : run.items());
    Report.Published report = new Report.Published(d.source(),
        new Bulletin(d.channel(), d.dialect(), d.services(), items, d.incidents(), d.findings()), d.contact(),
        d.backfill());
    if (displaces(report)) last.put(report.source(), report.bulletin().items());
    return new Input.Heard(report);
  }

  /** An archive is another document: it must not displace the one that the next poll will be compared with. */
  private static boolean displaces(Report.Published report) {
    return !report.backfill();
  }

  private static List<Mark> marks(List<Item> items) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return items.stream().map(item -> Mark.of(item, digest)).toList();
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("every Java has SHA-256", none);
    }
  }

  private static List<Run> runs(List<Mark> before, List<Mark> marks, List<Item> items) {
    Map<Mark, Integer> places = new HashMap<>();
    for (int i = 0; i < before.size(); i++) places.putIfAbsent(before.get(i), i);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < items.size(); ) {
      Integer place = places.get(marks.get(i));
      int start = i;
      if (place == null) {
        while (i < items.size() && !places.containsKey(marks.get(i))) i++;
        runs.add(new Run(0, 0, List.copyOf(items.subList(start, i))));
      } else {
        int from = place;
        while (i < items.size() && place < before.size() && marks.get(i).equals(before.get(place))) {
          i++;
          place++;
        }
        runs.add(new Run(from, place, List.of()));
      }
    }
    return runs;
  }
}

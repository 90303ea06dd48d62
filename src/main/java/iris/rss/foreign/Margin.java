package iris.rss.foreign;

import iris.rss.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Element;

/** What ROME does not tell, noted before ROME reads: lines, the texts of the dates, elements of no standard. */
record Margin(Notes head, List<Notes> entries) {
  private static final List<String> PUBLISHED = List.of("pubDate", "published", "issued", "date", "created");
  private static final List<String> UPDATED = List.of("updated", "modified");
  private static final int EXTRA = 256;
  /** In front of the name of a date: its text, as it stands. */
  static final String RAW = "raw:";

  /** @param odd dates that are no dates, as they stand */
  record Notes(
      int line, Optional<Instant> published, Optional<Instant> updated, List<String> odd, Map<String, String> extras) {}

  /** Notes everything and takes out of the tree what ROME need not see. */
  static Margin cut(Element root, int lines) {
    boolean atom = root.getName().equals("feed");
    Element head = atom ? root : child(root, "channel").orElse(root);
    List<Notes> entries = new ArrayList<>();
    boolean inside = atom || root.getName().equals("rss");
    for (Element e : List.copyOf((inside ? head : root).getChildren()))
      if (e.getName().equals(atom ? "entry" : "item")) entries.add(notes(e, lines, true));
    return new Margin(notes(head, lines, false), List.copyOf(entries));
  }

  private static Optional<Element> child(Element parent, String name) {
    return parent.getChildren().stream().filter(c -> c.getName().equals(name)).findFirst();
  }

  private static Notes notes(Element element, int lines, boolean item) {
    List<String> odd = new ArrayList<>();
    Map<String, String> extras = new HashMap<>();
    List<Element> stripped = Pruning.strip(element, item);
    Optional<Instant> published = date(element, stripped, PUBLISHED, odd, extras);
    Optional<Instant> updated = date(element, stripped, UPDATED, odd, extras);
    if (!item && published.isEmpty() && updated.isEmpty())
      published = date(element, stripped, List.of("lastBuildDate"), odd, extras);
    for (Element e : stripped) {
      if (!e.getChildren().isEmpty()) continue;
      String rel = e.getAttributeValue("rel");
      String href = e.getAttributeValue("href");
      if (rel != null && href != null) extras.putIfAbsent("link:" + rel, href);
      String text = e.getTextTrim();
      if (!text.isEmpty() && text.length() <= EXTRA) extras.putIfAbsent(e.getName(), text);
    }
    if (!item) atomLinks(element, extras);
    return new Notes(lines + Pruning.line(element), published, updated, List.copyOf(odd), Map.copyOf(extras));
  }

  private static void atomLinks(Element head, Map<String, String> extras) {
    for (Element link : head.getChildren("link", Pruning.ATOM)) {
      String rel = link.getAttributeValue("rel", "alternate");
      String href = link.getAttributeValue("href");
      if (href != null) extras.putIfAbsent("link:" + rel.toLowerCase(Locale.ROOT), href);
    }
    child(head, "ttl").ifPresent(t -> extras.put("ttl", t.getTextTrim()));
    child(head, "lastBuildDate").ifPresent(t -> extras.put("lastBuildDate", t.getTextTrim()));
  }

  /** The first of the names that holds a date; what holds none is noted as odd. */
  private static Optional<Instant> date(Element in, List<Element> stripped, List<String> names, List<String> odd,
      Map<String, String> extras) {
    for (String name : names) {
      List<Element> candidates = new ArrayList<>(in.getChildren());
      candidates.addAll(stripped);
      for (Element e : candidates) {
        String text = e.getTextTrim();
        if (!e.getName().equals(name) || text.isEmpty()) continue;
        Optional<Instant> date = Dates.lenient(text).filter(Margin::possible);
        if (date.isPresent()) {
          extras.putIfAbsent(RAW + name, text);
          return date;
        }
        odd.add(text.substring(0, Math.min(text.length(), 64)));
      }
    }
    return Optional.empty();
  }

  /** A zero time written out (year 1) and the like are no times of an incident. */
  private static boolean possible(Instant date) {
    return date.isAfter(Instant.EPOCH);
  }
}

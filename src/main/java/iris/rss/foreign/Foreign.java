package iris.rss.foreign;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Revision;
import iris.rss.Texts;
import iris.signal.Bulletin;
import iris.signal.Finding;
import iris.signal.Finding.Level;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Note;
import iris.signal.Reason;
import iris.signal.Service;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is not the profile: ROME the document, the habit of its dialect the meaning. */
public final class Foreign {
  /** What a person can still read; the rest is counted. */
  private static final int FINDINGS = 100;

  private final ReadOptions options;
  private int more;
  private final List<Finding> findings = new ArrayList<>();

  private Foreign(ReadOptions options) {
    this.options = options;
  }

  /** Never throws; a document that is no feed, cut or hostile is {@link Reading.Garbled}. */
  public static Reading read(byte[] document, ReadOptions options) {
    try {
      return new Foreign(options).read(document);
    } catch (Rome.Unreadable e) {
      return new Reading.Garbled(e.line(), e.reason());
    }
  }

  private Reading read(byte[] document) throws Rome.Unreadable {
    Decoder.Decoded decoded = Decoder.decode(document, options.charset());
    if (!decoded.sure()) find(Level.WARNING, 0, "rss.foreign.charset-guessed");
    String text = decoded.text();
    int start = 0;
    while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\uFEFF')) start++;
    if (start == text.length()) throw new Rome.Unreadable(0, Reason.of("rss.empty-document"));
    int lines = (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    Sheet sheet = sheet(text.substring(start), lines);
    String title = sheet.channel().title();
    if (!options.welcomes(title))
      throw new Rome.Unreadable(0, Reason.of("rss.other-title", title, options.expectedTitle().orElse("")));
    return new Reading.Read(bulletin(sheet));
  }

  private Sheet sheet(String xml, int lines) throws Rome.Unreadable {
    Rome rome = new Rome(options);
    try {
      return rome.read(xml, lines);
    } catch (Rome.Unreadable first) {
      String healed = first.reason().key().equals("rss.foreign.ill-formed") ? Healer.heal(xml) : xml;
      if (healed.equals(xml)) throw first;
      Sheet sheet = rome.read(healed, lines);
      find(Level.WARNING, first.line(), "rss.foreign.healed");
      return sheet;
    }
  }

  private Bulletin bulletin(Sheet sheet) {
    Habit habit = Habits.of(sheet);
    Service service = service(sheet.channel().title());
    List<Said> said = habit.say(sheet);
    List<Incident> incidents = Fold.incidents(said, service.id());
    Set<String> told = incidents.stream().map(Incident::id).collect(Collectors.toSet());
    // By identity: two entries that say the same are still two.
    Map<Entry, Said> byEntry = new IdentityHashMap<>();
    for (Said s : said) if (told.contains(s.key())) byEntry.put(s.entry(), s);
    List<Item> items =
        sheet.entries().stream().map(e -> item(e, Optional.ofNullable(byEntry.get(e)), sheet, service.id())).toList();
    oddities(sheet, incidents);
    return new Bulletin(sheet.channel(), habit.dialect(), List.of(service), items, incidents, findings);
  }

  /** The one that we were told; without a name for it, the feed lends its own. */
  private Service service(String title) {
    if (!options.serviceName().isBlank()) return new Service(options.serviceId(), options.serviceName(), List.of());
    StringBuilder slug = new StringBuilder();
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < plain.length() && slug.length() < 60; i++) {
      char c = plain.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') slug.append(c);
      else if (Character.getType(c) != Character.NON_SPACING_MARK) slug.append('-');
    }
    String id = slug.toString().replaceAll("-+", "-").replaceAll("^-|-$", "");
    String name = title.isEmpty() ? options.serviceId() : title;
    return new Service(id.isEmpty() ? options.serviceId() : id, name, List.of());
  }

  private Item item(Entry e, Optional<Said> said, Sheet sheet, String service) {
    String text = Texts.clean(e.html(), options.limits().text());
    String revision = new Revision().say(e.title()).say(e.html()).of(e.guid(), e.latest());
    return new Item(e.guid(), revision, e.title(), text, e.published(), e.updated(), said.map(Said::key), e.line(),
        said.map(s -> Works.of(e, s, service, sheet.channel().built())).orElse(Note.NOTE));
  }

  private void oddities(Sheet sheet, List<Incident> incidents) {
    Map<String, Entry> seen = new HashMap<>();
    Set<String> grouped =
        incidents.stream().filter(i -> i.updates() > 1).map(Incident::id).collect(Collectors.toSet());
    for (Entry e : sheet.entries()) {
      for (String odd : e.odd()) find(Level.WARNING, e.line(), "rss.foreign.odd-date", Texts.line(odd, 64));
      if (e.published().isEmpty() && e.odd().isEmpty()) find(Level.WARNING, e.line(), "rss.foreign.no-date");
      if (e.title().isEmpty()) find(Level.WARNING, e.line(), "rss.foreign.no-title");
      Entry before = seen.putIfAbsent(e.guid(), e);
      if (before != null && !grouped.contains(e.guid()))
        find(Level.INFO, e.line(), "rss.foreign.same-guid", before.line());
      sheet.channel().built().filter(b -> e.published().filter(p -> p.isAfter(b.plusSeconds(86_400))).isPresent())
          .ifPresent(b -> find(Level.INFO, e.line(), "rss.foreign.future", e.published().orElseThrow()));
    }
    incidents.stream().filter(i -> i.kind() == Incident.Kind.UNCLASSIFIED && i.open())
        .forEach(i -> find(Level.WARNING, 0, "rss.foreign.unclassified", i.title()));
    if (sheet.entries().isEmpty()) find(Level.INFO, 0, "rss.foreign.empty");
    if (more > 0) findings.add(new Finding(Level.INFO, 0, Reason.of("rss.more-findings", more)));
  }

  private void find(Level level, int line, String key, Object... args) {
    if (findings.size() < FINDINGS) findings.add(new Finding(level, line, Reason.of(key, args)));
    else more++;
  }
}

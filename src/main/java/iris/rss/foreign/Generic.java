package iris.rss.foreign;

import iris.rss.Dates;
import iris.signal.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything else. An entry is an incident, unless its guid shows that it is one of several updates: a key with the
 * moment of the update behind it, or a page of its own that entries of one title share.
 */
final class Generic implements Habit {
  private static final Duration SAME_MOMENT = Duration.ofMinutes(2);

  @Override
  public Dialect dialect() {
    return Dialect.GENERIC;
  }

  @Override
  public List<Said> say(Sheet sheet) {
    Set<String> pages = sharedPages(sheet);
    return Habit.each(sheet, e -> {
      String key = key(e, pages);
      return Statuspage.said(e, key, sheet.channel().built()).or(() -> Plain.said(e, key));
    });
  }

  private static String key(Entry entry, Set<String> pages) {
    String undated = undated(entry);
    if (!undated.equals(entry.guid())) return undated;
    return pages.contains(entry.link()) ? entry.link() : entry.guid();
  }

  /** Pages of one incident: several guids, one title, and not the channel's own page. */
  private static Set<String> sharedPages(Sheet sheet) {
    Map<String, Set<String>> titles = new HashMap<>();
    Map<String, Set<String>> guids = new HashMap<>();
    for (Entry e : sheet.entries()) {
      titles.computeIfAbsent(e.link(), k -> new HashSet<>()).add(Title.of(e.title()).bare());
      guids.computeIfAbsent(e.link(), k -> new HashSet<>()).add(e.guid());
    }
    Set<String> pages = new HashSet<>();
    titles.forEach((link, of) -> {
      boolean own = !link.isEmpty() && !link.equals(sheet.home()) && link.indexOf('/', 8) > 0;
      if (own && of.size() == 1 && Objects.requireNonNull(guids.get(link)).size() > 1) pages.add(link);
    });
    return pages;
  }

  /** The guid without the moment of this very entry at its end ("KEY-1782390359", "KEY#2026-04-28T13:42:11Z"). */
  static String undated(Entry entry) {
    String guid = entry.guid();
    if (entry.published().isEmpty()) return guid;
    int digits = guid.length();
    while (digits > 0 && Character.isDigit(guid.charAt(digits - 1))) digits--;
    int figures = guid.length() - digits;
    if (figures == 10 || figures == 13) {
      long value = Long.parseLong(guid.substring(digits));
      Instant moment = figures == 10 ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
      return near(moment, entry) ? prefix(guid, digits) : guid;
    }
    int from = guid.length() - 20;
    if (from <= 0) return guid;
    Optional<Instant> moment = Dates.iso(guid.substring(from));
    return moment.filter(m -> near(m, entry)).isPresent() ? prefix(guid, from) : guid;
  }

  private static boolean near(Instant moment, Entry entry) {
    return Duration.between(moment, entry.published().orElseThrow()).abs().compareTo(SAME_MOMENT) <= 0;
  }

  private static String prefix(String guid, int end) {
    int to = end;
    while (to > 0 && "-_.#:/@".indexOf(guid.charAt(to - 1)) >= 0) to--;
    return to == 0 ? guid : guid.substring(0, to);
  }
}

package iris.rss.foreign;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.rss.Item;
import iris.rss.Dates;
import iris.rss.Limits;
import iris.rss.Revision;
import iris.rss.Texts;
import iris.signal.Channel;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What ROME read, joined with what stands in the margin. */
final class Union {
  private final Margin margin;
  private final Limits limits;

  Union(Margin margin, Limits limits) {
    this.margin = margin;
    this.limits = limits;
  }

  Sheet of(WireFeed feed) {
    return feed instanceof Feed atom ? atom(atom) : rss((com.rometools.rome.feed.rss.Channel) feed);
  }

  private Sheet rss(com.rometools.rome.feed.rss.Channel channel) {
    List<Entry> entries = new ArrayList<>();
    for (Item item : channel.getItems()) {
      String guid = item.getGuid() == null ? "" : some(item.getGuid().getValue());
      String described = item.getDescription() == null ? "" : some(item.getDescription().getValue());
      String content = item.getContent() == null ? "" : some(item.getContent().getValue());
      List<String> categories = item.getCategories().stream().map(c -> some(c.getValue())).toList();
      String html = content.isBlank() ? described : content;
      entries.add(entry(entries.size(), guid, some(item.getLink()), some(item.getTitle()), html, categories));
    }
    Channel head = head(channel.getTitle(), channel.getLink(), channel.getDescription(), channel.getLanguage(),
        channel.getGenerator());
    return new Sheet(head, "", List.copyOf(entries));
  }

  private Sheet atom(Feed feed) {
    List<Entry> entries = new ArrayList<>();
    for (com.rometools.rome.feed.atom.Entry entry : feed.getEntries()) {
      String html = entry.getContents().isEmpty() ? "" : text(entry.getContents().getFirst());
      if (html.isBlank()) html = text(entry.getSummary());
      List<String> categories = entry.getCategories().stream()
          .map(c -> some(c.getLabel()).isEmpty() ? some(c.getTerm()) : c.getLabel()).toList();
      String title = text(entry.getTitleEx());
      boolean markup = entry.getTitleEx() != null && !"text".equals(some(entry.getTitleEx().getType()))
          && !some(entry.getTitleEx().getType()).isEmpty();
      entries.add(entry(entries.size(), some(entry.getId()), link(entry.getAlternateLinks()),
          markup ? Prose.plain(title) : title, html, categories));
    }
    String generator = feed.getGenerator() == null ? "" : some(feed.getGenerator().getValue());
    Channel head = head(text(feed.getTitleEx()), link(feed.getAlternateLinks()), text(feed.getSubtitle()),
        feed.getLanguage(), generator);
    return new Sheet(head, some(feed.getId()), List.copyOf(entries));
  }

  private Entry entry(int at, String guid, String link, String rawTitle, String html, List<String> categories) {
    // ROME and the margin walk the same children in the same order.
    Margin.Notes notes = margin.entries().get(at);
    // Editors leave no-break spaces in titles, and lose them again at the next poll.
    String title = Texts.line(rawTitle.replace('\u00a0', ' '), limits.text());
    String key = !guid.isBlank() ? guid.strip() : !link.isBlank() ? link.strip()
        : "hash:" + new Revision().say(title).say(html).of("", notes.published()).substring(1);
    Optional<Instant> published = notes.published().isPresent() ? notes.published() : notes.updated();
    return new Entry(Texts.line(key, limits.text()), link.strip(), title, html, published, notes.updated(), notes.odd(),
        categories, notes.extras(), notes.line());
  }

  private Channel head(String title, String link, String description, String language, String generator) {
    Margin.Notes notes = margin.head();
    Optional<Instant> built = Optional.ofNullable(notes.extras().get("lastBuildDate")).flatMap(Dates::lenient);
    if (built.isEmpty()) built = notes.updated().isPresent() ? notes.updated() : notes.published();
    return new Channel(line(title), uri(link), line(description), line(language), line(generator), built,
        minutes(notes.extras().get("ttl")), uri(notes.extras().get("link:self")),
        uri(notes.extras().get("link:prev-archive")), Optional.empty(), Optional.empty());
  }

  private String line(String text) {
    return Texts.line(some(text), limits.text());
  }

  private static String some(String text) {
    return text == null ? "" : text;
  }

  private static String text(Content content) {
    return content == null ? "" : some(content.getValue());
  }

  private static String link(List<Link> links) {
    return links.isEmpty() ? "" : some(links.getFirst().getHrefResolved());
  }

  private static int minutes(@Nullable String ttl) {
    if (ttl == null || ttl.isEmpty() || ttl.length() > 6 || !ttl.chars().allMatch(c -> c >= '0' && c <= '9')) return 0;
    return Integer.parseInt(ttl);
  }

  private static Optional<URI> uri(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > 2048) return Optional.empty();
    try {
      return Optional.of(URI.create(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

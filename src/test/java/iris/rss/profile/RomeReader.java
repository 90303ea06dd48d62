package iris.rss.profile;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import iris.rss.Texts;
import iris.signal.Item;
import iris.signal.Note;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** What a ROME user reads with the module: a second opinion on the streaming reader, its rival in the benchmark. */
public final class RomeReader {
  record Read(FeedModule feed, List<Item> items) {}

  private RomeReader() {}

  public static SyndFeed feed(byte[] document) throws FeedException, IOException {
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(document)));
  }

  static Read read(byte[] document) throws FeedException, IOException {
    SyndFeed feed = feed(document);
    List<Item> items = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      ItemModule module = (ItemModule) entry.getModule(Profile.NAMESPACE);
      // ROME asks no module about an item without an element of ours.
      if (module == null) module = new ItemModule(isNotice(entry) ? Note.NOTE : new Note("?"));
      if (module.body() != null) items.add(item(entry, module));
    }
    return new Read((FeedModule) feed.getModule(Profile.NAMESPACE), items);
  }

  private static boolean isNotice(SyndEntry entry) {
    return entry.getCategories().stream()
        .anyMatch(c -> Profile.KIND.equals(c.getTaxonomyUri()) && "notice".equals(c.getName()));
  }

  private static Item item(SyndEntry entry, ItemModule module) {
    Date date = entry.getPublishedDate();
    Instant published = date == null ? null : date.toInstant();
    String text = entry.getDescription() == null ? "" : entry.getDescription().getValue();
    return Items.item(entry.getUri(), Texts.line(entry.getTitle(), 65_536), Texts.clean(text, 65_536), published, 0,
        module.body());
  }
}

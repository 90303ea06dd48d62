package iris.rss.profile;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import iris.signal.Item;
import iris.signal.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** Writes documents of the profile with ROME: UTF-8, and the same bytes for the same input. */
public final class ProfileWriter {
  private final DateTimeFormatter dates;

  /** @param zone of the dates of RSS, which a person reads; those of the profile's elements are UTC */
  public ProfileWriter(ZoneId zone) {
    dates = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.US).withZone(zone);
  }

  /**
   * One document, items in the order given. {@link Item#revision} and {@link Item#line} are not written: they are the
   * reader's. Text that XML 1.0 cannot hold is replaced by U+FFFD.
   *
   * @throws IllegalArgumentException for a window in state maintenance, which is an item of its own
   */
  public byte[] write(iris.signal.Channel head, List<Service> services, List<Item> items) {
    try {
      Document document = new WireFeedOutput().outputJDom(channel(head, services, items));
      date(document.getRootElement().getChild("channel"), head, items);
      return bytes(document);
    } catch (FeedException e) {
      // ROME checks what RSS 2.0 demands, and channel() gives all of that.
      throw new IllegalStateException(e);
    }
  }

  private static Channel channel(iris.signal.Channel head, List<Service> services, List<Item> items) {
    Channel channel = new Channel("rss_2.0");
    channel.setEncoding("UTF-8");
    channel.setTitle(XmlText.safe(head.title()));
    channel.setLink(head.link().map(URI::toString).orElse(""));
    channel.setDescription(XmlText.safe(head.description()));
    if (!head.language().isEmpty()) channel.setLanguage(XmlText.safe(head.language()));
    if (!head.generator().isEmpty()) channel.setGenerator(XmlText.safe(head.generator()));
    head.built().ifPresent(at -> channel.setLastBuildDate(Date.from(at)));
    if (head.ttlMinutes() > 0) channel.setTtl(head.ttlMinutes());
    channel.setModules(modules(new FeedModule(head.agent(), services, FeedModule.Links.of(head))));
    channel.setItems(new ArrayList<>(items.stream().map(ProfileWriter::item).toList()));
    return channel;
  }

  private static com.rometools.rome.feed.rss.Item item(Item from) {
    com.rometools.rome.feed.rss.Item item = new com.rometools.rome.feed.rss.Item();
    item.setTitle(XmlText.safe(from.title()));
    Description description = new Description();
    description.setValue(XmlText.safe(from.text()));
    item.setDescription(description);
    Category kind = new Category();
    kind.setDomain(Profile.KIND);
    kind.setValue(Kinds.of(from.body()));
    item.setCategories(new ArrayList<>(List.of(kind)));
    Guid guid = new Guid();
    guid.setPermaLink(false);
    guid.setValue(XmlText.safe(from.guid()));
    item.setGuid(guid);
    from.published().ifPresent(at -> item.setPubDate(Date.from(at)));
    item.setModules(modules(new ItemModule(from.body())));
    return item;
  }

  private static List<Module> modules(Module one) {
    return new ArrayList<>(List.of(one));
  }

  /** ROME writes all dates as GMT; a person who reads the feed lives somewhere. */
  private void date(Element channel, iris.signal.Channel head, List<Item> items) {
    say(channel.getChild("lastBuildDate"), head.built());
    List<Element> elements = channel.getChildren("item");
    for (int i = 0; i < items.size(); i++) say(elements.get(i).getChild("pubDate"), items.get(i).published());
  }

  private void say(Element date, Optional<Instant> at) {
    at.ifPresent(instant -> date.setText(dates.format(instant)));
  }

  private static byte[] bytes(Document document) {
    Format format = Format.getPrettyFormat().setEncoding("UTF-8").setLineSeparator(LineSeparator.UNIX);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new XMLOutputter(format).output(document, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

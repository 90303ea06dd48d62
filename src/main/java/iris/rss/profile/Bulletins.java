package iris.rss.profile;

import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Dialect;
import iris.signal.Item;
import iris.signal.Service;
import java.util.List;

/** Puts the parts together, and tells what is missing in the whole. */
final class Bulletins {
  private Bulletins() {}

  /**
   * @param told those of the items that are no windows
   * @param seen items in the document, usable or not
   */
  static Bulletin of(FeedDraft feed, List<Item> items, List<Item> told, int seen, Findings findings) {
    Channel channel = feed.channel(items);
    List<Service> services = feed.services();
    if (seen == 0) findings.warning(0, "rss.profile.empty");
    else if (items.size() == told.size()) findings.warning(0, "rss.profile.no-window");
    String only = services.size() == 1 ? services.getFirst().id() : "";
    return new Bulletin(channel, Dialect.IRIS, services, items, Folding.fold(told, only), findings.list());
  }
}

package iris.rss.profile;

import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Dialect;
import iris.signal.Item;
import iris.signal.Service;
import iris.signal.Window;
import java.util.List;

/** Puts the parts together, and tells what is missing in the whole. */
final class Bulletins {
  private Bulletins() {}

  /** @param seen items in the document, usable or not */
  static Bulletin of(FeedDraft feed, List<Item> items, int seen, Findings findings) {
    Channel channel = feed.channel(items);
    List<Service> services = feed.services(items);
    if (seen == 0) findings.warning(0, "rss.profile.empty");
    else if (!anyWindow(items)) findings.warning(0, "rss.profile.no-window");
    String only = services.size() == 1 ? services.getFirst().id() : "";
    return new Bulletin(channel, Dialect.IRIS, services, items, Folding.fold(items, only), findings.list());
  }

  private static boolean anyWindow(List<Item> items) {
    for (Item item : items) if (item.body() instanceof Window) return true;
    return false;
  }
}

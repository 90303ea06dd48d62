package iris.rss.foreign;

import iris.signal.Channel;
import java.util.List;

/**
 * A foreign document before its dialect is known.
 *
 * @param id of an Atom feed, else empty
 */
record Sheet(Channel channel, String id, List<Entry> entries) {
  /** The channel's own page, empty if not given. */
  String home() {
    return channel.link().map(Object::toString).orElse("");
  }
}

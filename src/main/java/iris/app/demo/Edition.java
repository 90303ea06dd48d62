package iris.app.demo;

import iris.signal.Channel;
import iris.signal.Item;
import iris.signal.Service;
import java.util.List;

/** A document at a moment, newest item first, and what happened to it on the way. */
record Edition(Channel channel, List<Service> services, List<Item> items, Damage damage) {
  /** Ways in which a feed arrives unreadable. */
  enum Damage {
    NONE,
    LOGIN_PAGE,
    CUT
  }

  Edition {
    services = List.copyOf(services);
    items = List.copyOf(items);
  }
}

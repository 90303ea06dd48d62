package iris.alarm;

import iris.signal.Service;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which services there are, and what they are called on the board. */
final class Services {
  private Services() {}

  /** A service by the feed's own id; a blank one is the feed itself, as foreign pages often are. */
  static ServiceDraft named(Draft d, FeedDraft f, String id) {
    String name = id.isBlank() ? f.id : id;
    ServiceDraft known = d.services.get(key(d, f, name));
    return known != null ? known : of(d, f, new Service(name, id.isBlank() ? f.name : id, List.of()));
  }

  static ServiceDraft of(Draft d, FeedDraft f, Service service) {
    String key = key(d, f, service.id());
    ServiceDraft s = d.services.computeIfAbsent(key, k -> new ServiceDraft(k, f.id, service, d.now));
    s.service = service;
    return s;
  }

  /** The id alone where one feed names it; the second feed that names it has its own name before it. */
  private static String key(Draft d, FeedDraft f, String id) {
    String whole = f.id + "/" + id;
    ServiceDraft holder = d.services.get(id);
    return d.services.containsKey(whole) || holder != null && !holder.feed.equals(f.id) ? whole : id;
  }

  /** Where a feed's services are configured by name, one that is not named is shown with defaults and rings no P1. */
  static void configure(Draft d) {
    List<ServiceDraft> within = d.servicesWithin();
    Set<String> named = within.stream().filter(s -> d.rules.services().containsKey(s.key))
        .map(s -> s.feed).collect(Collectors.toSet());
    for (ServiceDraft s : within)
      s.configured = d.rules.services().containsKey(s.key) || !named.contains(s.feed);
  }

  /** A window of the service is due and does not come, though its feed lives. */
  static boolean silent(Draft d, ServiceDraft s, Duration limit) {
    return Supervising.age(d, s.newest().map(j -> j.window().to()).orElse(s.first.wall()),
        s.heard.isPresent() ? s.heard : java.util.Optional.of(s.first)).compareTo(limit) > 0;
  }
}

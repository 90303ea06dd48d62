package iris.signal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One document, understood: what is in it, item by item, and what its dialect's rules conclude. */
public record Bulletin(
    Channel channel,
    Dialect dialect,
    List<Service> services,
    List<Item> items,
    List<Incident> incidents,
    List<Finding> findings) {

  public Bulletin {
    Objects.requireNonNull(channel);
    Objects.requireNonNull(dialect);
    services = List.copyOf(services);
    items = List.copyOf(items);
    incidents = List.copyOf(incidents);
    findings = List.copyOf(findings);
  }

  public Stream<Window> windows() {
    return items.stream().map(Item::body).filter(Window.class::isInstance).map(Window.class::cast);
  }
}

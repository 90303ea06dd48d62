package iris.rss.profile;

import com.rometools.rome.feed.CopyFrom;
import com.rometools.rome.feed.module.Module;
import iris.signal.Channel;
import iris.signal.Service;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the channel of the profile says to machines, as a module of ROME: agent, services, and the Atom links. */
public final class FeedModule implements Module {
  /** The links that ROME's channel of RSS has no place for. */
  record Links(Optional<URI> self, Optional<URI> previous, Optional<URI> push, Channel.Place place) {
    static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty(), Channel.Place.NEWEST);

    static Links of(Channel head) {
      return new Links(head.self(), head.previous(), head.push(), head.place());
    }
  }

  private transient Optional<Channel.Agent> agent;
  private transient List<Service> services;
  private transient Links links;

  /** For ROME's copying. */
  public FeedModule() {
    this(Optional.empty(), List.of(), Links.NONE);
  }

  FeedModule(Optional<Channel.Agent> agent, List<Service> services, Links links) {
    this.agent = agent;
    this.services = List.copyOf(services);
    this.links = links;
  }

  public Optional<Channel.Agent> agent() {
    return agent;
  }

  public List<Service> services() {
    return services;
  }

  Links links() {
    return links;
  }

  @Override
  public String getUri() {
    return Profile.NAMESPACE;
  }

  @Override
  public Class<? extends CopyFrom> getInterface() {
    return FeedModule.class;
  }

  @Override
  public void copyFrom(CopyFrom other) {
    FeedModule o = (FeedModule) other;
    agent = o.agent;
    services = o.services;
    links = o.links;
  }

  @Override
  public Object clone() {
    return new FeedModule(agent, services, links);
  }
}

package iris.signal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The head of a document.
 *
 * @param language as published, e.g. {@code fr}; empty if not given
 * @param built lastBuildDate, the agent's heartbeat
 * @param ttlMinutes 0 if not given
 * @param previous RFC 5005 archive with older items
 * @param push event stream that announces publications
 * @param agent profile 1 only
 * @param place among the archives of RFC 5005
 */
public record Channel(
    String title,
    Optional<URI> link,
    String description,
    String language,
    String generator,
    Optional<Instant> built,
    int ttlMinutes,
    Optional<URI> self,
    Optional<URI> previous,
    Optional<URI> push,
    Optional<Agent> agent,
    Place place) {

  /**
   * Where a document stands among the archives of RFC 5005; {@link Channel#previous} leads to older items.
   *
   * @param archive whether it is one: then it changes no more
   * @param current the document with the newest items
   * @param next archive with newer items
   */
  public record Place(boolean archive, Optional<URI> current, Optional<URI> next) {
    /** Not among archives, or the newest of all. */
    public static final Place NEWEST = new Place(false, Optional.empty(), Optional.empty());

    public Place {
      Objects.requireNonNull(current);
      Objects.requireNonNull(next);
    }
  }

  /** Who publishes: {@code period} is the length of a window. */
  public record Agent(String id, String version, Duration period, Optional<Instant> started) {
    public Agent {
      Objects.requireNonNull(id);
      Objects.requireNonNull(version);
      Objects.requireNonNull(started);
      if (period.isNegative() || period.isZero()) throw new IllegalArgumentException("a period lasts: " + period);
    }
  }

  public Channel {
    Objects.requireNonNull(title);
    Objects.requireNonNull(link);
    Objects.requireNonNull(description);
    Objects.requireNonNull(language);
    Objects.requireNonNull(generator);
    Objects.requireNonNull(built);
    Objects.requireNonNull(self);
    Objects.requireNonNull(previous);
    Objects.requireNonNull(push);
    Objects.requireNonNull(agent);
    Objects.requireNonNull(place);
    if (ttlMinutes < 0) throw new IllegalArgumentException("ttl " + ttlMinutes);
  }

  /** A document that is no archive. */
  public Channel(
      String title,
      Optional<URI> link,
      String description,
      String language,
      String generator,
      Optional<Instant> built,
      int ttlMinutes,
      Optional<URI> self,
      Optional<URI> previous,
      Optional<URI> push,
      Optional<Agent> agent) {
    this(title, link, description, language, generator, built, ttlMinutes, self, previous, push, agent, Place.NEWEST);
  }

  /** The period of its windows; empty for a feed without statistics, which is judged by reachability alone. */
  public Optional<Duration> period() {
    return agent.map(Agent::period);
  }
}

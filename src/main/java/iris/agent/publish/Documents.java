package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.agent.Published;
import iris.rss.profile.Galley;
import iris.rss.profile.ProfileWriter;
import iris.signal.Channel;
import iris.signal.Item;
import iris.signal.Service;
import iris.words.Words;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes one service's documents: the current one, and one for each UTC day that is over. */
final class Documents {
  private final AgentConfig config;
  private final Service service;
  private final String version;
  private final Instant started;
  private final Addresses addresses;
  private final Words words;
  private final ProfileWriter writer;
  private final Galley galley;

  Documents(AgentConfig config, Service service, String version, Instant started, Addresses addresses) {
    this.config = config;
    this.service = service;
    this.version = version;
    this.started = started;
    this.addresses = addresses;
    words = Words.of(config.language(), config.zone());
    writer = new ProfileWriter(config.zone());
    galley = new Galley(writer);
  }

  /**
   * For one thread.
   *
   * @param built the heartbeat
   * @param archived the newest day that is over and kept
   */
  byte[] current(Stock stock, Instant built, Optional<LocalDate> archived) {
    String id = service.id();
    Channel.Agent agent = new Channel.Agent(config.id(), version, config.period(), Optional.of(started));
    Optional<URI> push = config.publication().listen().map(l -> addresses.events(id));
    Channel head = head(addresses.current(id), built, archived.map(day -> addresses.archive(id, day)), push, agent,
        Channel.Place.NEWEST);
    return galley.write(head, List.of(service), stock.items());
  }

  /**
   * A day that is over. The same items give the same bytes, whenever they are asked for.
   *
   * @param older whether there is a day before it
   */
  byte[] archive(LocalDate day, List<Published> published, boolean older) {
    String id = service.id();
    // When the agent started is of no interest to a day that is over, and would change its bytes.
    Channel.Agent agent = new Channel.Agent(config.id(), version, config.period(), Optional.empty());
    Optional<URI> previous =
        older ? Optional.of(addresses.archiveFromArchive(id, day.minusDays(1))) : Optional.empty();
    Channel.Place place = new Channel.Place(true, Optional.of(addresses.currentFromArchive(id)),
        Optional.of(addresses.archiveFromArchive(id, day.plusDays(1))));
    URI self = addresses.base().isPresent() ? addresses.archive(id, day) : URI.create(day + ".xml");
    Channel head = head(self, end(day), previous, Optional.empty(), agent, place);
    List<Item> items = published.stream().map(Published::item).toList();
    return writer.write(head, List.of(service), items);
  }

  private Channel head(URI self, Instant built, Optional<URI> previous, Optional<URI> push, Channel.Agent agent,
      Channel.Place place) {
    URI link = config.publication().link().or(addresses::base).orElse(self);
    int ttl = (int) Math.max(1, config.period().toMinutes());
    return new Channel(words.say("agent.feed.channel", service.name()), Optional.of(link),
        words.say("agent.feed.channel-text", service.name()), config.language().name().toLowerCase(Locale.ROOT),
        "IRIS agent " + version, Optional.of(built), ttl, Optional.of(self), previous, push, Optional.of(agent), place);
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Instant end(LocalDate day) {
    return start(day.plusDays(1));
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}

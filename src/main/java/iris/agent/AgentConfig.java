package iris.agent;

import iris.signal.Service;
import iris.words.Lang;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that an agent is told.
 *
 * @param id of the agent, stable for ever: part of what consoles know it by
 * @param period of the windows, a divisor of a day, 1 s to 1 h; 5 min in life
 * @param language of titles and descriptions, {@code zone} of the times in them
 * @param state folder of its store; only its owner may look into it
 */
public record AgentConfig(
    String id,
    Duration period,
    Lang language,
    ZoneId zone,
    Path state,
    Publication publication,
    List<Served> services) {

  /**
   * Where the documents go: one per service, {@code ID.xml}.
   *
   * @param listen host and port, port 0 for any; empty if no server is wanted
   * @param base address that readers use, ends in a slash; empty: made from what is listened on
   * @param link a page for persons
   * @param files folder for the same documents as files, replaced atomically
   * @param access who may read; empty: everybody
   * @param keep how long archives stay, 1 day or more
   * @param connections at most at a time, 1 or more
   */
  public record Publication(
      Optional<Listen> listen,
      Optional<URI> base,
      Optional<URI> link,
      Optional<Path> files,
      Optional<Access> access,
      Duration keep,
      int connections) {
    public Publication {
      Objects.requireNonNull(listen);
      Objects.requireNonNull(base);
      Objects.requireNonNull(link);
      Objects.requireNonNull(files);
      Objects.requireNonNull(access);
      if (keep.compareTo(Duration.ofDays(1)) < 0) throw new IllegalArgumentException("kept for " + keep);
      if (connections < 1) throw new IllegalArgumentException(connections + " connections");
    }
  }

  /** @param tls certificate and key, PEM; empty for plain HTTP */
  public record Listen(String host, int port, Optional<Tls> tls) {
    public Listen {
      Objects.requireNonNull(host);
      Objects.requireNonNull(tls);
      if (port < 0 || port > 65_535) throw new IllegalArgumentException("port " + port);
    }
  }

  /** PEM files: the chain, server first, and its private key. */
  public record Tls(Path chain, Path key) {
    public Tls {
      Objects.requireNonNull(chain);
      Objects.requireNonNull(key);
    }
  }

  /** Who may read. The secrets are the values themselves, read from the environment or an owner-only file. */
  public sealed interface Access {
    record Basic(String user, String password) implements Access {
      @Override
      public String toString() {
        return "Basic[" + user + "]";
      }
    }

    record Bearer(String token) implements Access {
      @Override
      public String toString() {
        return "Bearer";
      }
    }
  }

  /** A service, how it is judged and where its evidence comes from. */
  public record Served(Service service, Thresholds thresholds, Suspicion suspicion, List<SourceSpec> sources) {
    public Served {
      Objects.requireNonNull(service);
      Objects.requireNonNull(thresholds);
      Objects.requireNonNull(suspicion);
      sources = List.copyOf(sources);
    }
  }

  /**
   * What the state of a window is read from.
   *
   * @param downBelow share of good transactions under which the service is down, 0 to 1
   * @param degradedBelow the same for degraded, {@code downBelow} or more
   * @param p95 over which it is degraded
   */
  public record Thresholds(double downBelow, double degradedBelow, Optional<Duration> p95) {
    public Thresholds {
      Objects.requireNonNull(p95);
      if (!(0 <= downBelow && downBelow <= degradedBelow && degradedBelow <= 1))
        throw new IllegalArgumentException("down below " + downBelow + ", degraded below " + degradedBelow);
    }
  }

  /**
   * When an incident opens without waiting for its window, and when it closes.
   *
   * @param failures checks of one source that fail one after the other, 1 or more
   * @param within short sliding time over which the share of failed transactions is taken, 5 s to 5 min
   * @param least transactions in it, under which no share is taken, 1 or more
   * @param successes checks that go well one after the other before it closes, 1 or more
   * @param calm how long all evidence must be good before it closes
   */
  public record Suspicion(int failures, Duration within, int least, int successes, Duration calm) {
    public static final Suspicion USUAL =
        new Suspicion(2, Duration.ofSeconds(30), 20, 3, Duration.ofSeconds(30));

    public Suspicion {
      Objects.requireNonNull(within);
      Objects.requireNonNull(calm);
      if (failures < 1 || least < 1 || successes < 1) throw new IllegalArgumentException("at least one");
    }
  }

  public AgentConfig {
    Objects.requireNonNull(language);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(state);
    Objects.requireNonNull(publication);
    services = List.copyOf(services);
    if (id.isBlank()) throw new IllegalArgumentException("an agent needs an id");
    if (period.toMillis() < 1000 || Duration.ofDays(1).toMillis() % period.toMillis() != 0
        || period.compareTo(Duration.ofHours(1)) > 0)
      throw new IllegalArgumentException("a period divides the day and lasts 1 s to 1 h: " + period);
  }
}

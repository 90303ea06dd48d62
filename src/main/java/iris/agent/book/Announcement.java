package iris.agent.book;

import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person says of a service. What cannot be is refused by {@link Book#after} with a reason, not here: a bad time
 * or a blank author is a mistake of a person, not of the program.
 */
public sealed interface Announcement {
  /** Id of the service. */
  String service();

  /** Who says it. */
  String author();

  /** For the readers of the feed. */
  String text();

  /**
   * Opens an incident, which only a person will close.
   *
   * @param party at fault, a party of the service
   * @param since empty: now; never in the future
   */
  record Open(
      String service,
      String author,
      Severity severity,
      Origin origin,
      Optional<String> party,
      Optional<Instant> since,
      String text)
      implements Announcement {
    public Open {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(severity);
      Objects.requireNonNull(origin);
      Objects.requireNonNull(party);
      Objects.requireNonNull(since);
      Objects.requireNonNull(text);
    }
  }

  /**
   * Says more of an open incident, the agent's own as well; what is left out stays as it is.
   *
   * @param incident its id; empty: the only one that is open
   */
  record Amend(
      String service,
      String author,
      Optional<String> incident,
      Optional<Severity> severity,
      Optional<Origin> origin,
      Optional<String> party,
      Optional<Instant> since,
      String text)
      implements Announcement {
    public Amend {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(incident);
      Objects.requireNonNull(severity);
      Objects.requireNonNull(origin);
      Objects.requireNonNull(party);
      Objects.requireNonNull(since);
      Objects.requireNonNull(text);
    }
  }

  /**
   * Closes an open incident, the agent's own as well.
   *
   * @param incident its id; empty: the only one that is open
   * @param until empty: now; never in the future, never before it began
   */
  record Close(String service, String author, Optional<String> incident, Optional<Instant> until, String text)
      implements Announcement {
    public Close {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(incident);
      Objects.requireNonNull(until);
      Objects.requireNonNull(text);
    }
  }

  /** Plans maintenance, {@code from} inclusive, {@code to} exclusive and in the future; from now on if it began. */
  record Plan(String service, String author, Instant from, Instant to, String text) implements Announcement {
    public Plan {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(text);
    }
  }

  /** Changes planned or running maintenance; what is left out stays. @param maintenance its id; empty: the only one */
  record Replan(
      String service,
      String author,
      Optional<String> maintenance,
      Optional<Instant> from,
      Optional<Instant> to,
      String text)
      implements Announcement {
    public Replan {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(maintenance);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(text);
    }
  }

  /** Calls planned maintenance off, or ends what runs. @param maintenance its id; empty: the only one */
  record Cancel(String service, String author, Optional<String> maintenance, String text) implements Announcement {
    public Cancel {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(maintenance);
      Objects.requireNonNull(text);
    }
  }

  /** Says something that is neither. */
  record Notice(String service, String author, String text) implements Announcement {
    public Notice {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(text);
    }
  }
}

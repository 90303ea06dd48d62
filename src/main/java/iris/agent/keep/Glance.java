package iris.agent.keep;

import iris.agent.AgentConfig;
import iris.agent.book.Book;
import iris.signal.Reason;
import iris.signal.Severity;
import iris.signal.Verdict;
import iris.store.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What another process sees of an agent, by looking into its store. */
public sealed interface Glance {
  /** There is nothing to see, or no right to see it. */
  record Unseen(Reason why) implements Glance {}

  /** @param alive when it is known to have run last */
  record Seen(boolean running, Optional<Instant> alive, List<OfService> services) implements Glance {
    public Seen {
      services = List.copyOf(services);
    }
  }

  /** An open incident, as it was said last. */
  record OfIncident(String id, Severity severity, Instant since) {}

  record OfService(String name, Verdict verdict, Optional<Instant> lastWindow, List<OfIncident> openIncidents) {
    public OfService {
      openIncidents = List.copyOf(openIncidents);
    }
  }

  static Glance at(AgentConfig config) {
    Path store = config.state().resolve(StateFolder.STORE);
    if (!Files.exists(store)) return new Unseen(Reason.of("agent.keep.never-ran", config.state()));
    try (Connection db = Sqlite.readOnly(store)) {
      long alive = Sqlite.figure(db, "SELECT alive FROM life");
      List<OfService> services = new ArrayList<>();
      for (AgentConfig.Served served : config.services()) {
        Optional<Book> book = new Library(db).book(served, config.period()).kept();
        services.add(new OfService(served.service().name(), book.map(Book::verdict).orElse(Verdict.UNKNOWN),
            book.flatMap(Book::lastWindow),
            book.map(b -> b.open().stream().map(o -> new OfIncident(o.id(), o.severity(), o.since())).toList()).orElse(List.of())));
      }
      return new Seen(Lock.held(config.state()),
          alive == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(alive)), services);
    } catch (IOException | SQLException e) {
      return new Unseen(Reason.of("agent.keep.unusable", store, String.valueOf(e.getMessage())));
    }
  }
}

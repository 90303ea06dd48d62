package iris.app.demo;

import iris.agent.AgentConfig;
import iris.agent.Published;
import iris.agent.book.Announcement;
import iris.agent.book.Book;
import iris.agent.book.Utterance;
import iris.agent.keep.Opening;
import iris.agent.keep.StateFolder;
import iris.agent.keep.Store;
import iris.agent.keep.Voice;
import iris.agent.keep.Wording;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts into an empty store what the agent would have kept, had it run since yesterday. */
final class Yesterday {
  /** A day of life. */
  static final int WINDOWS = 288;
  /** Of twenty-five services a quarter of it: enough for a wall, and quickly there. */
  private static final int OF_MANY = 72;
  private static final int MANY = 12;

  private Yesterday() {}

  /** @throws IOException if no store can be had */
  static void sow(AgentConfig config, List<Role> cast, Tempo tempo, List<Trouble> troubles, long seed)
      throws IOException {
    Wording voice = new Wording(config);
    int windows = cast.size() > MANY ? OF_MANY : WINDOWS;
    List<Backstory.Told> told = IntStream.range(0, cast.size()).parallel().mapToObj(i -> Backstory.of(
        cast.get(i), config.services().get(i), tempo, troubles, announced(cast.get(i), tempo), windows, seed)).toList();
    List<Book> books = told.stream().map(Backstory.Told::book).toList();
    List<Published> said = told.parallelStream().flatMap(t -> published(t, voice))
        .sorted(Comparator.comparing(p -> p.item().published().orElseThrow())).toList();
    if (!(StateFolder.open(config.state(), tempo.start()) instanceof Opening.Opened(Store store, var _)))
      throw new IOException("no store in " + config.state());
    try (store) {
      store.sow(tempo.start(), books, said);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static Stream<Published> published(Backstory.Told told, Voice voice) {
    var service = told.book().served().service();
    return told.said().stream().map((Utterance u) -> new Published(0, service.id(), voice.say(service, u)));
  }

  /** The payments are worked on nine hours after the start, for two hours. */
  private static List<Announcement> announced(Role role, Tempo tempo) {
    if (!role.service().id().equals("paiement")) return List.of();
    Instant from = tempo.at(Duration.ofHours(9)).truncatedTo(ChronoUnit.MINUTES);
    return List.of(new Announcement.Plan(role.service().id(), "DARVA", from,
        from.plus(Duration.ofHours(2).dividedBy(tempo.speed())), ""));
  }
}

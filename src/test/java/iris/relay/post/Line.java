package iris.relay.post;

import iris.alarm.Outcome;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.words.Lang;
import iris.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One target with its queue on the disk, worked by hand: no threads, the clock of the play. */
final class Line implements AutoCloseable {
  static final Words WORDS = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  static final Herald HERALD = Herald.of(WORDS);

  private final Path folder;
  private final Play play;
  final Server server;
  private final SplittableRandom random;
  /** Events in the order in which they were told for the first time. */
  final List<Message> told = new ArrayList<>();
  Outbox outbox;
  Post post;
  private Route route;
  private Optional<Aspect> aspect = Optional.empty();
  long seq;
  /** What waits on the disk is looked for at each turn, and not every five seconds. */
  boolean refreshes = true;
  /** What a thread of the post does between the commit and when the post is told of it. */
  Between between = () -> {};

  /** Something that may happen there. */
  @FunctionalInterface
  interface Between {
    void happens() throws Exception;
  }

  Line(Path folder, Play play, Server server, long seed) throws SQLException {
    this.folder = folder;
    this.play = play;
    this.server = server;
    random = new SplittableRandom(seed);
    open();
  }

  static Target target(String id) {
    return new Target(id, Kind.WEBHOOK, Map.of(Param.URL, new Value.Link(URI.create("http://127.0.0.1:9/"))), Mapping.USUAL);
  }

  private void open() throws SQLException {
    outbox = Outbox.open(folder);
    post = new Post(target("t"), server, outbox, () -> play.now, random, WORDS);
    route = new Route(post, outbox.place("t").orElse(new Place(0, Told.NOTHING)));
    post.refresh(Optional.of(play.board));
    look(Optional.empty());
  }

  private void look(Optional<Aspect> before) {
    aspect = Optional.of(Aspect.of(HERALD, play.board, before));
    post.look(aspect.get());
  }

  /** As a kill between two commits leaves it. */
  void kill() throws SQLException {
    outbox.close();
    open();
  }

  void hear(List<Outcome> outcomes) throws Exception {
    for (Outcome outcome : outcomes) route.tell(HERALD.tell(route.after, outcome));
    route.letters.stream().filter(m -> m.sort().event() && told.stream().noneMatch(t -> t.id().equals(m.id()))).forEach(told::add);
    Map<String, List<Letter>> added = outbox.put(List.of(route.posting(++seq)), play.now.wall(), HERALD::condensed);
    route.kept(seq);
    look(aspect);
    between.happens();
    post.added(added.getOrDefault("t", List.of()));
    if (refreshes) post.refresh(Optional.of(play.board));
  }

  /** All that is due now. @return how much it was */
  int work() throws InterruptedException {
    int done = 0;
    for (Optional<Job> job; (job = post.claim()).isPresent(); done++) {
      post.run(job.get());
      if (done > 10_000) throw new AssertionError("it never rests: " + job.get());
    }
    return done;
  }

  Standing standing() throws SQLException {
    return post.standing(WORDS, play.now);
  }

  @Override
  public void close() throws SQLException {
    outbox.close();
  }
}

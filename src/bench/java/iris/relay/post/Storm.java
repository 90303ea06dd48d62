package iris.relay.post;

import iris.alarm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * All services of a relay go down within one minute and come back, one feed each: what it costs to put that into words,
 * onto the disk and to a server that answers at once, without threads and by the clock of the play:
 * {@code [services] [outcomes heard at once]}.
 */
public final class Storm {
  private final Play play;
  private final Outbox outbox;
  private final Post post;
  private final Route route;
  private final Server server = new Server();
  private final int atOnce;
  private Optional<Aspect> aspect = Optional.empty();
  private long seq;

  private Storm(Path folder, int services, int atOnce) throws Exception {
    this.atOnce = atOnce;
    play = new Play(services);
    outbox = Outbox.open(folder);
    post = new Post(Line.target("t"), server, outbox, () -> play.now, new SplittableRandom(1), Line.WORDS);
    route = new Route(post, new Place(0, Told.NOTHING));
  }

  public static void main(String[] args) throws Exception {
    int services = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int atOnce = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    Storm s = new Storm(Files.createTempDirectory("iris-storm"), services, atOnce);
    s.round("all come", _ -> false);
    s.round("all go on", _ -> false);
    s.round("all down", _ -> true);
    s.round("all stay down", _ -> true);
    s.round("first good", _ -> false);
    s.round("all back", _ -> false);
    s.round("all go on", _ -> false);
  }

  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void round(String what, IntPredicate down) throws Exception {
    List<Outcome> all = new ArrayList<>();
    long t = cpu();
    all.addAll(play.pass(300));
    all.addAll(play.window(down));
    long board = cpu() - t;
    long tell = 0;
    long put = 0;
    long look = 0;
    long work = 0;
    long refresh = 0;
    int jobs = 0;
    int letters = 0;
    long longest = 0;
    for (int i = 0; i < all.size(); i += atOnce) {
      List<Outcome> some = all.subList(i, Math.min(all.size(), i + atOnce));
      t = cpu();
      long w = t;
      for (Outcome o : some) route.tell(Line.HERALD.tell(route.after, o));
      tell += cpu() - t;
      t = cpu();
      if (route.news()) {
        var added = outbox.put(List.of(route.posting(++seq)), play.now.wall(), Line.HERALD::condensed);
        put += cpu() - t;
        route.kept(seq);
        if (added.containsKey("t")) {
          letters += added.get("t").size();
          post.added(added.get("t"));
        }
      }
      t = cpu();
      aspect = Optional.of(Aspect.of(Line.HERALD, some.getLast().board(), aspect));
      post.look(aspect.get());
      look += cpu() - t;
      longest = Math.max(longest, cpu() - w);
    }
    t = cpu();
    post.refresh(Optional.of(play.board));
    refresh += cpu() - t;
    t = cpu();
    Optional<Job> first = post.claim();
    long head = cpu() - t;
    if (first.isPresent()) post.run(first.get());
    for (Optional<Job> job; (job = post.claim()).isPresent(); jobs++) post.run(job.get());
    work += cpu() - t;
    System.out.printf(
        "%s: %d outcomes, board %d ms; told %d ms, put %d ms (%d letters), look %d ms, longest turn %d ms, refresh %d ms,"
            + " first job %d ms, %d jobs %d ms; standing %d%n",
        what, all.size(), board / 1_000_000, tell / 1_000_000, put / 1_000_000, letters, look / 1_000_000,
        longest / 1_000_000, refresh / 1_000_000, head / 1_000_000, jobs, work / 1_000_000, route.told.episodes().size());
  }
}

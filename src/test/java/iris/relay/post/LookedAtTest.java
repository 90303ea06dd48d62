package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Outcome;
import iris.relay.Delivery;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What was told is looked at when nothing else is to be done, and said again in time all the same: a target that had much
 * to catch up on looked at no lane and renewed none that waited for it, and on the server an outage ran out.
 */
class LookedAtTest {
  private final Play play = new Play(3);
  private final Server server = new Server();
  private final Duration resend = Line.target("t").resend();
  private final Signal catchingUp = service(0);
  private final Signal broken = service(1);
  private boolean behind;
  private Optional<Letter> begin = Optional.empty();
  private Optional<Aspect> aspect = Optional.empty();
  private Schedule schedule;

  private Signal service(int n) {
    play.window(_ -> false);
    return Signals.service(play.board, Play.service(n));
  }

  private Optional<Letter> head(Signal of) {
    if (of.id().equals(broken.id())) return begin;
    Message figures = Line.HERALD.state(play.board, catchingUp, play.now);
    return behind && of.id().equals(catchingUp.id())
        ? Optional.of(new Letter("t", 7, play.now.wall(), figures)) : Optional.empty();
  }

  /** The board lives, and nothing else of it changes than its clock. */
  private void look() {
    List<Outcome> _ = play.pass(1);
    aspect = Optional.of(Aspect.of(Line.HERALD, play.board, aspect));
    schedule.look(aspect.get(), play.now);
  }

  /** What it does in so long, a thing each second: one of the two always has another letter. */
  private Set<String> repeated(Duration time) {
    Set<String> all = new HashSet<>();
    for (Duration end = play.now.mono().plus(time); play.now.mono().compareTo(end) < 0; ) {
      look();
      Optional<Job> job = schedule.next(play.now);
      if (job.isEmpty()) continue;
      schedule.begin(job.get(), play.now);
      if (job.get() instanceof Job.Bring(Lane lane, Letter _) && lane.id.equals(broken.id())) begin = Optional.empty();
      if (job.get() instanceof Job.Repeat(Lane lane, Message _)) all.add(lane.id);
      if (job.get() instanceof Job.Look look) schedule.seen(look, Optional.empty(), play.now);
      else schedule.end(job.get(), Delivery.done(), play.now);
    }
    return all;
  }

  @Test
  void whatWaitsToBeLookedAtIsToldAgainInTimeThoughAnotherHasFiguresWithoutEnd() {
    play.pass(70);
    schedule = new Schedule(Line.target("t"), server, new Backoff(new SplittableRandom(1)),
        play.now.mono().minus(Duration.ofHours(1)), this::head);
    repeated(Duration.ofSeconds(20));
    behind = true;
    schedule.waiting(catchingUp, new Outbox.Queue(0, 1), play.now);
    Message outage = Line.HERALD.trial(broken, play.now.wall(), play.now.wall(), Sort.BEGIN);
    begin = Optional.of(new Letter("t", 1, play.now.wall(), outage));
    schedule.added(begin.get(), play.now);
    repeated(Schedule.LOOK.multipliedBy(2));
    assertEquals(Optional.empty(), begin);
    assertTrue(repeated(resend.plus(Schedule.LOOK)).contains(broken.id()));
  }
}

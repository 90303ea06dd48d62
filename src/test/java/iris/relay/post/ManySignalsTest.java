package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Outcome;
import iris.relay.Delivery;
import iris.relay.Message;
import iris.relay.Signal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is next is found without a look at every signal: counted by how often the courier is asked what it takes. */
class ManySignalsTest {
  /** Counts. */
  private static final class Counting extends Server {
    private int asked;

    @Override
    public boolean takes(Message.Sort sort) {
      asked++;
      return true;
    }
  }

  private final Map<String, Letter> letters = new HashMap<>();
  private final Counting server = new Counting();

  private int deliverAll(Schedule schedule, Play play) {
    int done = 0;
    for (Optional<Job> job; (job = schedule.next(play.now)).isPresent(); done++) {
      schedule.begin(job.get(), play.now);
      letters.remove(job.get().lane().id);
      schedule.end(job.get(), Delivery.done(), play.now);
    }
    return done;
  }

  /** How often it is asked when one of so many signals has an event, after all have been told how they stand. */
  private int asked(int services) {
    Play play = new Play(services);
    play.window(_ -> false);
    play.pass(70);
    Schedule schedule = new Schedule(Line.target("t"), server, new Backoff(new SplittableRandom(1)),
        play.now.mono().minus(Duration.ofHours(1)), of -> Optional.ofNullable(letters.get(of.id())));
    Aspect aspect = Aspect.of(Line.HERALD, play.board, Optional.empty());
    schedule.look(aspect, play.now);
    // All services, all feeds, the heartbeat, and who they are.
    assertEquals(2 * services + 2, deliverAll(schedule, play));
    server.asked = 0;
    assertEquals(Optional.empty(), schedule.next(play.now));
    assertEquals(0, server.asked, "nothing is due, nobody is looked at");
    Signal of = Signals.service(play.board, Play.service(1));
    List<Outcome> _ = play.pass(1);
    Message begin = Line.HERALD.trial(of, play.now.wall(), play.now.wall(), Message.Sort.BEGIN);
    Letter letter = new Letter("t", 1, play.now.wall(), begin);
    letters.put(of.id(), letter);
    schedule.added(letter, play.now);
    schedule.look(Aspect.of(Line.HERALD, play.board, Optional.of(aspect)), play.now);
    assertTrue(deliverAll(schedule, play) >= 1);
    return server.asked;
  }

  /** A storm puts a letter there for each of them: nobody waits until all are read back from the disk. */
  @Test
  void aLetterThatWasJustPutThereIsNotReadBackFromTheDisk() {
    Play play = new Play(3);
    play.window(_ -> false);
    play.pass(70);
    int[] read = {0};
    Schedule schedule = new Schedule(Line.target("t"), server, new Backoff(new SplittableRandom(1)),
        play.now.mono().minus(Duration.ofHours(1)), of -> {
          read[0]++;
          return Optional.ofNullable(letters.get(of.id()));
        });
    schedule.look(Aspect.of(Line.HERALD, play.board, Optional.empty()), play.now);
    deliverAll(schedule, play);
    read[0] = 0;
    Signal of = Signals.service(play.board, Play.service(1));
    Letter first = letter(play, of, 7);
    letters.put(of.id(), first);
    schedule.added(first, play.now);
    schedule.added(letter(play, of, 9), play.now);
    // What the disk says every few seconds is known.
    schedule.waiting(of, new Outbox.Queue(2, 7), play.now);
    Job job = schedule.next(play.now).orElseThrow();
    assertEquals(first, ((Job.Bring) job).letter());
    assertEquals(0, read[0]);
    // Another process brought one back that goes before it.
    letters.put(of.id(), letter(play, of, 3));
    schedule.waiting(of, new Outbox.Queue(3, 3), play.now);
    assertEquals(letters.get(of.id()), ((Job.Bring) schedule.next(play.now).orElseThrow()).letter());
    assertEquals(1, read[0]);
  }

  private static Letter letter(Play play, Signal of, long n) {
    return new Letter("t", n, play.now.wall(), Line.HERALD.trial(of, play.now.wall(), play.now.wall(), Message.Sort.BEGIN));
  }

  @Test
  void ofAThousandSignalsTheOneThatIsNextIsFoundAsQuicklyAsOfFifty() {
    int few = asked(25);
    int many = asked(500);
    assertTrue(many <= few + 4, () -> few + " of fifty signals, " + many + " of a thousand");
  }
}

package iris.agent.book;

import iris.agent.book.Memory.Work;
import iris.signal.Maintenance;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Maintenance, by its times: planned, running, done. */
final class Works {
  private Works() {}

  /** What time brings. Work that the agent slept through is told as done. */
  static void pass(Draft d) {
    for (Work w : List.copyOf(d.works)) {
      if (Times.reached(d.now, w.to())) end(d, w, Maintenance.State.DONE, w.to(), w.author(), w.text());
      else if (w.state() == Maintenance.State.PLANNED && Times.reached(d.now, w.from()))
        say(d, w, Maintenance.State.RUNNING, w.from(), w.to(), w.author(), w.text());
    }
  }

  static boolean running(Draft d) {
    return d.works.stream().anyMatch(w -> w.state() == Maintenance.State.RUNNING);
  }

  static Stream<Instant> times(Book.State s) {
    return s.works().stream().flatMap(w -> Stream.of(w.from(), w.to()));
  }

  static void plan(Draft d, Instant from, Instant to, String author, String text) {
    Maintenance.State state = Times.reached(d.now, from) ? Maintenance.State.RUNNING : Maintenance.State.PLANNED;
    Work work = new Work("m-" + Ids.next(d, d.now), state, 0, from, to, author, text);
    d.works.add(work);
    say(d, work, state, from, to, author, text);
  }

  /** Says a state, again where it was said before: then the guid has a number more. */
  static void say(
      Draft d, Work w, Maintenance.State state, Instant from, Instant to, String author, String text) {
    int revision = w.state() == state ? w.revision() + 1 : 1;
    d.works.set(d.works.indexOf(w), new Work(w.id(), state, revision, from, to, author, text));
    utter(d, w.id(), state, revision, from, to, author, text);
  }

  /** What is over is forgotten, and what failed meanwhile counts from its end on. */
  static void end(Draft d, Work w, Maintenance.State state, Instant to, String author, String text) {
    d.works.remove(w);
    if (w.state() == Maintenance.State.RUNNING) d.floor = d.floor.map(f -> Times.later(f, to)).or(() -> Optional.of(to));
    utter(d, w.id(), state, 1, w.from(), to, author, text);
  }

  private static void utter(Draft d, String id, Maintenance.State state, int revision, Instant from, Instant to,
      String author, String text) {
    String again = revision > 1 ? ":" + revision : "";
    d.utterances.add(new Utterance.Worked(d.saying(),
        d.guid("maintenance:" + id + ":" + state.name().toLowerCase(Locale.ROOT) + again),
        new Maintenance(id, d.service(), state, from, to), revision, author, text));
  }
}

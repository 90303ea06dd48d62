package iris.agent.keep;

import iris.agent.AgentConfig;
import iris.agent.Evidence;
import iris.agent.Front;
import iris.agent.Mark;
import iris.agent.Published;
import iris.agent.Vitals;
import iris.agent.book.Announcement;
import iris.agent.book.Book;
import iris.agent.book.Memory;
import iris.agent.book.Stimulus;
import iris.agent.book.Turn;
import iris.agent.book.Utterance;
import iris.signal.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the engine's thread does at each step, without the thread. */
final class Round {
  /** What was not published waits at most so long for its commit; while the store is broken, for the next attempt. */
  private static final Duration LAZY = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration ALIVE_EVERY = Duration.ofSeconds(5);
  private static final Duration VITALS_EVERY = Duration.ofSeconds(1);
  private static final Duration AFTER_A_MISTAKE = Duration.ofSeconds(10);

  private final Voice voice;
  private final Keeping keeping;
  private final Instant started;
  private final Pulse pulse = new Pulse();
  private final Troubles troubles = new Troubles();
  private final Desk desk;
  private final Map<String, Stand> stands = new LinkedHashMap<>();
  private final Map<String, List<Reason>> damage = new HashMap<>();
  private final Map<Batch.Place, Mark> marks = new HashMap<>();
  private final List<Published> said = new ArrayList<>();
  private Optional<Front> front = Optional.empty();
  private Optional<Instant> alive = Optional.empty();
  private Optional<Instant> committed = Optional.empty();
  private Optional<Instant> felt = Optional.empty();

  private Round(Store store, Voice voice, Duration keep, Instant started) {
    this.voice = voice;
    this.started = started;
    keeping = new Keeping(store, keep);
    desk = new Desk(store.inbox());
  }

  static Round open(AgentConfig config, Store store, Optional<Reason> damage, Voice voice, Instant now)
      throws SQLException {
    Round round = new Round(store, voice, config.publication().keep(), now);
    round.alive = store.alive();
    round.desk.clear(now);
    for (AgentConfig.Served served : config.services()) {
      String id = served.service().id();
      Library.Found found = store.library().book(served, config.period());
      Book book = found.kept().orElseGet(() -> Book.adopting(served, config.period(),
          store.shelf().open(id).stream().map(Published::item).toList()));
      round.stands.put(id, new Stand(book, found.kept().orElse(null)));
      List<Reason> why = new ArrayList<>(found.damage().or(() -> damage).stream().toList());
      if (found.kept().isEmpty() && !book.open().isEmpty()) why.add(adopted(book));
      if (!why.isEmpty()) round.damage.put(id, List.copyOf(why));
    }
    return round;
  }

  private static Reason adopted(Book book) {
    return Reason.of("agent.keep.adopted",
        book.open().stream().map(Memory.Opened::id).collect(Collectors.joining(", ")));
  }

  void publishTo(Front to) {
    front = Optional.of(to);
  }

  /** The first step: every book learns that it was asleep, or begins. */
  void begin(Instant now) {
    for (Stand stand : stands.values()) {
      Optional<Instant> last = stand.dirty() ? Optional.empty() : alive.or(() -> stand.book().state().at());
      turn(stand, last.<Stimulus>map(Stimulus.Resumed::new).orElseGet(Stimulus.Tick::new), now);
    }
    damage.forEach((service, why) ->
        notice(Objects.requireNonNull(stands.get(service)), "store-damaged", started, why));
    commit(now, true);
  }

  void take(List<Letter> letters, Instant now, long nanos) {
    troubles.look(now, nanos);
    for (Letter letter : letters) {
      switch (letter) {
        case Letter.Heard(Evidence evidence) -> hear(evidence, now);
        case Letter.Settle _, Letter.Close _ -> { }
      }
    }
    desk.waiting(nanos).forEach((id, announcement) -> desk.answer(id, tell(announcement, now)));
    for (Stand stand : stands.values()) if (stand.due(now)) turn(stand, new Stimulus.Tick(), now);
  }

  private void hear(Evidence evidence, Instant now) {
    Stand stand = stands.get(evidence.service());
    if (stand == null) {
      troubles.bug(evidence.service(), new IllegalArgumentException("evidence of a stranger"), now);
      return;
    }
    pulse.hear(evidence, now);
    turn(stand, new Stimulus.Heard(evidence), now);
    if (evidence instanceof Evidence.Counted counted)
      counted.mark().ifPresent(mark -> marks.put(new Batch.Place(counted.service(), counted.source()), mark));
  }

  private Answer tell(Optional<Announcement> announcement, Instant now) {
    if (announcement.isEmpty()) return Answer.refusal(Reason.of("agent.keep.announce.unreadable"));
    Stand stand = stands.get(announcement.get().service());
    if (stand == null)
      return Answer.refusal(Reason.of("agent.keep.announce.no-service", announcement.get().service(),
          String.join(", ", stands.keySet())));
    int before = said.size();
    Optional<Turn> turn = turn(stand, new Stimulus.Told(announcement.get()), now);
    if (turn.isEmpty()) return Answer.refusal(Reason.of("agent.keep.announce.mistake"));
    if (turn.get().refused().isPresent()) return Answer.refusal(turn.get().refused().get());
    return new Answer(Optional.empty(), said.subList(before, said.size()).stream()
        .filter(p -> !(p.item().body() instanceof iris.signal.Window))
        .map(p -> new Answer.Said(p.item().guid(), p.item().title())).toList());
  }

  /** One book, one stimulus. A mistake of ours leaves the book as it was, and is said. */
  private Optional<Turn> turn(Stand stand, Stimulus stimulus, Instant now) {
    try {
      Turn turn = stand.book().after(stimulus, now);
      List<Published> items = new ArrayList<>();
      for (Utterance utterance : turn.said()) items.add(published(stand, utterance));
      stand.turn(turn.book());
      said.addAll(items);
      return Optional.of(turn);
    } catch (RuntimeException bug) {
      troubles.bug(stand.service().id() + " " + stimulus.getClass().getSimpleName(), bug, now);
      stand.rest(now.plus(AFTER_A_MISTAKE));
      return Optional.empty();
    }
  }

  private Published published(Stand stand, Utterance utterance) {
    return new Published(0, stand.service().id(), voice.say(stand.service(), utterance));
  }

  private void notice(Stand stand, String what, Instant since, List<Reason> why) {
    String id = what + ":" + since.truncatedTo(ChronoUnit.SECONDS);
    String guid = "urn:iris:" + stand.service().id() + ":notice:" + id;
    Instant at = stand.book().state().said().filter(since::isBefore).orElse(since);
    try {
      said.add(published(stand, new Utterance.Noticed(at, guid, id, why)));
    } catch (RuntimeException bug) {
      troubles.bug(guid, bug, since);
    }
  }

  /** Commits what must be or has waited long enough, and publishes it. @param all whatever is not committed */
  void commit(Instant now, boolean all) {
    boolean well = keeping.failing().isEmpty();
    boolean dirty = !marks.isEmpty() || stands.values().stream().anyMatch(Stand::dirty);
    Duration since = committed.map(at -> Duration.between(at, now).abs()).orElse(ALIVE_EVERY);
    boolean must = !said.isEmpty() || well && desk.answered() || all;
    if (!must && since.compareTo(dirty ? well ? LAZY : RETRY : ALIVE_EVERY) < 0) return;
    List<Stand> changed = stands.values().stream().filter(Stand::dirty).toList();
    List<Published> news = new ArrayList<>();
    try {
      news.addAll(keeping.commit(
          new Batch(now, changed.stream().map(Stand::changed).toList(), marks, said, desk.answers())));
      if (keeping.failing().isEmpty()) kept(changed);
    } catch (RuntimeException bug) {
      // The readers are told nevertheless; what of it can be encoded is offered to the store again.
      troubles.bug("commit", bug, now);
      news.addAll(keeping.unkeepable(said));
    }
    committed = Optional.of(now);
    said.clear();
    publish(news, now);
    if (well != keeping.failing().isEmpty()) tellOfStore(now);
  }

  private void kept(List<Stand> changed) {
    changed.forEach(Stand::committed);
    marks.clear();
    desk.kept();
  }

  private void publish(List<Published> news, Instant now) {
    if (news.isEmpty() || front.isEmpty()) return;
    try {
      front.get().published(news);
    } catch (RuntimeException bug) {
      troubles.bug("front", bug, now);
    }
  }

  /** Once when the store breaks, once when it is well again; readers of the feed are to know what they can rely on. */
  private void tellOfStore(Instant now) {
    List<Reason> why = keeping.trouble()
        .map(trouble -> List.of(Reason.of("agent.keep.store-failing"), trouble))
        .orElseGet(() -> List.of(Reason.of("agent.keep.store-well")));
    String what = keeping.failing().isPresent() ? "store-failing" : "store-well";
    for (Stand stand : stands.values()) notice(stand, what, now, why);
    commit(now, true);
  }

  boolean vitalsDue(Instant now) {
    return felt.filter(at -> Duration.between(at, now).abs().compareTo(VITALS_EVERY) < 0).isEmpty();
  }

  Vitals vitals(Instant now) {
    felt = Optional.of(now);
    List<Reason> all = new ArrayList<>();
    keeping.trouble().ifPresent(all::add);
    if (keeping.givenUp() > 0) all.add(Reason.of("agent.keep.given-up", keeping.givenUp()));
    all.addAll(troubles.at(now));
    front.ifPresent(f -> all.addAll(f.trouble()));
    return pulse.vitals(started, now, all, stands.values());
  }

  Optional<Instant> wakeAt() {
    return stands.values().stream().flatMap(s -> s.wakeAt().stream()).min(Instant::compareTo);
  }
}

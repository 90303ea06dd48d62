package iris.app.demo;

import iris.signal.Channel;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Origin;
import iris.signal.Party;
import iris.words.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The demonstration as a pure function: what a document holds at a moment, and when it changes next. The same seed and
 * start tell the same story.
 */
public final class Script {
  /** A day of life. */
  static final int BACKLOG = 288;
  private static final int STORM_BACKLOG = 72;
  private static final Duration SPOKEN = Duration.ofSeconds(2);

  private final Scene scene;
  private final Tempo tempo;
  private final List<Role> cast;
  private final List<Trouble> troubles;
  private final Gauge gauge;
  private final Prose prose;
  private final Words words;

  public Script(Scene scene, Tempo tempo, long seed, Words words) {
    this.scene = scene;
    this.tempo = tempo;
    this.words = words;
    cast = scene == Scene.STORM ? Role.regions() : Role.neighbours();
    troubles = Plot.of(scene, cast, tempo);
    gauge = new Gauge(tempo, troubles, seed);
    prose = new Prose(words);
  }

  /** The feeds: one document a service, but all regions of the storm in one, so that one poll brings it. */
  List<Paper> papers() {
    if (scene == Scene.STORM) return List.of(new Paper("regions", words.say("app.demo.regions"), cast));
    return cast.stream().map(r -> new Paper(r.service().id(), r.service().name(), List.of(r))).toList();
  }

  Tempo tempo() {
    return tempo;
  }

  /** What is published at {@code now}. */
  Edition edition(Paper paper, Instant now) {
    Instant seen = frozen(paper, now);
    List<Item> items = new ArrayList<>();
    for (Role role : paper.roles()) {
      items.addAll(windows(role, seen));
      items.addAll(steps(role, seen));
      items.addAll(maintenances(role, seen));
    }
    items.sort(Comparator.comparing((Item i) -> i.published().orElse(Instant.EPOCH)).reversed());
    Instant built = items.getFirst().published().orElse(tempo.start());
    return new Edition(channel(paper, built), paper.roles().stream().map(Role::service).toList(), items, damage(paper, now));
  }

  /** When the documents change next, after {@code now}. */
  Instant next(Instant now) {
    Instant window = tempo.publishedAt(tempo.windowOf(now).minus(tempo.period()));
    Stream<Instant> windows = Stream.iterate(window, w -> w.plus(tempo.period())).limit(3);
    Stream<Instant> spoken = troubles.stream()
        .flatMap(t -> Stream.concat(Stream.of(t.since(), t.until()), t.update().stream())).map(at -> at.plus(SPOKEN));
    Stream<Instant> damaged = Stream.of(25, 85, 145).map(s -> tempo.at(Duration.ofSeconds(s)));
    return Stream.of(windows, spoken, damaged).flatMap(s -> s).filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder()).orElseThrow();
  }

  /** One feed of six freezes or breaks: the others show that it is not the console. */
  private Instant frozen(Paper paper, Instant now) {
    Instant stop = tempo.at(Duration.ofSeconds(30));
    return scene == Scene.SILENT && paper.id().equals(Role.SIV) && now.isAfter(stop) ? stop : now;
  }

  private Edition.Damage damage(Paper paper, Instant now) {
    if (scene != Scene.GARBLED || !paper.id().equals(Role.SIV) || now.isBefore(tempo.at(Duration.ofSeconds(25)))) return Edition.Damage.NONE;
    if (now.isBefore(tempo.at(Duration.ofSeconds(85)))) return Edition.Damage.LOGIN_PAGE;
    return now.isBefore(tempo.at(Duration.ofSeconds(145))) ? Edition.Damage.CUT : Edition.Damage.NONE;
  }

  private List<Item> windows(Role role, Instant now) {
    List<Item> items = new ArrayList<>();
    Instant from = tempo.windowOf(now);
    while (tempo.publishedAt(from).isAfter(now)) from = from.minus(tempo.period());
    int count = scene == Scene.STORM ? STORM_BACKLOG : BACKLOG;
    for (int i = 0; i < count; i++, from = from.minus(tempo.period()))
      items.add(prose.window(role.service(), gauge.window(role, from), tempo.publishedAt(from)));
    return items;
  }

  private List<Item> steps(Role role, Instant now) {
    return troubles.stream().filter(t -> t.service().equals(role.service().id())).flatMap(t -> {
      List<Item> items = new ArrayList<>();
      items.add(step(role, t, 1, IncidentStep.State.OPEN, t.since()));
      t.update().ifPresent(at -> items.add(step(role, t, 2, IncidentStep.State.UPDATE, at)));
      items.add(step(role, t, t.update().isPresent() ? 3 : 2, IncidentStep.State.CLOSED, t.until()));
      return items.stream();
    }).filter(i -> !i.published().orElseThrow().isAfter(now)).toList();
  }

  private Item step(Role role, Trouble t, int sequence, IncidentStep.State state, Instant at) {
    Optional<String> party = t.origin() == Origin.NETWORK ? Optional.empty() : role.service().parties().stream()
        .filter(p -> (p.role() == Party.Role.EXTERNAL) == (t.origin() == Origin.EXTERNAL)).map(Party::id).findFirst();
    boolean closed = state == IncidentStep.State.CLOSED;
    IncidentStep step = new IncidentStep(
        t.id(), t.service(), sequence, state, t.severity(), t.origin(), party, t.since(),
        closed ? Optional.of(at) : Optional.empty(), closed ? "" : words.say(t.cause()));
    return prose.step(role.service(), step, at.plus(SPOKEN));
  }

  /** The payments are worked on nine hours after the start, for two hours; announced two hours before it. */
  private List<Item> maintenances(Role role, Instant now) {
    if (!role.service().id().equals("paiement")) return List.of();
    Instant from = tempo.at(Duration.ofHours(9));
    Instant to = tempo.at(Duration.ofHours(11));
    return Stream.of(
            maintenance(role, Maintenance.State.PLANNED, from, to, tempo.at(Duration.ofHours(-2))),
            maintenance(role, Maintenance.State.RUNNING, from, to, from),
            maintenance(role, Maintenance.State.DONE, from, to, to))
        .filter(i -> !i.published().orElseThrow().isAfter(now)).toList();
  }

  private Item maintenance(Role role, Maintenance.State state, Instant from, Instant to, Instant at) {
    return prose.maintenance(role.service(), new Maintenance("m-1", role.service().id(), state, from, to), at);
  }

  private Channel channel(Paper paper, Instant built) {
    return new Channel(
        words.say("app.demo.channel", paper.name()),
        Optional.of(URI.create("https://example.org/iris/demo")),
        words.say("app.demo.channel-text", paper.name()),
        words.lang().locale().getLanguage(),
        "IRIS",
        Optional.of(built),
        Math.max(1, (int) tempo.period().toMinutes()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Channel.Agent(
            "demo-" + paper.id(), "1.0", tempo.period(), Optional.of(tempo.at(Duration.ofDays(-1))))));
  }
}

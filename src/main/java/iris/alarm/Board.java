package iris.alarm;

import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is true now: an immutable value. Maps keep the order of the configuration, then of appearance: the wall never
 * re-flows.
 *
 * @param at when this board was made
 * @param silencedUntil the horn of this console is muted until then
 * @param health by part, of this console: sound, journal, clock, screen
 * @param signed who said to be at the desk
 * @param shift what this shift leaves to the next
 * @param fallbacks where the internal fallback of a service stands, by service key; who is not here is {@link
 *     Fallback#OFF}. Apart from the services: a fallback runs on though no feed speaks of its service
 * @param memory what the next decision needs and no screen shows
 * @param rulings rules that people made of what feeds announce
 */
public record Board(
    Rules rules,
    Now at,
    Map<String, FeedState> feeds,
    Map<String, ServiceState> services,
    Map<AlarmKey, Alarm> alarms,
    Optional<Instant> silencedUntil,
    Map<String, Report.Health> health,
    Optional<Signed> signed,
    Shift shift,
    Memory memory,
    Rulings rulings,
    Map<String, FallbackState> fallbacks) {

  public Board {
    Objects.requireNonNull(rules);
    Objects.requireNonNull(at);
    feeds = Roll.of(feeds);
    services = Roll.of(services);
    alarms = Roll.of(alarms);
    Objects.requireNonNull(silencedUntil);
    health = Collections.unmodifiableMap(new LinkedHashMap<>(health));
    // A snapshot from before anybody could say so.
    if (signed == null) signed = Optional.empty();
    Objects.requireNonNull(memory);
    // A board that an earlier version wrote down knew of no shift: it begins with that board.
    shift = shift == null ? Shift.beginning(at.wall()) : shift;
    // Snapshots written before there were rules of ours.
    if (rulings == null) rulings = Rulings.NONE;
    // A snapshot from before fallbacks had a state of their own: what its services say is all that was known.
    fallbacks = fallbacks == null ? Fallbacks.ofServices(services)
        : Collections.unmodifiableMap(new LinkedHashMap<>(fallbacks));
  }

  /** A board whose past does not matter: for a picture or a test. */
  public Board(
      Rules rules,
      Now at,
      Map<String, FeedState> feeds,
      Map<String, ServiceState> services,
      Map<AlarmKey, Alarm> alarms,
      Optional<Instant> silencedUntil,
      Map<String, Report.Health> health) {
    this(rules, at, feeds, services, alarms, silencedUntil, health, Optional.empty(), Shift.beginning(at.wall()),
        Memory.NOTHING, Rulings.NONE, Fallbacks.ofServices(services));
  }

  /** The same board with another shift: for a picture or a test. */
  public Board with(Shift other) {
    return new Board(rules, at, feeds, services, alarms, silencedUntil, health, signed, other, memory, rulings,
        fallbacks);
  }

  /** The same board with something else of each service: for who keeps a part of it apart. */
  public Board each(UnaryOperator<ServiceState> change) {
    Map<String, ServiceState> changed =
        Roll.of(services).each(key -> change.apply(Objects.requireNonNull(services.get(key))));
    return new Board(rules, at, feeds, changed, alarms, silencedUntil, health, signed, shift, memory, rulings, fallbacks);
  }

  /** A board that has heard nothing: every feed INIT, nothing green. */
  public static Board first(Rules rules, Now now) {
    Board empty = new Board(rules, now, Map.of(), Map.of(), Map.of(), Optional.empty(), Map.of());
    Draft d = new Draft(empty, now, Scope.everything());
    Reconfiguring.apply(d, rules);
    return d.outcome().board();
  }

  /** The whole decision: pure, total; throws on nothing that an input can hold. */
  public Outcome after(Input input, Now now) {
    return after(input, now, Looking.scope(this, input, now, false));
  }

  /** The same, found by a look at everything whenever more than one feed is looked at: what the other is held against. */
  Outcome eagerlyAfter(Input input, Now now) {
    return after(input, now, Looking.scope(this, input, now, true));
  }

  private Outcome after(Input input, Now now, Scope scope) {
    Draft d = new Draft(this, now, scope);
    if (!(input instanceof Input.Restarted)) Passing.gap(d, at);
    Passing.begin(d);
    switch (input) {
      case Input.Heard heard -> Hearing.hear(d, heard.report());
      case Input.Did did -> Operating.act(d, did.act());
      case Input.Answered answered ->
          answered.answers().forEach(answer -> d.say(new Transition.Answered(now.wall(), answer)));
      case Input.Tick _ -> {}
      case Input.Reconfigured anew -> Reconfiguring.apply(d, anew.rules());
      case Input.Restarted restarted -> Restarting.restart(d, restarted.stopped(), at);
    }
    Passing.end(d);
    return d.outcome();
  }

  /**
   * When, on the monotonic clock, the board must be asked again though nothing is heard; never more than 10 s ahead, since
   * a longer silence is how it notices that the machine slept. Empty: it has nothing to watch.
   */
  public Optional<Duration> wakeAt() {
    return Waking.next(this);
  }

  /**
   * Keys that came, went or stand for something else.
   *
   * @param alarms of the console as well
   */
  public record Since(Set<String> feeds, Set<String> services, Set<AlarmKey> alarms) {
    public Since {
      feeds = Collections.unmodifiableSet(feeds);
      services = Collections.unmodifiableSet(services);
      alarms = Collections.unmodifiableSet(alarms);
    }
  }

  /** What is another here than on that board; quick, where this one came of it by some steps. */
  public Since since(Board before) {
    return new Since(Roll.of(feeds).since(Roll.of(before.feeds)), Roll.of(services).since(Roll.of(before.services)),
        Roll.of(alarms).since(Roll.of(before.alarms)));
  }

  /** The name that acts are signed with under this login. */
  public String author(String login) {
    return signed.filter(s -> s.login().equals(login)).map(Signed::name).orElse(login);
  }

  /** The maintenances of a service that run or are planned, by their begin. */
  public List<Suppression> maintenances(String service) {
    return Maintaining.standing(this, service);
  }

  /** The same, and those that were over within the last day, until when they really were: for who keeps it. */
  public List<Suppression> maintained(String service) {
    return Maintaining.known(this, service);
  }

  /** A reset of this alarm would be granted: it is latched, or nothing will ever tell its end; and it is acknowledged. */
  public boolean resettable(AlarmKey alarm) {
    return Resetting.may(this, alarm);
  }

  /** Where the internal fallback of this service stands. */
  public FallbackState fallback(String service) {
    return fallbacks.getOrDefault(service, FallbackState.NEVER);
  }

  /** More than 10 raises were told in 10 min, and not yet fewer than 5. */
  public boolean flooded() {
    return memory.flood();
  }
}

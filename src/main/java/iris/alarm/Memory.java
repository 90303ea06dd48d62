package iris.alarm;

import iris.signal.Incident;
import iris.signal.Maintenance;
import iris.signal.Norm;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a board remembers and does not show: how the past bears on the next decision. Plain records only, so that a
 * journal can write a board down and read it back. Monotonic times mean nothing to another process: {@link
 * Input.Restarted} translates them.
 *
 * @param checks newest own checks, by vantage and source
 * @param silencedUntil as {@link Board#silencedUntil}, on the monotonic clock
 * @param loud when raises were told aloud, newest last, the last dozen
 * @param flood more than 10 of them in 10 min, until fewer than 5
 * @param restart the gap of a restart, until its summary is told
 * @param swept when time was last brought to every feed and service, monotonic
 */
public record Memory(
    Map<String, OfFeed> feeds,
    Map<String, OfService> services,
    Map<AlarmKey, OfAlarm> alarms,
    Map<String, Check> checks,
    Optional<Duration> silencedUntil,
    List<Duration> loud,
    boolean flood,
    Optional<Restart> restart,
    Duration swept) {

  public static final Memory NOTHING =
      new Memory(Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty(), List.of(), false, Optional.empty(),
          Duration.ofDays(-36_500));

  /**
   * @param since when the present supervision state was entered, monotonic
   * @param heard when {@link FeedState#newest} came: its age then grows on a clock that cannot step
   * @param built newest lastBuildDate ever seen
   * @param offsets of the server's clock to ours, the last five
   * @param notices what was already said of this feed, so that it is said once
   */
  public record OfFeed(
      Duration since,
      Optional<Now> heard,
      Optional<Instant> built,
      List<Duration> offsets,
      Set<String> notices) {
    public OfFeed {
      Objects.requireNonNull(since);
      Objects.requireNonNull(heard);
      Objects.requireNonNull(built);
      offsets = List.copyOf(offsets);
      notices = Set.copyOf(notices);
    }
  }

  /**
   * @param first when the service was first heard of
   * @param heard when its newest window came
   * @param reach start of the newest window ever handled
   * @param aside revisions of windows that lost or came from the future, as long as the document holds them
   * @param cases incidents, by id
   * @param works maintenances declared by the feed, by id
   * @param ordered maintenances declared by operators, those over as long as windows of theirs may still come
   * @param recovered end of the last outage that was announced and confirmed: windows that began before it raise nothing
   * @param degradationOver the same of the last degradation
   * @param unconfirmed a return to normal that the figures contradict, since when
   * @param norms what is usual in the last, this and the next hours, by their begin
   */
  public record OfService(
      Now first,
      Optional<Now> heard,
      Optional<Instant> reach,
      Set<String> aside,
      Map<String, Case> cases,
      Map<String, Work> works,
      List<Suppression> ordered,
      Optional<Instant> recovered,
      Optional<Instant> degradationOver,
      Optional<Instant> unconfirmed,
      List<Norm> norms) {
    public OfService {
      Objects.requireNonNull(first);
      Objects.requireNonNull(heard);
      Objects.requireNonNull(reach);
      aside = Set.copyOf(aside);
      cases = inOrder(cases);
      // In order: of two that begin at once the same one must be named each time that this is played again.
      works = inOrder(works);
      ordered = List.copyOf(ordered);
      Objects.requireNonNull(recovered);
      Objects.requireNonNull(degradationOver);
      Objects.requireNonNull(unconfirmed);
      // A snapshot of before anything was usual.
      norms = norms == null ? List.of() : List.copyOf(norms);
    }
  }

  /**
   * An incident as last told.
   *
   * @param held the last document still held it; an open one that is not held is gone without a return to normal
   * @param done when it was closed or vanished, by our clock
   * @param told what the feed itself said, before rules of ours
   * @param aside who set it aside though no rule decides it, until its words change
   */
  public record Case(
      Incident incident, boolean held, Optional<Instant> done, Incident told, Optional<Alarm.Remark> aside) {
    private static final List<Incident.Kind> LOUD = List.of(Incident.Kind.OUTAGE, Incident.Kind.DEGRADATION,
        Incident.Kind.UNCLASSIFIED, Incident.Kind.MAINTENANCE, Incident.Kind.NOTICE);

    public Case {
      Objects.requireNonNull(incident);
      Objects.requireNonNull(done);
      // Snapshots written before there were rules of ours.
      if (told == null) told = incident;
      if (aside == null) aside = Optional.empty();
    }

    Case(Incident incident, boolean held, Optional<Instant> done) {
      this(incident, held, done, incident, Optional.empty());
    }

    /** The feed holds a trouble open, or something unclear, that a rule of ours takes for calmer. */
    boolean calmed() {
      if (!held || !told.open()) return false;
      return !incident.open() || LOUD.indexOf(incident.kind()) > LOUD.indexOf(told.kind());
    }

    /** Open, and no rule says what it is. */
    boolean unclear() {
      return held && incident.open() && incident.kind() == Incident.Kind.UNCLASSIFIED;
    }

    boolean vanished() {
      return incident.open() && !held;
    }
  }

  /** A maintenance as last told; {@code ended} earlier than it says, by its author or by the operator. */
  public record Work(Maintenance maintenance, Optional<Instant> published, Optional<Instant> ended) {
    public Work {
      Objects.requireNonNull(maintenance);
      Objects.requireNonNull(published);
      Objects.requireNonNull(ended);
    }
  }

  /** A shelf: ends at the first of its absolute end and its monotonic one, so that no step of a clock prolongs it. */
  public record Shelf(Suppression words, Duration until) {
    public Shelf {
      Objects.requireNonNull(words);
      Objects.requireNonNull(until);
    }
  }

  /**
   * @param told somebody heard of this episode
   * @param owed it must be told again when its muting ends
   * @param raises of the last hour, by the time of their evidence; {@code turns} every change in it
   * @param shelvings in a row
   * @param due next repetition, monotonic
   * @param run equal evidence in a row while flapping, {@code runBad} which; {@code steady} since when, monotonic
   * @param lull a maintenance that ended, until one window after it has spoken
   * @param index of the last episode
   * @param goodFrom start of the good run that is being counted
   */
  public record OfAlarm(
      boolean told,
      boolean owed,
      List<Instant> raises,
      List<Instant> turns,
      Optional<Shelf> shelf,
      int shelvings,
      Optional<Duration> due,
      int run,
      boolean runBad,
      Optional<Duration> steady,
      Optional<Suppression> lull,
      long index,
      Optional<Instant> goodFrom) {
    public OfAlarm {
      raises = List.copyOf(raises);
      turns = List.copyOf(turns);
      Objects.requireNonNull(shelf);
      Objects.requireNonNull(due);
      Objects.requireNonNull(steady);
      Objects.requireNonNull(lull);
      Objects.requireNonNull(goodFrom);
    }
  }

  /** An own check, and when it was made, monotonic. */
  public record Check(
      Report.Checked.Vantage vantage, String source, boolean well, Reason why, Duration at, Optional<Took> took) {
    public Check {
      Objects.requireNonNull(vantage);
      Objects.requireNonNull(source);
      Objects.requireNonNull(why);
      Objects.requireNonNull(at);
      // A snapshot of before the times were kept has none.
      if (took == null) took = Optional.empty();
    }

    Check moved(Duration by) {
      return new Check(vantage, source, well, why, at.plus(by), took);
    }
  }

  /**
   * IRIS did not run from {@code stopped} to {@code started}.
   *
   * @param waiting feeds that have not yet answered since
   * @param outages found afterwards in what they still hold; {@code unknown} windows that nobody holds any more
   */
  public record Restart(
      Instant stopped, Instant started, Duration startedMono, Set<String> waiting, int outages, int unknown) {
    public Restart {
      Objects.requireNonNull(stopped);
      Objects.requireNonNull(started);
      Objects.requireNonNull(startedMono);
      waiting = Awaited.of(waiting);
    }
  }

  public Memory {
    feeds = Roll.of(feeds);
    services = Roll.of(services);
    alarms = Roll.of(alarms);
    checks = Roll.of(checks);
    Objects.requireNonNull(silencedUntil);
    loud = List.copyOf(loud);
    Objects.requireNonNull(restart);
    Objects.requireNonNull(swept);
  }

  private static <K, V> Map<K, V> inOrder(Map<K, V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

package iris.alarm;

import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the operators' configuration says about feeds and services. Figures of alarm-model.md marked * are here; the
 * rest of the model is not a setting.
 *
 * @param feeds those that are polled, in the order of the wall
 * @param services by service key; a service that is not here is "unconfigured": {@link ServiceRules#DEFAULT}, no P1
 *     when the feed is configured with other services by name
 * @param rights who may do what
 * @param outlook what this console checks by itself
 * @param guidance by service key, what to do and whom to call; the board judges nothing by it
 * @param fallbacks by service key; a service that is not here has no plan
 */
public record Rules(
    List<FeedRules> feeds,
    Map<String, ServiceRules> services,
    Rights rights,
    Outlook outlook,
    Map<String, Guidance> guidance,
    Map<String, FallbackRules> fallbacks) {

  /**
   * @param period overrides what the feed says; empty: what the feed says, and no period at all for a foreign feed
   * @param pollEvery 15 s or more
   * @param group what its services belong to, as people call it; nothing is judged by it
   */
  public record FeedRules(
      String id, String name, Optional<Duration> period, Duration pollEvery, Optional<String> group) {
    /** One that belongs to no group. */
    public FeedRules(String id, String name, Optional<Duration> period, Duration pollEvery) {
      this(id, name, period, pollEvery, Optional.empty());
    }

    public FeedRules {
      // A journal from before there were groups.
      if (group == null) group = Optional.empty();
      Objects.requireNonNull(name);
      Objects.requireNonNull(period);
      if (id.isBlank()) throw new IllegalArgumentException("a feed needs an id");
      if (pollEvery.isNegative() || pollEvery.isZero()) throw new IllegalArgumentException("poll every " + pollEvery);
    }
  }

  /**
   * @param name overrides the feed's; empty: the feed's
   * @param downBelow success ratio under which a window is DOWN, 0 to 1
   * @param ratioLimit success ratio under which a window is DEGRADED, 0 to 1
   * @param p95Limit p95 of the transaction over which a window is DEGRADED; empty: not judged
   * @param target availability promised, 0 to 1
   */
  public record ServiceRules(
      Optional<String> name, double downBelow, double ratioLimit, Optional<Duration> p95Limit, double target) {
    public static final ServiceRules DEFAULT = new ServiceRules(Optional.empty(), 0.5, 0.95, Optional.empty(), 0.999);

    /** What a window is worth by these limits and the feed's own word, the worse of the two. */
    public Verdict verdict(Window window) {
      return Judging.verdict(window, this);
    }

    public ServiceRules {
      Objects.requireNonNull(name);
      Objects.requireNonNull(p95Limit);
      if (!(0 <= downBelow && downBelow <= ratioLimit && ratioLimit <= 1))
        throw new IllegalArgumentException("down below " + downBelow + ", degraded below " + ratioLimit);
      if (!(0 <= target && target <= 1)) throw new IllegalArgumentException("target " + target);
    }
  }

  /**
   * What the board must know of a plan; how it is run it does not know.
   *
   * @param name what people call the fallback
   * @param helps for which faults it helps
   * @param on it can be switched on from here; {@code off} the same; {@code checked} its state can be asked
   * @param patience how long one switching may take, status check included, before nobody waits for it any more
   * @param goodWindows good windows in a row before the return is proposed, 1 to 24
   * @param remind how often it is said that the fallback runs
   * @param checklist what a person should have done or looked at before; shown, and never judged
   */
  public record FallbackRules(
      String name,
      Set<OriginVerdict.Fault> helps,
      boolean on,
      boolean off,
      boolean checked,
      Duration patience,
      int goodWindows,
      Duration remind,
      List<String> checklist) {
    /** Of a fallback that was declared without a plan. */
    static final Duration REMIND = Duration.ofHours(1);

    public FallbackRules {
      Objects.requireNonNull(name);
      helps = Set.copyOf(helps);
      checklist = List.copyOf(checklist);
      if (patience.isNegative() || patience.isZero()) throw new IllegalArgumentException("patience " + patience);
      if (goodWindows < 1) throw new IllegalArgumentException("good windows " + goodWindows);
      if (remind.isNegative() || remind.isZero()) throw new IllegalArgumentException("remind every " + remind);
    }
  }

  public Rules {
    feeds = List.copyOf(feeds);
    services = Map.copyOf(services);
    // A journal from before there were rights has none: everybody might do everything.
    if (rights == null) rights = Rights.OPEN;
    // The same of what came later.
    outlook = outlook == null ? Outlook.NONE : outlook;
    guidance = guidance == null ? Map.of() : Map.copyOf(guidance);
    fallbacks = fallbacks == null ? Map.of() : Map.copyOf(fallbacks);
  }

  /** Where everybody may do everything, and no plan of a fallback. */
  public Rules(List<FeedRules> feeds, Map<String, ServiceRules> services) {
    this(feeds, services, Rights.OPEN);
  }

  /** Rules of a console that checks nothing by itself, says nothing of what to do and has no plan. */
  public Rules(List<FeedRules> feeds, Map<String, ServiceRules> services, Rights rights) {
    this(feeds, services, rights, Outlook.NONE, Map.of(), Map.of());
  }

  /** Without any plan of a fallback. */
  public Rules(
      List<FeedRules> feeds,
      Map<String, ServiceRules> services,
      Rights rights,
      Outlook outlook,
      Map<String, Guidance> guidance) {
    this(feeds, services, rights, outlook, guidance, Map.of());
  }

  /** The same with these plans. */
  public Rules planned(Map<String, FallbackRules> plans) {
    return new Rules(feeds, services, rights, outlook, guidance, plans);
  }

  public Optional<FallbackRules> fallback(String serviceKey) {
    return Optional.ofNullable(fallbacks.get(serviceKey));
  }

  public Guidance guidance(String serviceKey) {
    return guidance.getOrDefault(serviceKey, Guidance.NONE);
  }

  public ServiceRules of(String serviceKey) {
    return services.getOrDefault(serviceKey, ServiceRules.DEFAULT);
  }
}

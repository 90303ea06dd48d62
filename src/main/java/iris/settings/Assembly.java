package iris.settings;

import iris.alarm.Guidance;
import iris.alarm.Guidance.Whose;
import iris.alarm.Outlook;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.fallback.Plan;
import iris.feed.Caps;
import iris.feed.ClientCertificate;
import iris.feed.Credentials;
import iris.feed.ProxyRoute;
import iris.feed.SourceConfig;
import iris.history.Retention;
import iris.notify.Alerting;
import iris.signal.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Blocks of options to the records of the packages, and the checks that need more than one option. */
final class Assembly {
  private static final List<Map.Entry<Option<List<String>>, Role>> ROLES =
      List.of(Map.entry(Options.VIEWERS, Role.VIEW), Map.entry(Options.OPERATORS, Role.OPERATE),
          Map.entry(Options.ADMINISTRATORS, Role.ADMINISTER));

  private Assembly() {}

  /** Reports what is wrong with a feed as a whole. */
  static void checkFeed(Block feed) {
    together(feed, Options.USER, Options.PASSWORD);
    together(feed, Options.PASSWORD, Options.USER);
    together(feed, Options.PROXY_USER, Options.PROXY_PASSWORD);
    together(feed, Options.PROXY_PASSWORD, Options.PROXY_USER);
    together(feed, Options.CERTIFICATE_PASSWORD, Options.CERTIFICATE);
    together(feed, Options.CERTIFICATE_KEY, Options.CERTIFICATE);
    if ((feed.has(Options.USER) || feed.has(Options.PASSWORD)) && feed.has(Options.BEARER))
      feed.wrong(Options.BEARER, Reason.of("settings.feed.two-credentials"));
    Stream.of(Options.USER, Options.PROXY_USER)
        .filter(user -> feed.get(user).filter(name -> name.contains(":")).isPresent())
        .forEach(user -> feed.wrong(user, Reason.of("feed.config.user")));
    Optional<ProxyRoute> proxy = feed.get(Options.PROXY);
    if (feed.has(Options.PROXY_USER) && !(proxy.orElse(ProxyRoute.SYSTEM) instanceof ProxyRoute.Explicit))
      feed.wrong(Options.PROXY_USER, Reason.of("settings.feed.proxy-address-missing"));
    boolean tls = feed.get(Options.URL).map(u -> u.getScheme().equalsIgnoreCase("https")).orElse(true);
    Stream.of(Options.CERTIFICATE, Options.AUTHORITY)
        .filter(option -> !tls && feed.has(option))
        .forEach(option -> feed.wrong(option, Reason.of("settings.feed.needs-https")));
    Optional<Duration> whole = feed.get(Options.WHOLE);
    Optional<Duration> connect = feed.get(Options.CONNECT);
    if (whole.isPresent() && connect.isPresent() && whole.get().compareTo(connect.get()) < 0)
      feed.wrong(Options.WHOLE, Reason.of("feed.config.whole", whole.get(), connect.get()));
  }

  private static void together(Block feed, Option<?> one, Option<?> other) {
    if (feed.has(one) && !feed.has(other))
      feed.wrong(one, Reason.of("settings.feed.wants", one.name(), other.name()));
  }

  /** Reports what is wrong with a service as a whole. */
  static void checkService(Block service) {
    double down = service.get(Options.DOWN_BELOW).orElse(0.0);
    double degraded = service.get(Options.DEGRADED_BELOW).orElse(1.0);
    if (down > degraded) service.wrong(Options.DOWN_BELOW, Reason.of("settings.service.down-over-degraded"));
  }

  /** Reports rights that contradict themselves, and rights that nobody could ever change again. */
  static void checkRights(Block rights) {
    Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (var role : ROLES)
      for (String name : rights.get(role.getKey()).orElse(List.of()))
        if (!named.add(name)) rights.wrong(role.getKey(), Reason.of("settings.rights.twice", name));
    boolean written = rights.has(Options.ROLE) || ROLES.stream().anyMatch(role -> rights.has(role.getKey()));
    if (written && !rights.has(Options.ADMINISTRATORS) && rights.get(Options.ROLE).orElse(Role.OPERATE) != Role.ADMINISTER)
      rights.wrong(Options.ADMINISTRATORS, Reason.of("settings.rights.nobody"));
  }

  /** Nothing written: everybody may do everything. */
  private static Rights rights(Block b) {
    Map<String, Role> names = new LinkedHashMap<>();
    for (var role : ROLES) b.get(role.getKey()).orElse(List.of()).forEach(name -> names.put(name, role.getValue()));
    if (names.isEmpty() && !b.has(Options.ROLE)) return Rights.OPEN;
    return new Rights(b.get(Options.ROLE).orElse(Role.OPERATE), names);
  }

  /** Only after everything was found in order. */
  static Settings settings(
      Function<Section, Block> single, Map<String, Block> feeds, Map<String, Block> services, List<Plan> fallbacks) {
    List<SourceConfig> all = feeds.entrySet().stream().map(e -> feed(e.getKey(), e.getValue())).toList();
    Map<String, URI> probes = new LinkedHashMap<>();
    feeds.forEach((id, b) -> b.get(Options.PROBE).ifPresent(uri -> probes.put(id, uri)));
    Block sound = single.apply(Section.SOUND);
    Block vantage = single.apply(Section.VANTAGE);
    return new Settings(
        display(single.apply(Section.DISPLAY)),
        new Alerting(sound.want(Options.SOUND_ON), sound.want(Options.VOLUME) / 100.0,
            single.apply(Section.NOTIFICATIONS).want(Options.DESKTOP), Optional.empty(), Optional.empty()),
        new Settings.Vantage(probes, vantage.get(Options.NEUTRAL), vantage.want(Options.CHECK_EVERY)),
        all,
        rules(feeds, all, services, rights(single.apply(Section.RIGHTS)),
            new Outlook(probes.keySet(), vantage.get(Options.NEUTRAL).map(URI::getHost))))
        .planned(fallbacks).with(retention(single.apply(Section.HISTORY)))
        .reporting(ReportOptions.schedule(single.apply(Section.REPORTS)));
  }

  private static Retention retention(Block b) {
    return new Retention(b.want(Options.KEEP_WINDOWS), b.want(Options.KEEP_HOURS), b.want(Options.KEEP_DAYS),
        b.want(Options.KEEP_MONTHS), b.want(Options.KEEP_INPUTS), b.want(Options.KEEP_TRANSITIONS));
  }

  private static Display display(Block b) {
    return new Display(
        b.want(Options.LANGUAGE),
        b.want(Options.THEME),
        b.want(Options.MOTION),
        b.want(Options.WALL),
        b.want(Options.SCREEN),
        number(b.get(Options.DISTANCE)),
        number(b.get(Options.DIAGONAL)),
        b.get(Options.OPERATOR));
  }

  private static OptionalDouble number(Optional<Double> n) {
    return n.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static SourceConfig feed(String id, Block b) {
    return new SourceConfig(
        id,
        b.get(Options.FEED_NAME).orElse(id),
        b.want(Options.URL),
        b.want(Options.POLL_EVERY),
        credentials(b),
        b.get(Options.CERTIFICATE).map(file ->
            new ClientCertificate(file, b.get(Options.CERTIFICATE_KEY), b.get(Options.CERTIFICATE_PASSWORD))),
        proxy(b),
        b.get(Options.AUTHORITY),
        b.get(Options.TITLE),
        b.get(Options.SERVICE),
        caps(b));
  }

  private static Credentials credentials(Block b) {
    if (b.has(Options.USER)) return new Credentials.Basic(b.want(Options.USER), b.want(Options.PASSWORD));
    return b.get(Options.BEARER).<Credentials>map(Credentials.Bearer::new).orElse(Credentials.NONE);
  }

  private static ProxyRoute proxy(Block b) {
    ProxyRoute route = b.want(Options.PROXY);
    if (!(route instanceof ProxyRoute.Explicit(String host, int port, var none)) || !b.has(Options.PROXY_USER)) return route;
    return new ProxyRoute.Explicit(host, port,
        Optional.of(new Credentials.Basic(b.want(Options.PROXY_USER), b.want(Options.PROXY_PASSWORD))));
  }

  private static Caps caps(Block b) {
    Caps usual = Caps.USUAL;
    return new Caps(b.want(Options.CONNECT), b.want(Options.WHOLE), usual.bytes(), usual.inflated(), usual.items(),
        usual.redirects());
  }

  private static Rules rules(
      Map<String, Block> feeds, List<SourceConfig> sources, Map<String, Block> services,
      Rights rights, Outlook outlook) {
    Map<String, Rules.ServiceRules> of = new LinkedHashMap<>();
    services.forEach((key, b) -> of.put(key, new Rules.ServiceRules(
        b.get(Options.SERVICE_NAME),
        b.want(Options.DOWN_BELOW),
        b.want(Options.DEGRADED_BELOW),
        b.get(Options.P95_LIMIT),
        b.want(Options.TARGET))));
    return new Rules(
        sources.stream().map(s ->
            new Rules.FeedRules(s.id(), s.name(), Objects.requireNonNull(feeds.get(s.id())).get(Options.PERIOD),
                s.every(), Objects.requireNonNull(feeds.get(s.id())).get(Options.GROUP))).toList(),
        of,
        rights,
        outlook,
        guidance(services));
  }

  private static Map<String, Guidance> guidance(Map<String, Block> services) {
    Map<String, Guidance> all = new LinkedHashMap<>();
    services.forEach((key, b) -> {
      Map<Whose, String> texts = new EnumMap<>(Whose.class);
      b.get(Options.GUIDE_PROVIDER).ifPresent(text -> texts.put(Whose.PROVIDER, text));
      b.get(Options.GUIDE_EXTERNAL).ifPresent(text -> texts.put(Whose.EXTERNAL, text));
      b.get(Options.GUIDE_NETWORK).ifPresent(text -> texts.put(Whose.NETWORK, text));
      b.get(Options.GUIDE_ANYBODY).ifPresent(text -> texts.put(Whose.ANYBODY, text));
      if (!texts.isEmpty()) all.put(key, new Guidance(texts));
    });
    return all;
  }
}

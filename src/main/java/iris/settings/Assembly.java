package iris.settings;

import iris.alarm.Rules;
import iris.signal.Reason;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Blocks of options to the records of the packages, and the checks that need more than one option. */
final class Assembly {
  private Assembly() {}

  /** Reports what is wrong with a feed as a whole. */
  static void checkFeed(Block feed) {
    boolean basic = feed.has(Options.USER) || feed.has(Options.PASSWORD);
    if (feed.has(Options.USER) && !feed.has(Options.PASSWORD))
      feed.wrong(Options.USER, Reason.of("settings.feed.password-missing"));
    if (feed.has(Options.PASSWORD) && !feed.has(Options.USER))
      feed.wrong(Options.PASSWORD, Reason.of("settings.feed.user-missing"));
    if (basic && feed.has(Options.BEARER)) feed.wrong(Options.BEARER, Reason.of("settings.feed.two-credentials"));
    if (feed.has(Options.CERTIFICATE_PASSWORD) && !feed.has(Options.CERTIFICATE))
      feed.wrong(Options.CERTIFICATE_PASSWORD, Reason.of("settings.feed.certificate-missing"));
    boolean tls = feed.get(Options.URL).map(u -> u.getScheme().equalsIgnoreCase("https")).orElse(true);
    Stream.of(Options.CERTIFICATE, Options.AUTHORITY)
        .filter(option -> !tls && feed.has(option))
        .forEach(option -> feed.wrong(option, Reason.of("settings.feed.needs-https")));
  }

  /** Reports what is wrong with a service as a whole. */
  static void checkService(Block service) {
    double down = service.get(Options.DOWN_BELOW).orElse(0.0);
    double degraded = service.get(Options.DEGRADED_BELOW).orElse(1.0);
    if (down > degraded) service.wrong(Options.DOWN_BELOW, Reason.of("settings.service.down-over-degraded"));
  }

  /** Only after everything was found in order. */
  static Settings settings(Function<Section, Block> single, Map<String, Block> feeds, Map<String, Block> services) {
    List<FeedSettings> all = feeds.entrySet().stream().map(e -> feed(e.getKey(), e.getValue())).toList();
    Block sound = single.apply(Section.SOUND);
    Block vantage = single.apply(Section.VANTAGE);
    return new Settings(
        display(single.apply(Section.DISPLAY)),
        new Settings.Sound(sound.want(Options.SOUND_ON), sound.want(Options.VOLUME)),
        single.apply(Section.NOTIFICATIONS).want(Options.DESKTOP),
        new Settings.Vantage(vantage.get(Options.NEUTRAL), vantage.want(Options.CHECK_EVERY)),
        all,
        rules(all, services));
  }

  private static Display display(Block b) {
    return new Display(
        b.want(Options.LANGUAGE),
        b.want(Options.THEME),
        b.want(Options.MOTION),
        b.want(Options.WALL),
        b.want(Options.SCREEN),
        number(b.get(Options.DISTANCE)),
        number(b.get(Options.DIAGONAL)));
  }

  private static OptionalDouble number(Optional<Double> n) {
    return n.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static FeedSettings feed(String id, Block b) {
    return new FeedSettings(
        id,
        b.get(Options.FEED_NAME).orElse(id),
        b.want(Options.URL),
        b.want(Options.POLL_EVERY),
        b.get(Options.PERIOD),
        b.get(Options.TITLE),
        b.get(Options.PROBE),
        b.get(Options.PROXY),
        credentials(b),
        b.get(Options.AUTHORITY));
  }

  private static FeedSettings.Credentials credentials(Block b) {
    if (b.has(Options.USER))
      return new FeedSettings.Credentials.Basic(b.want(Options.USER), b.want(Options.PASSWORD));
    if (b.has(Options.BEARER)) return new FeedSettings.Credentials.Bearer(b.want(Options.BEARER));
    return b.get(Options.CERTIFICATE)
        .<FeedSettings.Credentials>map(
            file -> new FeedSettings.Credentials.Certificate(file, b.get(Options.CERTIFICATE_PASSWORD)))
        .orElseGet(FeedSettings.Credentials.Nobody::new);
  }

  private static Rules rules(Collection<FeedSettings> feeds, Map<String, Block> services) {
    Map<String, Rules.ServiceRules> of = new LinkedHashMap<>();
    services.forEach((key, b) -> of.put(key, new Rules.ServiceRules(
        b.get(Options.SERVICE_NAME),
        b.want(Options.DOWN_BELOW),
        b.want(Options.DEGRADED_BELOW),
        b.get(Options.P95_LIMIT),
        b.want(Options.TARGET))));
    return new Rules(
        feeds.stream().map(f -> new Rules.FeedRules(f.id(), f.name(), f.period(), f.pollEvery())).toList(), of);
  }
}

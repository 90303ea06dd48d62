package iris.settings;

import static iris.settings.Kinds.FLAG;
import static iris.settings.Kinds.NAMES;
import static iris.settings.Kinds.PATH;
import static iris.settings.Kinds.SECRET;
import static iris.settings.Kinds.SHARE;
import static iris.settings.Kinds.TEXT;
import static iris.settings.Kinds.choice;
import static iris.settings.Kinds.decimal;
import static iris.settings.Kinds.link;
import static iris.settings.Kinds.span;
import static iris.settings.Kinds.whole;
import static iris.settings.Section.DISPLAY;
import static iris.settings.Section.FEEDS;
import static iris.settings.Section.HISTORY;
import static iris.settings.Section.NOTIFICATIONS;
import static iris.settings.Section.RIGHTS;
import static iris.settings.Section.SERVICES;
import static iris.settings.Section.SOUND;
import static iris.settings.Section.VANTAGE;

import iris.alarm.Role;
import iris.feed.ProxyRoute;
import iris.feed.Secret;
import iris.history.Retention;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The table: every option that the file may hold. Their explanations are words, {@link Option#doc()}. */
public final class Options {
  static final Option<Display.Language> LANGUAGE =
      Option.of(DISPLAY, "language", choice(Display.Language.class), Display.Language.AUTO, "auto");
  static final Option<Display.Theme> THEME =
      Option.of(DISPLAY, "theme", choice(Display.Theme.class), Display.Theme.AUTO, "auto");
  static final Option<Display.Motion> MOTION =
      Option.of(DISPLAY, "motion", choice(Display.Motion.class), Display.Motion.AUTO, "auto");
  static final Option<Boolean> WALL = Option.of(DISPLAY, "wall", FLAG, false, "false");
  static final Option<Integer> SCREEN = Option.of(DISPLAY, "screen", whole(1, 16), 1, "1");
  static final Option<Double> DISTANCE = Option.may(DISPLAY, "viewing-distance", decimal(0.3, 30), "5");
  static final Option<Double> DIAGONAL = Option.may(DISPLAY, "diagonal", decimal(7, 300), "55");
  static final Option<String> OPERATOR = Option.may(DISPLAY, "operator", TEXT, "Marie Dupont");

  static final Option<Boolean> SOUND_ON = Option.of(SOUND, "enabled", FLAG, true, "true");
  static final Option<Integer> VOLUME = Option.of(SOUND, "volume", whole(1, 100), 80, "80");

  static final Option<Boolean> DESKTOP = Option.of(NOTIFICATIONS, "desktop", FLAG, true, "true");

  static final Option<URI> NEUTRAL = Option.may(VANTAGE, "neutral-host", link("http", "https"), "https://www.example.org/");
  static final Option<Duration> CHECK_EVERY =
      Option.of(VANTAGE, "every", span("15s", "1h"), Duration.ofMinutes(1), "60s");

  static final Option<URI> URL = Option.must(FEEDS, "url", link("http", "https", "file"), "https://siv.example.org/signal.xml");
  static final Option<String> FEED_NAME = Option.may(FEEDS, "name", TEXT, "SIV (Darva)");
  static final Option<Duration> POLL_EVERY =
      Option.of(FEEDS, "poll-every", span("15s", "1h"), Duration.ofMinutes(1), "60s");
  static final Option<Duration> PERIOD = Option.may(FEEDS, "period", span("10s", "1d"), "5m");
  static final Option<String> TITLE = Option.may(FEEDS, "title", TEXT, "Signalisation SIV");
  static final Option<String> GROUP = Option.may(FEEDS, "group", TEXT, "Immatriculations");
  static final Option<String> SERVICE = Option.may(FEEDS, "service", TEXT, "siv");
  static final Option<Duration> CONNECT =
      Option.of(FEEDS, "connect-timeout", span("100ms", "1m"), Duration.ofSeconds(5), "5s");
  static final Option<Duration> WHOLE = Option.of(FEEDS, "timeout", span("1s", "5m"), Duration.ofSeconds(15), "15s");
  static final Option<URI> PROBE = Option.may(FEEDS, "probe", link("http", "https"), "https://siv.example.org/health");
  static final Option<ProxyRoute> PROXY = Option.of(FEEDS, "proxy", Kinds.PROXY, ProxyRoute.SYSTEM, "system");
  static final Option<String> PROXY_USER = Option.may(FEEDS, "proxy-user", TEXT, "iris");
  static final Option<Secret> PROXY_PASSWORD = Option.may(FEEDS, "proxy-password", SECRET, "env:IRIS_PROXY_PASSWORD");
  static final Option<String> USER = Option.may(FEEDS, "user", TEXT, "iris");
  static final Option<Secret> PASSWORD = Option.may(FEEDS, "password", SECRET, "env:IRIS_SIV_PASSWORD");
  static final Option<Secret> BEARER = Option.may(FEEDS, "bearer", SECRET, "file:siv.token");
  static final Option<Path> CERTIFICATE = Option.may(FEEDS, "client-certificate", PATH, "iris.p12");
  static final Option<Path> CERTIFICATE_KEY = Option.may(FEEDS, "client-key", PATH, "iris-key.pem");
  static final Option<Secret> CERTIFICATE_PASSWORD =
      Option.may(FEEDS, "client-certificate-password", SECRET, "env:IRIS_P12_PASSWORD");
  static final Option<Path> AUTHORITY = Option.may(FEEDS, "authority", PATH, "our-ca.pem");

  static final Option<String> SERVICE_NAME = Option.may(SERVICES, "name", TEXT, "Immatriculations");
  static final Option<Double> DOWN_BELOW = Option.of(SERVICES, "down-below", SHARE, 0.5, "50%");
  static final Option<Double> DEGRADED_BELOW = Option.of(SERVICES, "degraded-below", SHARE, 0.95, "95%");
  static final Option<Duration> P95_LIMIT = Option.may(SERVICES, "p95-limit", span("1ms", "10m"), "2s");
  static final Option<Double> TARGET = Option.of(SERVICES, "target", SHARE, 0.999, "99.9%");
  static final Option<String> GUIDE_PROVIDER =
      Option.may(SERVICES, "guidance.provider", Writings.MARKDOWN, "Call DARVA's desk, **+33 1 23 45 67 89**");
  static final Option<String> GUIDE_EXTERNAL =
      Option.may(SERVICES, "guidance.external", Writings.MARKDOWN, "Switch to the fallback, then tell the agencies");
  static final Option<String> GUIDE_NETWORK =
      Option.may(SERVICES, "guidance.network", Writings.MARKDOWN, "Call the network team, <tel:+33198765432>");
  static final Option<String> GUIDE_ANYBODY =
      Option.may(SERVICES, "guidance.default", Writings.MARKDOWN, "See [the handbook](https://wiki.example.org/siv)");

  static final Option<Role> ROLE = Option.may(RIGHTS, "default", choice(Role.class), "operate");
  static final Option<List<String>> VIEWERS = Option.may(RIGHTS, "view", NAMES, "hall, stagiaire");
  static final Option<List<String>> OPERATORS = Option.may(RIGHTS, "operate", NAMES, "marie, paul");
  static final Option<List<String>> ADMINISTRATORS = Option.may(RIGHTS, "administer", NAMES, "jdupont, ops");

  static final Option<Duration> KEEP_WINDOWS = keep("windows", Retention.USUAL.windows(), "5y");
  static final Option<Duration> KEEP_HOURS = keep("hours", Retention.USUAL.hours(), "10y");
  static final Option<Duration> KEEP_DAYS = keep("days", Retention.USUAL.days(), "20y");
  static final Option<Duration> KEEP_MONTHS = keep("months", Retention.USUAL.months(), "50y");
  static final Option<Duration> KEEP_INPUTS = keep("inputs", Retention.USUAL.inputs(), "35d");
  static final Option<Duration> KEEP_TRANSITIONS = keep("transitions", Retention.USUAL.transitions(), "5y");

  private static final List<Option<?>> ALL = Stream.of(Stream.<Option<?>>of(
      LANGUAGE, THEME, MOTION, WALL, SCREEN, DISTANCE, DIAGONAL, OPERATOR, SOUND_ON, VOLUME, DESKTOP, NEUTRAL, CHECK_EVERY,
      URL, FEED_NAME, POLL_EVERY, PERIOD, TITLE, GROUP, SERVICE, CONNECT, WHOLE, PROBE, PROXY, PROXY_USER, PROXY_PASSWORD,
      USER, PASSWORD, BEARER, CERTIFICATE, CERTIFICATE_KEY, CERTIFICATE_PASSWORD, AUTHORITY, SERVICE_NAME, DOWN_BELOW, DEGRADED_BELOW, P95_LIMIT, TARGET,
      GUIDE_PROVIDER, GUIDE_EXTERNAL, GUIDE_NETWORK, GUIDE_ANYBODY,
      ROLE, VIEWERS, OPERATORS, ADMINISTRATORS,
      KEEP_WINDOWS, KEEP_HOURS, KEEP_DAYS, KEEP_MONTHS, KEEP_INPUTS, KEEP_TRANSITIONS), ContractOptions.all(),
      FallbackOptions.all(), RelayOptions.all(), ReportOptions.all().stream()).<Option<?>>flatMap(s -> s).toList();

  private Options() {}

  private static Option<Duration> keep(String what, Duration usual, String sample) {
    return Option.of(HISTORY, "keep." + what, span("2d", "100y"), usual, sample);
  }

  public static List<Option<?>> all() {
    return ALL;
  }

  public static List<Option<?>> of(Section section) {
    return ALL.stream().filter(o -> o.section() == section).toList();
  }

  /** Those of the section of the relay that a kind of server takes; of a word that is none, all. */
  public static List<Option<?>> ofTarget(String kind) {
    return RelayOptions.of(kind);
  }
}

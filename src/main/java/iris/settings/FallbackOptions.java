package iris.settings;

import static iris.settings.Kinds.PATH;
import static iris.settings.Kinds.SECRET;
import static iris.settings.Kinds.TEXT;
import static iris.settings.Kinds.link;
import static iris.settings.Kinds.span;
import static iris.settings.Kinds.whole;
import static iris.settings.Section.FALLBACKS;

import iris.alarm.OriginVerdict.Fault;
import iris.fallback.Deed;
import iris.fallback.Value;
import iris.feed.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The part of the table that is about plans of fallbacks. */
final class FallbackOptions {
  static final Option<String> NAME = Option.may(FALLBACKS, "name", TEXT, "SIV interne");
  static final Option<List<String>> CHECKLIST =
      Option.may(FALLBACKS, "checklist", FallbackKinds.LINES, "[\"Tell the agencies\", \"Look at the queue\"]");
  static final Option<Set<Fault>> HELPS = Option.of(
      FALLBACKS, "helps-for", FallbackKinds.HELPS, Set.of(Fault.PROVIDER, Fault.EXTERNAL), "external, provider");
  static final Option<Integer> GOOD = Option.of(FALLBACKS, "good-windows", whole(1, 24), 3, "3");
  static final Option<Duration> REMIND =
      Option.of(FALLBACKS, "remind-every", span("5m", "1d"), Duration.ofHours(1), "1h");
  static final Option<Duration> TIMEOUT =
      Option.of(FALLBACKS, "timeout", span("1s", "30m"), Duration.ofMinutes(1), "60s");
  static final Option<String> USER = Option.may(FALLBACKS, "user", TEXT, "iris");
  static final Option<Secret> PASSWORD = Option.may(FALLBACKS, "password", SECRET, "env:IRIS_FALLBACK_PASSWORD");
  static final Option<Secret> BEARER = Option.may(FALLBACKS, "bearer", SECRET, "file:fallback.token");

  static final Option<Path> AUTHORITY = Option.may(FALLBACKS, "ca", PATH, "our-ca.pem");

  static final Way ON = new Way("activate", "https://router.example.org/siv/fallback", "on");
  static final Way OFF = new Way("return", "https://router.example.org/siv/production", "off");

  static final Option<URI> CHECK_URL =
      Option.may(FALLBACKS, "check.url", link("http", "https"), "https://router.example.org/siv");
  static final Option<Map<String, Value>> CHECK_HEADERS =
      Option.may(FALLBACKS, "check.headers", FallbackKinds.HEADERS, "[\"Accept: application/json\"]");
  static final Option<Deed.Expected> CHECK_STATUS =
      Option.may(FALLBACKS, "check.status", FallbackKinds.STATUS, "200");
  static final Option<String> CONTAINS = Option.may(FALLBACKS, "check.contains", TEXT, "fallback");
  static final Option<String> POINTER = Option.may(FALLBACKS, "check.pointer", FallbackKinds.POINTER, "/route");
  static final Option<String> EQUALS = Option.may(FALLBACKS, "check.equals", TEXT, "fallback");
  static final Option<List<String>> CHECK_COMMAND =
      Option.may(FALLBACKS, "check.command", FallbackKinds.COMMAND, "[/usr/local/bin/siv-route, status]");
  static final Option<Map<String, Value>> CHECK_ENVIRONMENT =
      Option.may(FALLBACKS, "check.environment", FallbackKinds.ENVIRONMENT, "[\"SIV_TOKEN=env:SIV_TOKEN\"]");
  static final Option<Duration> EVERY = Option.may(FALLBACKS, "check.every", span("5s", "1h"), "30s");

  /** How to switch one way: by a call or by a command. */
  record Way(
      String block,
      Option<URI> url,
      Option<String> method,
      Option<Map<String, Value>> headers,
      Option<String> body,
      Option<Deed.Expected> status,
      Option<List<String>> command,
      Option<Map<String, Value>> environment) {
    Way(String block, String url, String word) {
      this(block, Option.may(FALLBACKS, block + ".url", link("http", "https"), url),
          Option.may(FALLBACKS, block + ".method", FallbackKinds.METHOD, "POST"),
          Option.may(FALLBACKS, block + ".headers", FallbackKinds.HEADERS,
              "[\"Content-Type: application/json\", \"X-Api-Key: env:SIV_KEY\"]"),
          Option.may(FALLBACKS, block + ".body", TEXT, "'{\"route\": \"" + word + "\"}'"),
          Option.may(FALLBACKS, block + ".status", FallbackKinds.STATUS, "200..299"),
          Option.may(FALLBACKS, block + ".command", FallbackKinds.COMMAND, "[/usr/local/bin/siv-route, " + word + "]"),
          Option.may(FALLBACKS, block + ".environment", FallbackKinds.ENVIRONMENT, "[\"SIV_TOKEN=file:siv.token\"]"));
    }

    Stream<Option<?>> all() {
      return Stream.of(url, method, headers, body, status, command, environment);
    }
  }

  private FallbackOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(Stream.<Option<?>>of(NAME, CHECKLIST, HELPS, GOOD, REMIND, TIMEOUT, USER, PASSWORD, BEARER),
        ON.all(), OFF.all(), Stream.<Option<?>>of(CHECK_URL, CHECK_HEADERS, CHECK_STATUS, CONTAINS, POINTER, EQUALS,
            CHECK_COMMAND, CHECK_ENVIRONMENT, EVERY, AUTHORITY)).flatMap(part -> part);
  }
}

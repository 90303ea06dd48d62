package iris.settings;

import static iris.settings.FallbackKinds.hidden;

import iris.fallback.Deed;
import iris.fallback.Plan;
import iris.fallback.StatusCheck;
import iris.settings.FallbackOptions.Way;
import iris.signal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Blocks of options to plans, and the checks that need more than one option. */
final class FallbackAssembly {
  private static final Duration USUAL = Duration.ofSeconds(30);

  private FallbackAssembly() {}

  /** Reports what is wrong with a plan as a whole. */
  static void check(Block plan) {
    for (Way way : List.of(FallbackOptions.ON, FallbackOptions.OFF)) {
      either(plan, way.url(), way.command());
      for (Option<?> o : List.of(way.method(), way.headers(), way.body(), way.status())) wants(plan, o, way.url());
      wants(plan, way.environment(), way.command());
    }
    either(plan, FallbackOptions.CHECK_URL, FallbackOptions.CHECK_COMMAND);
    for (Option<?> o : List.of(FallbackOptions.CHECK_HEADERS, FallbackOptions.CHECK_STATUS, FallbackOptions.CONTAINS,
        FallbackOptions.POINTER)) wants(plan, o, FallbackOptions.CHECK_URL);
    wants(plan, FallbackOptions.CHECK_ENVIRONMENT, FallbackOptions.CHECK_COMMAND);
    wants(plan, FallbackOptions.POINTER, FallbackOptions.EQUALS);
    wants(plan, FallbackOptions.EQUALS, FallbackOptions.POINTER);
    if (plan.has(FallbackOptions.EVERY) && !plan.has(FallbackOptions.CHECK_URL) && !plan.has(FallbackOptions.CHECK_COMMAND))
      wants(plan, FallbackOptions.EVERY, FallbackOptions.CHECK_URL);
    wants(plan, FallbackOptions.USER, FallbackOptions.PASSWORD);
    wants(plan, FallbackOptions.PASSWORD, FallbackOptions.USER);
    if (plan.has(FallbackOptions.USER) && plan.has(FallbackOptions.BEARER))
      plan.wrong(FallbackOptions.BEARER, Reason.of("settings.feed.two-credentials"));
    boolean encrypted = Stream.of(FallbackOptions.ON.url(), FallbackOptions.OFF.url(), FallbackOptions.CHECK_URL)
        .anyMatch(url -> plan.get(url).filter(u -> u.getScheme().equalsIgnoreCase("https")).isPresent());
    if (plan.has(FallbackOptions.AUTHORITY) && !encrypted)
      plan.wrong(FallbackOptions.AUTHORITY, Reason.of("settings.feed.needs-https"));
  }

  private static void wants(Block plan, Option<?> one, Option<?> other) {
    if (plan.has(one) && !plan.has(other))
      plan.wrong(one, Reason.of("settings.feed.wants", one.name(), other.name()));
  }

  private static void either(Block plan, Option<?> url, Option<?> command) {
    if (plan.has(url) && plan.has(command))
      plan.wrong(command, Reason.of("settings.fallback.either", url.name(), command.name()));
  }

  static List<Plan> plans(Map<String, Block> blocks) {
    return blocks.entrySet().stream().map(e -> plan(e.getKey(), e.getValue())).toList();
  }

  private static Plan plan(String service, Block b) {
    return new Plan(
        service,
        b.get(FallbackOptions.NAME).orElse(service),
        b.get(FallbackOptions.CHECKLIST).orElse(List.of()),
        deed(b, FallbackOptions.ON),
        deed(b, FallbackOptions.OFF),
        check(b, login(b)),
        b.want(FallbackOptions.TIMEOUT),
        b.want(FallbackOptions.HELPS),
        b.want(FallbackOptions.GOOD),
        b.want(FallbackOptions.REMIND));
  }

  private static Optional<Deed> deed(Block b, Way way) {
    return b.get(way.url()).<Deed>map(url -> new Deed.Call(b.get(way.method()).orElse("POST"), url,
            b.get(way.headers()).orElse(Map.of()), login(b), b.get(way.body()),
            b.get(way.status()).orElse(Deed.Expected.WELL), b.get(FallbackOptions.AUTHORITY)))
        .or(() -> b.get(way.command()).map(line -> new Deed.Command(line, b.get(way.environment()).orElse(Map.of()))));
  }

  private static Optional<StatusCheck> check(Block b, Optional<Deed.Login> login) {
    Optional<Deed> asked = b.get(FallbackOptions.CHECK_URL).<Deed>map(url -> new Deed.Call("GET", url,
            b.get(FallbackOptions.CHECK_HEADERS).orElse(Map.of()), login, Optional.empty(),
            b.get(FallbackOptions.CHECK_STATUS).orElse(Deed.Expected.WELL), b.get(FallbackOptions.AUTHORITY)))
        .or(() -> b.get(FallbackOptions.CHECK_COMMAND)
            .map(line -> new Deed.Command(line, b.get(FallbackOptions.CHECK_ENVIRONMENT).orElse(Map.of()))));
    return asked.map(deed -> new StatusCheck(deed, b.get(FallbackOptions.CONTAINS),
        b.get(FallbackOptions.POINTER).map(at -> new StatusCheck.At(at, b.want(FallbackOptions.EQUALS))),
        b.get(FallbackOptions.EVERY).orElse(USUAL)));
  }

  private static Optional<Deed.Login> login(Block b) {
    if (b.has(FallbackOptions.USER)) return Optional.of(
        new Deed.Login.Basic(b.want(FallbackOptions.USER), hidden(b.want(FallbackOptions.PASSWORD))));
    return b.get(FallbackOptions.BEARER).map(token -> new Deed.Login.Bearer(hidden(token)));
  }
}

package iris.settings;

import iris.relay.Kind;
import iris.relay.Param;
import iris.signal.Reason;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a target as a whole: what its kind does not take, what it needs, what makes no sense alone. */
final class RelayChecks {
  private static final Map<Param, Param> TOGETHER = Map.of(
      Param.PASSWORD, Param.USER, Param.KEY, Param.CERTIFICATE, Param.KEY_PASSWORD, Param.CERTIFICATE,
      Param.PRIVACY_PASSWORD, Param.PASSWORD, Param.PRIVACY, Param.PRIVACY_PASSWORD);

  private RelayChecks() {}

  static void check(Block target) {
    Optional<Kind> kind = target.get(RelayOptions.KIND);
    if (kind.isEmpty()) return;
    for (Param param : Param.values()) {
      boolean given = given(target, param);
      if (given && !kind.get().takes(param))
        target.wrong(option(param), Reason.of("settings.relay.takes-none", kind.get().word(), param.word(), taken(kind.get())));
      if (!given && kind.get().must().contains(param))
        target.wrong(option(param), Reason.of("settings.relay.needs", kind.get().word(), param.word(), option(param).range()));
    }
    TOGETHER.forEach((one, other) -> {
      if (given(target, one) && !given(target, other) && kind.get().takes(one) && kind.get().takes(other))
        target.wrong(option(one), Reason.of("settings.feed.wants", one.word(), other.word()));
    });
    if (given(target, Param.TOKEN) && given(target, Param.PASSWORD) && kind.get().takes(Param.TOKEN))
      target.wrong(option(Param.TOKEN), Reason.of("settings.relay.two-credentials"));
    plain(target, kind.get());
  }

  /** A certificate that is written down and never looked at would be a false safety. */
  private static void plain(Block target, Kind kind) {
    boolean http = target.get(option(Param.URL))
        .map(URI.class::cast).filter(url -> url.getScheme().equalsIgnoreCase("http")).isPresent();
    // Mail is encrypted unless somebody says no; the others are where somebody says yes.
    boolean off = kind.takes(Param.TLS)
        && !target.get(option(Param.TLS)).map(Boolean.TRUE::equals).orElse(kind == Kind.MAIL);
    for (Param param : List.of(Param.CA, Param.CERTIFICATE)) {
      if (!given(target, param)) continue;
      if (http) target.wrong(option(param), Reason.of("settings.feed.needs-https"));
      if (off) target.wrong(option(param), Reason.of("settings.relay.needs-tls"));
    }
  }

  private static Option<?> option(Param param) {
    return Objects.requireNonNull(RelayOptions.PARAMS.get(param)).option();
  }

  private static boolean given(Block target, Param param) {
    return target.has(option(param));
  }

  /** What a kind takes, what it needs first; in words of the file. */
  static String taken(Kind kind) {
    return Stream.concat(Arrays.stream(Param.values()).filter(kind.must()::contains),
        Arrays.stream(Param.values()).filter(kind.may()::contains)).map(Param::word).collect(Collectors.joining(", "));
  }
}

package iris.settings;

import iris.feed.ProxyRoute;
import iris.feed.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of value that an option can have. */
public final class Kinds {
  public static final Kind<String> TEXT = new Kind<>("text",
      (written, base) -> written.isEmpty() ? Taken.unfit("settings.value.empty") : Taken.fits(written));

  public static final Kind<Boolean> FLAG = new Kind<>("true | false", (written, base) -> switch (written) {
    case "true", "yes", "on", "oui" -> Taken.fits(true);
    case "false", "no", "off", "non" -> Taken.fits(false);
    default -> Taken.unfit("settings.value.flag", written);
  });

  /** A share, written 0.999 or 99.9 %. A bare number over 1 is refused: 95 could be meant either way. */
  public static final Kind<Double> SHARE = new Kind<>("0..1, 0%..100%", (written, base) -> {
    boolean percent = written.endsWith("%");
    String digits = percent ? written.substring(0, written.length() - 1).strip() : written;
    try {
      // In decimals: 99.9 / 100 is a little more than 0.999, and a month that just keeps it would miss it.
      double share = new BigDecimal(digits.replace(',', '.')).movePointLeft(percent ? 2 : 0).doubleValue();
      return 0 <= share && share <= 1 ? Taken.fits(share) : Taken.unfit("settings.value.share", written);
    } catch (NumberFormatException notDigits) {
      return Taken.unfit("settings.value.share", written);
    }
  });

  public static final Kind<Path> PATH = new Kind<>("path", Kinds::path);

  public static final Kind<Secret> SECRET = new Kind<>("env:NAME | file:PATH", (written, base) -> {
    if (written.startsWith("env:") && written.length() > 4) return Taken.fits(new Secret.FromEnvironment(written.substring(4)));
    if (written.startsWith("file:") && written.length() > 5)
      return switch (path(written.substring(5), base)) {
        case Taken.Fits<Path> p -> Taken.fits(new Secret.FromFile(p.value()));
        case Taken.Unfit<Path> bad -> new Taken.Unfit<>(bad.why());
      };
    // The value is not repeated: it may be the secret itself.
    return Taken.unfit("settings.value.secret");
  });

  /** {@code system}, {@code direct}, or the address of an HTTP proxy. */
  public static final Kind<ProxyRoute> PROXY = new Kind<>("system | direct | http:", (written, base) -> switch (written) {
    case "system" -> Taken.fits(ProxyRoute.SYSTEM);
    case "direct" -> Taken.fits(ProxyRoute.DIRECT);
    default -> switch (link("http").read(written, base)) {
      case Taken.Unfit<URI> bad -> new Taken.Unfit<>(bad.why());
      case Taken.Fits<URI>(URI at) when at.getRawUserInfo() != null -> Taken.unfit("settings.value.secret");
      case Taken.Fits<URI>(URI at) ->
          Taken.fits(new ProxyRoute.Explicit(at.getHost(), at.getPort() < 0 ? 80 : at.getPort(), Optional.empty()));
    };
  });

  /** Names of people or groups: with commas between them, or a list. */
  public static final Kind<List<String>> NAMES = new Kind<>("name, name", (written, base) -> {
    List<String> names = Arrays.stream(written.split(",", -1)).map(String::strip).toList();
    return names.stream().anyMatch(n -> n.isEmpty() || n.startsWith("@"))
        ? Taken.unfit("settings.value.names", written) : Taken.fits(names);
  }, true);

  private Kinds() {}

  private static Taken<Path> path(String written, Path base) {
    try {
      return written.isEmpty() ? Taken.unfit("settings.value.empty") : Taken.fits(base.resolve(written).normalize());
    } catch (InvalidPathException odd) {
      return Taken.unfit("settings.value.path", written);
    }
  }

  public static Kind<Integer> whole(int least, int most) {
    return new Kind<>(least + ".." + most, (written, base) -> {
      try {
        int n = Integer.parseInt(written);
        return least <= n && n <= most ? Taken.fits(n) : Taken.unfit("settings.value.range", written, least, most);
      } catch (NumberFormatException notWhole) {
        return Taken.unfit("settings.value.whole", written);
      }
    });
  }

  public static Kind<Double> decimal(double least, double most) {
    String from = plain(least);
    String to = plain(most);
    return new Kind<>(from + ".." + to, (written, base) -> {
      try {
        double n = Double.parseDouble(written.replace(',', '.'));
        return least <= n && n <= most ? Taken.fits(n) : Taken.unfit("settings.value.range", written, from, to);
      } catch (NumberFormatException notDecimal) {
        return Taken.unfit("settings.value.decimal", written);
      }
    });
  }

  /** 7 and not 7.0: nobody asks for tenths of an inch. */
  private static String plain(double n) {
    return BigDecimal.valueOf(n).stripTrailingZeros().toPlainString();
  }

  public static Kind<Duration> span(String least, String most) {
    Duration shortest = Spans.of(least).orElseThrow();
    Duration longest = Spans.of(most).orElseThrow();
    return new Kind<>(least + ".." + most, (written, base) -> Spans.of(written)
        .map(d -> d.compareTo(shortest) < 0 || d.compareTo(longest) > 0
            ? Taken.<Duration>unfit("settings.value.range", written, least, most)
            : Taken.fits(d))
        .orElseGet(() -> Taken.unfit("settings.value.span", written)));
  }

  public static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    String words = all.stream().map(Kinds::word).collect(Collectors.joining(" | "));
    return new Kind<>(words, (written, base) -> all.stream()
        .filter(e -> word(e).equals(written.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(Taken::fits)
        .orElseGet(() -> Taken.unfit("settings.value.choice", written, words)));
  }

  private static String word(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }

  /** An address whose scheme is one of {@code schemes}; file addresses may be relative to the file. */
  public static Kind<URI> link(String... schemes) {
    List<String> known = List.of(schemes);
    String range = known.stream().map(s -> s + ":").collect(Collectors.joining(" | "));
    return new Kind<>(range, (written, base) -> {
      try {
        URI link = new URI(written);
        String scheme = link.getScheme() == null ? "" : link.getScheme().toLowerCase(Locale.ROOT);
        if (!known.contains(scheme)) return Taken.unfit("settings.value.scheme", written, range);
        if (scheme.equals("file")) return fileLink(link, base);
        // A password in an address would be shown wherever the address is.
        if (link.getRawUserInfo() != null) return Taken.unfit("settings.value.secret");
        return link.getHost() == null ? Taken.unfit("settings.value.host", written) : Taken.fits(link);
      } catch (URISyntaxException e) {
        return Taken.unfit("settings.value.link", written);
      }
    });
  }

  private static Taken<URI> fileLink(URI link, Path base) {
    if (!link.isOpaque()) return Taken.fits(link);
    return switch (path(link.getSchemeSpecificPart(), base)) {
      case Taken.Fits<Path> p -> Taken.fits(p.value().toUri());
      case Taken.Unfit<Path> bad -> new Taken.Unfit<>(bad.why());
    };
  }
}

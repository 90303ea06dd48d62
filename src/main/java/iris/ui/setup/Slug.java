package iris.ui.setup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** The short name of a feed, made from its address. */
final class Slug {
  private static final String PLAIN = "feed";

  private Slug() {}

  /** @param taken names that are not free */
  static String of(String address, List<String> taken) {
    String base = base(address);
    String slug = base;
    for (int n = 2; taken.contains(slug); n++) slug = base + "-" + n;
    return slug;
  }

  /** The first part of the host that says something: siv of www.siv.example.org, the file's name of a file. */
  private static String base(String address) {
    try {
      URI uri = new URI(address.strip());
      String host = uri.getHost();
      if (host == null) return clean(String.valueOf(uri.getSchemeSpecificPart()).replaceAll("^.*/|\\.[^./]*$", ""));
      if (host.matches("[\\d.]+|\\[.*]")) return clean(host);
      return clean(host.toLowerCase(Locale.ROOT).replaceFirst("^(www|rss|feed|feeds|status)\\.(?=.*\\.)", "").replaceFirst("\\..*", ""));
    } catch (URISyntaxException beingTyped) {
      return PLAIN;
    }
  }

  private static String clean(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+|[-.]+$", "");
    return clean.isEmpty() ? PLAIN : clean.substring(0, Math.min(40, clean.length()));
  }
}

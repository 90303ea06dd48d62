package iris.app;

import iris.feed.Misconfigured;
import iris.feed.SourceConfig;
import iris.settings.ConfigFiles;
import iris.settings.Reading;
import iris.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A source named on the command line: an http, https or file address, a path, or the key of a configured feed. */
final class Sources {
  /** A sentence of ten thousand keys is none. */
  private static final int NAMED = 20;

  /** What the path of a file has, and a word that somebody means as a key has not. */
  private static final Pattern PATH = Pattern.compile("[/\\\\.]");

  private Sources() {}

  static SourceConfig of(String id, String written) throws Misuse {
    try {
      return SourceConfig.of(id, uri(written));
    } catch (Misconfigured e) {
      throw new Misuse(e.reason());
    }
  }

  /**
   * The same, or the key of a feed of the configuration: asked with the credentials, the authorities and the proxy that
   * stand there. What lies on the disk under that name goes before it. A word that is neither, and looks like a key, is
   * no path that is missing: what is wrong with the configuration is said, or which keys there are.
   */
  static SourceConfig of(String id, String written, ConfigFiles files) throws Misuse {
    if (written.contains(":") || onDisk(written)) return of(id, written);
    boolean key = files.asked() || !PATH.matcher(written).find();
    List<SourceConfig> feeds = switch (files.read()) {
      case Reading.Good(Settings settings) -> settings.feeds();
      case Reading.Bad bad when key -> throw new Misuse("app.usage.bad-config", files.file());
      case Reading.Bad bad -> List.of();
    };
    Optional<SourceConfig> named = feeds.stream().filter(feed -> feed.id().equals(written)).findFirst();
    if (named.isPresent()) return named.get();
    if (!key || feeds.isEmpty() && !Files.exists(files.file())) return of(id, written);
    if (feeds.isEmpty()) throw new Misuse("app.usage.no-feeds", written, files.file());
    String names = feeds.stream().map(SourceConfig::id).limit(NAMED).collect(Collectors.joining(", "));
    throw new Misuse("app.usage.no-feed", written, files.file(), feeds.size() > NAMED ? names + "\u00a0…" : names);
  }

  private static boolean onDisk(String written) {
    try {
      return written.isBlank() || Files.exists(Path.of(written));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static URI uri(String written) throws Misuse {
    String low = written.toLowerCase(Locale.ROOT);
    boolean address = low.startsWith("http:") || low.startsWith("https:") || low.startsWith("file:");
    try {
      if (address) return new URI(written);
      Path path = Path.of(written);
      // Another scheme is a mistake worth a sentence; a path that is not there is the reading's to say.
      if (low.matches("[a-z][a-z0-9+.-]+://.*") && !Files.exists(path)) throw new Misuse("app.usage.scheme", written);
      return path.toAbsolutePath().toUri();
    } catch (URISyntaxException | InvalidPathException e) {
      throw new Misuse("app.usage.source", written);
    }
  }
}

package iris.app;

import iris.feed.Misconfigured;
import iris.feed.SourceConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** A source named on the command line: an http, https or file address, or a path. */
final class Sources {
  private Sources() {}

  static SourceConfig of(String id, String written) throws Misuse {
    try {
      return SourceConfig.of(id, uri(written));
    } catch (Misconfigured e) {
      throw new Misuse(e.reason());
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

package iris.app.demo;

import iris.rss.profile.ProfileWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;

/** Editions to bytes, with the writer that real agents use; damaged ones as real networks damage them. */
final class Press {
  private static final byte[] LOGIN_PAGE = """
      <!DOCTYPE html>
      <html lang="fr"><head><title>Portail captif</title></head>
      <body><h1>Bienvenue sur le réseau</h1><form action="/login"><input name="user"><input name="code"></form></body>
      </html>
      """.getBytes(StandardCharsets.UTF_8);

  private final ProfileWriter writer = new ProfileWriter(ZoneId.of("Europe/Paris"));

  byte[] print(Edition edition) {
    return switch (edition.damage()) {
      case NONE -> whole(edition);
      case LOGIN_PAGE -> LOGIN_PAGE.clone();
      case CUT -> {
        byte[] whole = whole(edition);
        yield Arrays.copyOf(whole, whole.length * 2 / 3);
      }
    };
  }

  private byte[] whole(Edition edition) {
    return writer.write(edition.channel(), edition.services(), edition.items());
  }

  static String mediaType(Edition.Damage damage) {
    return damage == Edition.Damage.LOGIN_PAGE ? "text/html; charset=utf-8" : "application/rss+xml; charset=utf-8";
  }
}

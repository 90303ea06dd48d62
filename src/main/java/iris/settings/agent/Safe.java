package iris.settings.agent;

import iris.feed.Denied;
import iris.feed.Secret;
import iris.feed.Vault;
import iris.settings.Kind;
import iris.settings.Kinds;
import iris.settings.Taken;
import java.util.Map;

/** Secrets read where they are kept; a file that others can read too is refused. */
final class Safe {
  private final Vault vault;

  Safe(Map<String, String> environment) {
    vault = new Vault(environment);
  }

  /** {@code env:NAME} or {@code file:PATH}, to what stands there. */
  Kind<String> secret() {
    return new Kind<>(Kinds.SECRET.range(), (written, base) -> switch (Kinds.SECRET.read(written, base)) {
      case Taken.Fits<Secret>(Secret secret) -> open(secret);
      case Taken.Unfit<Secret>(var why) -> new Taken.Unfit<>(why);
    });
  }

  /** A text that may be a secret: one that names where it is kept is read there, another is as it is written. */
  Kind<String> textOrSecret() {
    return new Kind<>("text", (written, base) -> written.startsWith("env:") || written.startsWith("file:")
        ? secret().read(written, base)
        : Kinds.TEXT.read(written, base));
  }

  private Taken<String> open(Secret secret) {
    try {
      return Taken.fits(vault.open(secret));
    } catch (Denied e) {
      return new Taken.Unfit<>(e.reason());
    }
  }
}

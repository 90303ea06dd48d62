package iris.app;

import iris.fallback.Secrets;
import iris.fallback.Value;
import iris.feed.Denied;
import iris.feed.Secret;
import iris.feed.Tls;
import iris.feed.Vault;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The secrets of plans are kept where those of feeds are, and under the same rules. */
final class VaultSecrets implements Secrets {
  private final Vault vault;
  private final Tls tls;

  VaultSecrets(Map<String, String> environment, InstantSource clock) {
    vault = new Vault(environment);
    tls = new Tls(vault, clock);
  }

  @Override
  public SSLContext trusting(Path authority) throws Locked {
    try {
      return tls.context(Optional.of(authority), Optional.empty());
    } catch (Denied denied) {
      throw new Locked(denied.reason());
    }
  }

  @Override
  public String open(Value.Hidden hidden) throws Locked {
    try {
      return vault.open(Secret.at(hidden.place()));
    } catch (Denied denied) {
      throw new Locked(denied.reason());
    }
  }
}

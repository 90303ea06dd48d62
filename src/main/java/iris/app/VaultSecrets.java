package iris.app;

import iris.fallback.Secrets;
import iris.fallback.Value;
import iris.feed.Denied;
import iris.feed.Secret;
import iris.feed.Vault;
import java.nio.file.Path;
import java.util.Map;

/** The secrets of plans are kept where those of feeds are, and under the same rules. */
final class VaultSecrets implements Secrets {
  private final Vault vault;

  VaultSecrets(Map<String, String> environment) {
    vault = new Vault(environment);
  }

  @Override
  public String open(Value.Hidden hidden) throws Locked {
    String place = hidden.place();
    Secret secret = place.startsWith("file:") ? new Secret.FromFile(Path.of(place.substring("file:".length())))
        : new Secret.FromEnvironment(place.substring("env:".length()));
    try {
      return vault.open(secret);
    } catch (Denied denied) {
      throw new Locked(denied.reason());
    }
  }
}

package iris.app.relay;

import iris.feed.ClientCertificate;
import iris.feed.Denied;
import iris.feed.Secret;
import iris.feed.Tls;
import iris.feed.Vault;
import iris.relay.Ground;
import iris.relay.Value;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What this machine gives the couriers: secrets and certificates under the same rules as those of feeds. */
public final class MachineGround implements Ground {
  private final Path folder;
  private final InstantSource clock;
  private final Vault vault;
  private final Tls tls;

  /** @param folder where couriers may keep what must outlive the process */
  public MachineGround(Path folder, Map<String, String> environment, InstantSource clock) {
    this.folder = Objects.requireNonNull(folder);
    this.clock = Objects.requireNonNull(clock);
    vault = new Vault(environment);
    tls = new Tls(vault, clock);
  }

  @Override
  public String secret(Value.Secret secret) throws Locked {
    try {
      return vault.open(Secret.at(secret.place()));
    } catch (Denied denied) {
      throw new Locked(denied.reason());
    }
  }

  @Override
  public SSLContext trust(Optional<Path> authority, Optional<Path> identity, Optional<Path> key,
      Optional<Value.Secret> password) throws Locked {
    try {
      return tls.context(authority,
          identity.map(file -> new ClientCertificate(file, key, password.map(Value.Secret::place).map(Secret::at))));
    } catch (Denied denied) {
      throw new Locked(denied.reason());
    }
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public Path folder() {
    return folder;
  }
}

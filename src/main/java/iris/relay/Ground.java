package iris.relay;

import iris.signal.Reason;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What a courier needs of the machine. Secrets and certificates are read when needed, so that changed ones are taken up. */
public interface Ground {
  /** @throws Locked where it is not there, or not its owner's alone */
  String secret(Value.Secret secret) throws Locked;

  /**
   * Whom a target trusts, and who we are to it.
   *
   * @param authority PEM file of the authorities trusted instead of the machine's
   * @param identity our certificate: PKCS12, or PEM with the key in the same file or in {@code key}
   */
  SSLContext trust(Optional<Path> authority, Optional<Path> identity, Optional<Path> key, Optional<Value.Secret> password)
      throws Locked;

  /** The same, as the target is configured: without an authority the machine's, without a certificate nobody. */
  default SSLContext trust(Target target) throws Locked {
    return trust(target.file(Param.CA), target.file(Param.CERTIFICATE), target.file(Param.KEY),
        target.secret(Param.KEY_PASSWORD));
  }

  InstantSource clock();

  /** Where what must outlive the process is kept, such as the boots of SNMPv3. */
  Path folder();

  /** Why something that is needed cannot be had. */
  final class Locked extends Exception {
    private final transient Reason reason;

    public Locked(Reason reason) {
      super(reason.toString());
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }
}

package iris.fallback;

import iris.signal.Reason;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/** Opens what a plan needs where it is kept; each time anew, so that a changed one is taken up. */
@FunctionalInterface
public interface Secrets {
  String open(Value.Hidden hidden) throws Locked;

  /**
   * Trust in the authorities of a PEM file alone.
   *
   * @throws Locked where the file cannot be read or holds none, or this keeper knows of no files
   */
  default SSLContext trusting(Path authority) throws Locked {
    throw new Locked(Reason.of("fallback.http.no-authority", authority));
  }

  /** It is not there, or not its owner's alone. */
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

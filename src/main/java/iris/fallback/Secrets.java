package iris.fallback;

import iris.signal.Reason;

/** Opens secrets where they are kept; each time anew, so that a changed one is taken up. */
@FunctionalInterface
public interface Secrets {
  String open(Value.Hidden hidden) throws Locked;

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

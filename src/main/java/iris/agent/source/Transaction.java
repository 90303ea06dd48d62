package iris.agent.source;

import iris.signal.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as a line or an event tells it. Mutable with open fields, since one of them is filled anew 50,000
 * times a second and never leaves the thread that fills it.
 */
public final class Transaction {
  /** A time that was not told. */
  public static final long NO_TIME = -1;

  /** When it ended, milliseconds since 1970. */
  public long at;

  /** HTTP status, 0 to 999. */
  public int status;

  /** Whole time in milliseconds, or {@link #NO_TIME}. */
  public long whole;

  /** The external party's share in milliseconds, or {@link #NO_TIME}. */
  public long external;

  /** What the external party answered, an HTTP status; 0 where it is not told. */
  public int externalStatus;

  /** Whose fault a failure is by the words of the line itself; null where it does not say. */
  public @Nullable Origin origin;

  /** Id of the external party, where the transaction names another than the configured one; else null. */
  public @Nullable String party;

  public Transaction clear() {
    at = 0;
    status = 0;
    whole = NO_TIME;
    external = NO_TIME;
    externalStatus = 0;
    origin = null;
    party = null;
    return this;
  }
}

package iris.rss.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The attributes of one element, whoever parsed it; values without the spaces around them. */
interface Attributes {
  /** What {@link #number} answers where the value is no whole number from 0 to 18 digits. */
  long NONE = Long.MIN_VALUE;

  int count();

  /** Local name; empty for an attribute of a foreign namespace, which is ignored. */
  String name(int i);

  String value(int i);

  long number(int i);

  /** Null where the value is no instant with a zone. */
  @Nullable Instant instant(int i);
}

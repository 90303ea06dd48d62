package iris.history.month;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict.Fault;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What made alarms stand, by what it was called.
 *
 * @param fault whose it was by the last verdict; empty: nobody was blamed
 * @param words the kind of sentence that announced it, without what changes from one ticket to the next; empty: nobody
 *     announced it, figures alone say it
 * @param lost time within the span that it stood, {@code count} how often
 */
public record Cause(AlarmKey.Kind kind, Optional<Fault> fault, String words, Duration lost, int count) {
  public Cause {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(fault);
    Objects.requireNonNull(words);
    if (lost.isNegative() || count < 1) throw new IllegalArgumentException(lost + ", " + count);
  }

  /** Another time of the same. */
  Cause plus(Cause o) {
    return new Cause(kind, fault, words, lost.plus(o.lost), count + o.count);
  }
}

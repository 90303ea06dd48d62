package iris.notify.sound;

import iris.signal.Reason;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One way to make a sound on this machine. Called on the loudspeaker's thread only. */
interface Voice {
  String name();

  /** Whether it could sound now, found out without a sound and within a second or two. */
  boolean ready();

  /**
   * Sounds until the end, or until {@code stop}.
   *
   * @param pcm as {@link Synth#pcm} makes it
   * @return empty when it sounded, else why not
   */
  Optional<Reason> play(byte[] pcm, BooleanSupplier stop);
}

package iris.notify.sound;

import iris.signal.Reason;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** javax.sound: every platform, no process. */
final class JavaVoice implements Voice {
  private static final AudioFormat FORMAT = new AudioFormat(Synth.RATE, 16, 1, true, false);
  private static final DataLine.Info LINE = new DataLine.Info(SourceDataLine.class, FORMAT);
  /** A tenth of a second: so fast a hush is heard. */
  private static final int CHUNK = Synth.RATE / 10 * 2;

  @Override
  public String name() {
    return "javax.sound";
  }

  /** The list of mixers is read anew at each call, so a device that comes back is seen. */
  @Override
  public boolean ready() {
    try {
      return Arrays.stream(AudioSystem.getMixerInfo()).anyMatch(m -> AudioSystem.getMixer(m).isLineSupported(LINE));
    } catch (RuntimeException | LinkageError broken) {
      // A device that goes between the list and the look throws IllegalArgumentException; a runtime without
      // libasound throws UnsatisfiedLinkError. Both mean: not ready.
      return false;
    }
  }

  @Override
  public Optional<Reason> play(byte[] pcm, BooleanSupplier stop) {
    try (SourceDataLine line = (SourceDataLine) AudioSystem.getLine(LINE)) {
      line.open(FORMAT, CHUNK * 2);
      line.start();
      for (int at = 0; at < pcm.length && !stop.getAsBoolean(); ) {
        int wanted = Math.min(CHUNK, pcm.length - at);
        int written = line.write(pcm, at, wanted);
        if (written < wanted) return Optional.of(Reason.of("notify.sound.failed", name(), "write " + written));
        at += written;
      }
      if (stop.getAsBoolean()) line.flush();
      else line.drain();
      return Optional.empty();
    } catch (LineUnavailableException | RuntimeException | LinkageError e) {
      return Optional.of(Reason.of("notify.sound.failed", name(), String.valueOf(e.getMessage())));
    }
  }
}

package iris.notify.sound;

import iris.notify.Pattern;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes the patterns: a pure function, 44.1 kHz, 16 bits, one channel, little endian. */
public final class Synth {
  public static final int RATE = 44_100;
  /** Four harmonics over the fundamental: a pure sine hides in a room, and cannot be located by ear. */
  private static final double[] HARMONICS = {1, 0.5, 0.34, 0.2, 0.12};
  private static final double LOUDEST = 0.9;
  /** Without a fade a note begins and ends in a click. */
  private static final int FADE_MILLIS = 12;

  private Synth() {}

  /**
   * @param volume 0 to 1
   * @return samples in -1..1, silence at both ends
   */
  public static float[] samples(Pattern pattern, double volume) {
    List<Pulse> pulses = Pulse.of(pattern);
    float[] all = new float[pulses.stream().mapToInt(p -> count(p.millis()) + count(p.rest())).sum()];
    int at = 0;
    for (Pulse pulse : pulses) {
      note(pulse, volume, all, at);
      at += count(pulse.millis()) + count(pulse.rest());
    }
    return all;
  }

  private static void note(Pulse pulse, double volume, float[] into, int from) {
    int length = count(pulse.millis());
    int fade = count(FADE_MILLIS);
    double sum = 0;
    for (double h : HARMONICS) sum += h;
    for (int i = 0; i < length; i++) {
      double wave = 0;
      for (int h = 0; h < HARMONICS.length; h++)
        wave += HARMONICS[h] * Math.sin(2 * Math.PI * pulse.hertz() * (h + 1) * i / RATE);
      double edge = Math.min(1, Math.min(i, length - 1 - i) / (double) fade);
      double shape = (1 - Math.cos(Math.PI * edge)) / 2 * (pulse.bell() ? Math.exp(-5.0 * i / length) : 1);
      into[from + i] = (float) (wave / sum * LOUDEST * volume * shape);
    }
  }

  /** The pattern as 16-bit samples. */
  public static byte[] pcm(Pattern pattern, double volume) {
    float[] samples = samples(pattern, volume);
    ByteBuffer out = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (float s : samples) out.putShort((short) Math.round(s * Short.MAX_VALUE));
    return out.array();
  }

  /** The same with the 44 bytes of a WAV header before it, for players of the system. */
  public static byte[] wav(byte[] pcm) {
    ByteBuffer out = ByteBuffer.allocate(44 + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(36 + pcm.length).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
    return out.put(ascii("data")).putInt(pcm.length).put(pcm).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static int count(int millis) {
    return RATE * millis / 1000;
  }
}

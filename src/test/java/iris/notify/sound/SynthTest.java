package iris.notify.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.notify.Pattern;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynthTest {
  /** Strength of one frequency between two moments (Goertzel). */
  private static double strength(float[] s, double hertz, int fromMillis, int toMillis) {
    double w = 2 * Math.PI * hertz / Synth.RATE;
    double re = 0;
    double im = 0;
    int from = Synth.RATE * fromMillis / 1000;
    int to = Synth.RATE * toMillis / 1000;
    for (int i = from; i < to; i++) {
      re += s[i] * Math.cos(w * i);
      im += s[i] * Math.sin(w * i);
    }
    return Math.hypot(re, im) / (to - from);
  }

  @ParameterizedTest
  @EnumSource
  void aPatternNeitherClipsNorClicks(Pattern pattern) {
    float[] s = Synth.samples(pattern, 1);
    float loudest = 0;
    float jump = 0;
    for (int i = 0; i < s.length; i++) {
      loudest = Math.max(loudest, Math.abs(s[i]));
      if (i > 0) jump = Math.max(jump, Math.abs(s[i] - s[i - 1]));
    }
    assertTrue(loudest > 0.5 && loudest <= 0.9, "loudest " + loudest);
    assertTrue(jump < 0.35, "no step between two samples: " + jump);
    assertEquals(0, s[0], 1e-6);
    assertEquals(0, s[s.length - 1], 1e-3);
  }

  @ParameterizedTest
  @EnumSource
  void aPatternLastsUnderThreeSecondsAndFitsItsInterval(Pattern pattern) {
    double seconds = Synth.samples(pattern, 1).length / (double) Synth.RATE;
    assertTrue(seconds > 0.3 && seconds < 3, seconds + " s");
    pattern.every().ifPresent(every -> assertTrue(seconds * 4 < every.toSeconds(), "pauses to think in"));
  }

  @Test
  void theFourAreDifferentInLength() {
    Set<Integer> lengths = new HashSet<>();
    for (Pattern p : Pattern.values()) lengths.add(Synth.samples(p, 1).length);
    assertEquals(4, lengths.size());
  }

  @Test
  void theRecoveryRisesAndP2Falls() {
    float[] up = Synth.samples(Pattern.RECOVERY, 1);
    assertTrue(strength(up, 392, 0, 110) > 5 * strength(up, 392, 270, 400));
    assertTrue(strength(up, 784, 270, 400) > 0.02);
    float[] p2 = Synth.samples(Pattern.P2, 1);
    assertTrue(strength(p2, 659.3, 0, 200) > 5 * strength(p2, 440, 0, 200));
    assertTrue(strength(p2, 440, 770, 1000) > 5 * strength(p2, 659.3, 770, 1000));
  }

  @Test
  void everyAlarmHasFourHarmonicsToBeFoundBy() {
    float[] p1 = Synth.samples(Pattern.P1, 1);
    for (int h = 1; h <= 5; h++) assertTrue(strength(p1, 784 * h, 10, 120) > 0.01, "harmonic " + h);
  }

  @Test
  void theVolumeScalesAndZeroIsSilence() {
    assertArrayEquals(new byte[Synth.pcm(Pattern.P1, 0).length], Synth.pcm(Pattern.P1, 0));
    float full = max(Synth.samples(Pattern.P2, 1));
    assertEquals(full / 2, max(Synth.samples(Pattern.P2, 0.5)), 1e-4);
  }

  private static float max(float[] s) {
    float max = 0;
    for (float x : s) max = Math.max(max, Math.abs(x));
    return max;
  }

  @Test
  void theWavIsOne() throws Exception {
    byte[] pcm = Synth.pcm(Pattern.CHIME, 0.8);
    AudioFileFormat file = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(Synth.wav(pcm)));
    assertEquals(AudioFileFormat.Type.WAVE, file.getType());
    assertEquals(pcm.length / 2, file.getFrameLength());
    assertEquals(Synth.RATE, file.getFormat().getSampleRate());
  }
}

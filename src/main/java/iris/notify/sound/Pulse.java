package iris.notify.sound;

import iris.notify.Pattern;
import java.util.List;

/**
 * One note of a pattern.
 *
 * @param hertz its fundamental, 150 to 1,000: the range that IEC 60601-1-8 gives alarms, since it is found by ear and
 *     still heard by elder people
 * @param millis how long it sounds; {@code rest} silence after it
 * @param bell it fades away like a struck bell, else it stands like a blown note
 */
record Pulse(double hertz, int millis, int rest, boolean bell) {

  /**
   * The melodies. Told apart by rhythm first, since rhythm survives a bad loudspeaker: P1 is 3 + 2 quick notes, twice;
   * P2 three slower ones that fall; a chime is one bell; the recovery is short and the only one that rises.
   */
  static List<Pulse> of(Pattern pattern) {
    return switch (pattern) {
      case P1 -> List.of(
          new Pulse(784, 130, 80, false), new Pulse(784, 130, 80, false), new Pulse(988, 130, 260, false),
          new Pulse(784, 130, 80, false), new Pulse(988, 130, 500, false),
          new Pulse(784, 130, 80, false), new Pulse(784, 130, 80, false), new Pulse(988, 130, 260, false),
          new Pulse(784, 130, 80, false), new Pulse(988, 130, 0, false));
      case P2 -> List.of(
          new Pulse(659.3, 200, 180, false), new Pulse(523.3, 200, 180, false), new Pulse(440, 260, 0, false));
      case CHIME -> List.of(new Pulse(587.3, 700, 0, true));
      case RECOVERY -> List.of(
          new Pulse(392, 110, 15, false), new Pulse(523.3, 110, 15, false), new Pulse(784, 260, 0, true));
    };
  }
}

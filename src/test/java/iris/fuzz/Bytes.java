package iris.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Damage that knows nothing of what the bytes mean. */
final class Bytes {
  private static final byte[] TELLING = "<>&\"'/=;:[]{}!-#*|%@, \n\t\r\0".getBytes(StandardCharsets.UTF_8);

  private Bytes() {}

  /** Some damage, or some more. @param others where pieces may come from */
  static byte[] damage(byte[] whole, Dice dice, List<byte[]> others) {
    byte[] bytes = whole.clone();
    for (int times = 1 + dice.mostlySmall(12); times > 0; times--) bytes = once(bytes, dice, others);
    return bytes;
  }

  private static byte[] once(byte[] bytes, Dice dice, List<byte[]> others) {
    if (bytes.length == 0) return new byte[] {dice.octet()};
    int at = dice.below(bytes.length);
    return switch (dice.below(9)) {
      case 0 -> set(bytes, at, dice.octet());
      case 1 -> set(bytes, at, TELLING[dice.below(TELLING.length)]);
      case 2 -> set(bytes, at, (byte) (bytes[at] ^ 1 << dice.below(8)));
      case 3 -> Arrays.copyOf(bytes, at);
      case 4 -> splice(bytes, at, at + dice.mostlySmall(bytes.length - at), new byte[0]);
      case 5 -> splice(bytes, at, at, new byte[] {TELLING[dice.below(TELLING.length)]});
      case 6 -> splice(bytes, at, at, noise(dice));
      case 7 -> splice(bytes, at, at, piece(bytes, dice));
      default -> splice(bytes, at, Math.min(bytes.length, at + dice.mostlySmall(200)), piece(dice.pick(others), dice));
    };
  }

  private static byte[] set(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  private static byte[] noise(Dice dice) {
    byte[] noise = new byte[1 + dice.mostlySmall(64)];
    for (int i = 0; i < noise.length; i++) noise[i] = dice.octet();
    return noise;
  }

  private static byte[] piece(byte[] of, Dice dice) {
    int from = dice.below(of.length);
    return Arrays.copyOfRange(of, from, Math.min(of.length, from + 1 + dice.mostlySmall(2_000)));
  }

  /** The bytes with {@code in} in the place of what stands from {@code from} to {@code to}. */
  static byte[] splice(byte[] bytes, int from, int to, byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + in.length);
    out.write(bytes, 0, from);
    out.write(in, 0, in.length);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}

package iris.notify.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Shown;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {
  private final Pictures pictures =
      new Pictures(size -> PicturesTest.class.getResourceAsStream("/iris/app/icons/iris-" + size + ".png"));

  private static int argb(Pixmap picture, int x, int y) {
    int at = (y * picture.width + x) * 4;
    byte[] b = picture.argb;
    return (b[at] & 255) << 24 | (b[at + 1] & 255) << 16 | (b[at + 2] & 255) << 8 | b[at + 3] & 255;
  }

  private static boolean green(int argb) {
    int green = argb >> 8 & 255;
    return green > (argb >> 16 & 255) + 40 && green > (argb & 255) + 40;
  }

  @Test
  void eachShapeIsToldFromEachOtherAtSixteenPixels() {
    Set<String> seen = new HashSet<>();
    for (Shown state : Shown.values()) seen.add(Arrays.toString(pictures.of(state, false).getFirst().argb));
    // Lost and unknown are one shape, as on the wall; the tooltip tells them apart.
    assertEquals(Shown.values().length - 1, seen.size());
  }

  @Test
  void whatWantsSomebodyLooksOtherThanWhatIsTaken() {
    for (Shown state : Shown.values()) {
      byte[] quiet = pictures.of(state, false).get(1).argb;
      assertFalse(Arrays.equals(quiet, pictures.of(state, true).get(1).argb), state.name());
    }
  }

  @Test
  void theMarkHasTheColourOfTheWallAndNothingIsGreen() {
    for (Shown state : Shown.values()) {
      for (Pixmap picture : pictures.of(state, true)) {
        boolean inked = false;
        for (int y = 0; y < picture.height; y++) {
          for (int x = 0; x < picture.width; x++) {
            assertFalse(green(argb(picture, x, y)), state + " at " + x + "," + y);
            inked |= argb(picture, x, y) == Pictures.ink(state);
          }
        }
        assertTrue(inked, state + " in " + picture.width);
      }
    }
  }

  /** For a person to look at: all states on a dark panel and a light one, quiet and wanted. */
  @Test
  void aSheetOfAllMarksIsLeftForTheEye() throws IOException {
    BufferedImage sheet = new BufferedImage(8 * 70, 4 * 70 + 2 * 2 * 28, BufferedImage.TYPE_INT_RGB);
    int top = 0;
    for (int ground : List.of(0x303030, 0xE8E8E8)) {
      for (boolean wanted : List.of(false, true)) {
        for (int size : List.of(4, 1)) {
          int high = size == 4 ? 70 : 28;
          for (int y = top; y < top + high; y++) for (int x = 0; x < sheet.getWidth(); x++) sheet.setRGB(x, y, ground);
          for (Shown state : Shown.values())
            paint(sheet, pictures.of(state, wanted).get(size), 3 + state.ordinal() * 70, top + 2);
          top += high;
        }
      }
    }
    Path file = Files.createDirectories(Path.of("target", "pictures")).resolve("tray-marks.png");
    assertTrue(ImageIO.write(sheet, "png", file.toFile()));
  }

  private static void paint(BufferedImage sheet, Pixmap picture, int left, int top) {
    for (int y = 0; y < picture.height; y++) {
      for (int x = 0; x < picture.width; x++) {
        int over = argb(picture, x, y);
        int under = sheet.getRGB(left + x, top + y);
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          int a = over >>> 24;
          mixed |= ((over >> shift & 255) * a + (under >> shift & 255) * (255 - a)) / 255 << shift;
        }
        sheet.setRGB(left + x, top + y, mixed);
      }
    }
  }
}

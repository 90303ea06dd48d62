package iris.ui.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  @TempDir
  Path folder;

  @Test
  void whatIsWrittenIsReadBackPixelByPixel() throws Exception {
    int[] argb = new int[37 * 11];
    for (int i = 0; i < argb.length; i++) argb[i] = 0xff000000 | i * 40_503;
    Path file = folder.resolve("wall.png");
    new Picture(37, 11, argb).write(file);
    int[] read = new int[argb.length];
    Image image = new Image(file.toUri().toString());
    image.getPixelReader().getPixels(0, 0, 37, 11, PixelFormat.getIntArgbInstance(), read, 0, 37);
    assertArrayEquals(argb, read);
  }

  @Test
  void aPictureTakesThePlaceOfTheOneBeforeAndLeavesNothingBesideIt() throws Exception {
    Path file = folder.resolve("wall.png");
    new Picture(1, 1, new int[] {0xff102030}).write(file);
    new Picture(2, 1, new int[] {0xff102030, 0xff405060}).write(file);
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
    assertEquals(2, new Image(file.toUri().toString()).getWidth());
  }

  /** Who may do all once lost the machine's /dev/null to a picture of the wall. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "named pipes are made by mkfifo")
  void aPipeIsWrittenToAndStaysOne() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> {
      try {
        read.complete(Files.readAllBytes(pipe));
      } catch (IOException e) {
        read.completeExceptionally(e);
      }
    });
    Picture picture = new Picture(1, 1, new int[] {0xff102030});
    picture.write(pipe);
    assertArrayEquals(picture.png(), read.get(60, TimeUnit.SECONDS));
    assertFalse(Files.isRegularFile(pipe));
  }

  @Test
  void whatFailsOnTheScreenThreadIsToldToWhoAsked() {
    var told = assertThrows(ExecutionException.class, () -> OffScreen.call(() -> {
      throw new IllegalStateException("no such view");
    }));
    assertEquals("no such view", told.getCause().getMessage());
  }
}

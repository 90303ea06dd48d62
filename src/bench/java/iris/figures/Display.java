package iris.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A virtual screen with a window manager, whose pixels lie in a file: what is on it is seen from outside, whoever
 * painted it, and looking costs nearly nothing.
 */
final class Display implements AutoCloseable {
  static final int WIDTH = 1600;
  static final int HEIGHT = 900;
  /** Colour of a tile in the dark palette; the bare window and the page have it too. */
  static final int TILE = 0x2E3338;
  private static final int COLUMNS = 80;
  private static final int ROWS = 45;
  /** A tenth of the screen is in that colour: no icon, no cursor, no half a frame. */
  private static final double PLENTY = 0.1;

  private final Process server;
  private final Process manager;
  private final Path folder;
  private final String name;
  private final MappedByteBuffer pixels;
  private final int data;
  private final int line;

  Display() throws IOException {
    folder = Files.createTempDirectory("iris-screen");
    server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", WIDTH + "x" + HEIGHT + "x24", "-nolisten", "tcp",
        "-fbdir", folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said = server.inputReader();
    String number = said.readLine();
    if (number == null) throw new IOException("Xvfb does not start");
    name = ":" + number.strip();
    try (FileChannel file = FileChannel.open(folder.resolve("Xvfb_screen0"))) {
      pixels = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
    }
    // The head of an X window dump: 32-bit numbers, most significant byte first; colours of 12 bytes before the pixels.
    data = pixels.getInt(0) + 12 * pixels.getInt(19 * 4);
    line = pixels.getInt(12 * 4);
    ByteOrder order = pixels.getInt(7 * 4) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    pixels.order(order);
    manager = start(List.of("openbox"));
  }

  String name() {
    return name;
  }

  /** Something else on this screen. */
  Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DISPLAY", name);
    return builder.start();
  }

  /** A good part of the screen has the colour of tiles. */
  boolean tiled() {
    int seen = 0;
    for (int row = 0; row < ROWS; row++) {
      int y = (2 * row + 1) * HEIGHT / (2 * ROWS);
      for (int column = 0; column < COLUMNS; column++) {
        int x = (2 * column + 1) * WIDTH / (2 * COLUMNS);
        if ((pixels.getInt(data + y * line + 4 * x) & 0xFFFFFF) == TILE) seen++;
      }
    }
    return seen >= PLENTY * ROWS * COLUMNS;
  }

  @Override
  public void close() throws IOException {
    manager.destroy();
    server.destroy();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}

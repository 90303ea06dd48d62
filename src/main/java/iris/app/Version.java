package iris.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote. */
final class Version {
  static final String NUMBER = read();

  private Version() {}

  private static String read() {
    Properties file = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in == null) throw new IllegalStateException("the program is damaged: no version.properties");
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.getProperty("version");
  }
}

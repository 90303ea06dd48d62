package iris.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where SQLite's own library lies. Left to itself its driver unpacks it into the folder of temporary files at each start,
 * after a look at all that lies there; the image has it unpacked, beside the libraries of its runtime.
 */
final class SqliteLibrary {
  /** What the driver asks for its library's folder, and for the one that it would tidy and unpack into. */
  static final String FOLDER = "org.sqlite.lib.path";
  static final String UNPACKED = "org.sqlite.tmpdir";

  private SqliteLibrary() {}

  /** Before the driver is first used; whoever has set either of the two is left alone. */
  static void find() {
    if (System.getProperty(FOLDER) != null || System.getProperty(UNPACKED) != null) return;
    Path home = Path.of(System.getProperty("java.home"));
    String name = System.mapLibraryName("sqlitejdbc");
    for (Path folder : List.of(home.resolve("lib"), home.resolve("bin"))) {
      if (!Files.exists(folder.resolve(name))) continue;
      System.setProperty(FOLDER, folder.toString());
      System.setProperty(UNPACKED, folder.toString());
      return;
    }
  }
}

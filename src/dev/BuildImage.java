import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes target/iris: a linked runtime, the jars, the launchers and a start cache trained by a rehearsal. Maven runs it
 * in the phase {@code package} with the JDK of the toolchain, whose jlink it uses. What did not change is not made
 * again.
 *
 * <p>Arguments: directory of the image, jlink.properties, directory of the JavaFX modules, our jar, the time of the release
 * (ISO 8601), the class path.
 */
final class BuildImage {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  private final Path image;
  private final Path modules;
  private final Properties plan = new Properties();
  private final List<Path> jars = new ArrayList<>();
  private final FileTime time;

  private BuildImage(Path image, Path plan, Path modules, Path own, Instant time, String classPath) throws IOException {
    this.image = image;
    this.modules = modules;
    this.time = FileTime.from(time);
    try (var in = Files.newBufferedReader(plan)) {
      this.plan.load(in);
    }
    jars.add(own);
    // JavaFX is linked into the runtime, and our classes come as a jar.
    for (String entry : classPath.split(File.pathSeparator))
      if (Files.isRegularFile(Path.of(entry)) && !Path.of(entry).getFileName().toString().startsWith("javafx-"))
        jars.add(Path.of(entry));
  }

  public static void main(String[] args) throws Exception {
    BuildImage build = new BuildImage(
        Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), Instant.parse(args[4]), args[5]);
    boolean runtime = build.once("runtime", build.runtimeKey(), build::link);
    build.copyJars();
    build.sqlite();
    // For desktop notifications, which want a file.
    Files.copy(Path.of("icons/iris-48.png"), build.image.resolve("lib/iris.png"), StandardCopyOption.REPLACE_EXISTING);
    build.launchers();
    if (System.getProperty("os.name").equals("Linux")) build.menu();
    build.once("cache", build.cacheKey() + runtime, build::train);
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Runs a step unless its key is the one it ran with last time. */
  private boolean once(String step, String key, Step work) throws Exception {
    Path mark = image.resolveSibling("image-" + step + ".key");
    if (Files.exists(mark) && Files.readString(mark).equals(key) && Files.exists(image.resolve("runtime"))) return false;
    Files.deleteIfExists(mark);
    work.run();
    Files.writeString(mark, key);
    return true;
  }

  private String runtimeKey() throws IOException {
    return plan + System.getProperty("java.home") + System.getProperty("java.vm.version") + look(modules);
  }

  /** By their bytes: they all bear one time. */
  private String cacheKey() throws Exception {
    MessageDigest all = MessageDigest.getInstance("SHA-256");
    for (Path jar : jars) all.update(Files.readAllBytes(image.resolve("lib").resolve(name(jar))));
    return runtimeKey() + time + HexFormat.of().formatHex(all.digest());
  }

  private static String look(Path dir) throws IOException {
    try (Stream<Path> all = Files.list(dir)) {
      List<String> looks = new ArrayList<>();
      for (Path p : all.filter(p -> p.toString().endsWith(".jar")).sorted().toList())
        looks.add(p.getFileName() + " " + Files.size(p) + " " + Files.getLastModifiedTime(p).toMillis());
      return looks.toString();
    }
  }

  private void link() throws Exception {
    delete(image.resolve("runtime"));
    List<String> args = new ArrayList<>(List.of(
        "--module-path", modules.toString(),
        "--add-modules", plan.getProperty("modules"),
        "--include-locales", plan.getProperty("locales"),
        "--compress", plan.getProperty("compress"),
        "--vm", plan.getProperty("vm"),
        "--strip-debug", "--no-header-files", "--no-man-pages",
        "--output", image.resolve("runtime").toString()));
    if (plan.getProperty("archive").equals("yes")) args.add("--generate-cds-archive");
    Files.createDirectories(image);
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow(() -> new IllegalStateException("a JRE, not a JDK"));
    if (jlink.run(System.out, System.err, args.toArray(String[]::new)) != 0)
      throw new IllegalStateException("jlink failed: " + args);
    natives();
  }

  /** JavaFX looks for its libraries beside the runtime's own; else it would unpack them into the user's home. */
  private void natives() throws IOException {
    Path lib = image.resolve("runtime").resolve(WINDOWS ? "bin" : "lib");
    try (Stream<Path> all = Files.list(modules)) {
      for (Path jar : all.filter(p -> p.toString().endsWith(".jar")).toList())
        try (FileSystem zip = FileSystems.newFileSystem(jar); Stream<Path> inside = Files.list(zip.getPath("/"))) {
          for (Path p : inside.filter(p -> p.toString().matches(".*\\.(so|dll|dylib)")).toList())
            Files.copy(p, lib.resolve(p.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
  }

  /** The same of SQLite's library (iris.store.SqliteLibrary), whose jar has those of all systems; as its driver names them. */
  private void sqlite() throws IOException {
    String system = System.getProperty("os.name");
    String os = WINDOWS ? "Windows" : system.startsWith("Mac") ? "Mac" : system;
    String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
    String library = System.mapLibraryName("sqlitejdbc");
    for (Path jar : jars) {
      if (!name(jar).startsWith("sqlite-jdbc-")) continue;
      try (FileSystem zip = FileSystems.newFileSystem(jar)) {
        Path inside = zip.getPath("org/sqlite/native", os, arch, library);
        // Without it the driver unpacks its own, only slower.
        if (Files.exists(inside))
          Files.copy(inside, image.resolve("runtime").resolve(WINDOWS ? "bin" : "lib").resolve(library),
              StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void copyJars() throws IOException {
    Path lib = Files.createDirectories(image.resolve("lib"));
    List<String> names = jars.stream().map(BuildImage::name).toList();
    try (Stream<Path> there = Files.list(lib)) {
      for (Path p : there.filter(p -> p.toString().endsWith(".jar") && !names.contains(name(p))).toList()) Files.delete(p);
    }
    for (Path jar : jars) {
      Path to = lib.resolve(name(jar));
      boolean same = Files.exists(to) && Files.mismatch(jar, to) < 0;
      if (!same) Files.copy(jar, to, StandardCopyOption.REPLACE_EXISTING);
      // Packages date everything alike, and Java refuses a start cache whose jars bear another time than in the rehearsal.
      Files.setLastModifiedTime(to, time);
    }
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }

  private void launchers() throws IOException {
    Path bin = Files.createDirectories(image.resolve("bin"));
    String sh = Files.readString(Path.of("src/dev/launcher.sh"))
        .replace("@OPTIONS@", plan.getProperty("options"))
        .replace("@CLASSPATH@", classPath("$home/lib/", ":"));
    Path unix = bin.resolve("iris");
    Files.writeString(unix, sh);
    if (!unix.toFile().setExecutable(true, false)) throw new IOException("cannot make " + unix + " executable");
    String bat = Files.readString(Path.of("src/dev/launcher.bat"))
        .replace("@OPTIONS@", plan.getProperty("options"))
        .replace("@CLASSPATH@", classPath("%home%\\lib\\", ";"));
    Files.writeString(bin.resolve("iris.bat"), bat.replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.US_ASCII);
  }

  /** The entry and its icons in the places where a package for Linux wants them. */
  private void menu() throws IOException {
    Path share = image.resolve("share");
    delete(share);
    copy(Path.of("installer/linux/iris.desktop"), share.resolve("applications/iris.desktop"));
    try (Stream<Path> icons = Files.list(Path.of("icons"))) {
      for (Path icon : icons.toList()) {
        String name = name(icon);
        if (name.equals("iris.svg")) copy(icon, share.resolve("icons/hicolor/scalable/apps/iris.svg"));
        if (!name.matches("iris-\\d+\\.png")) continue;
        String size = name.replaceAll("\\D", "");
        copy(icon, share.resolve("icons/hicolor/" + size + "x" + size + "/apps/iris.png"));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private String classPath(String dir, String separator) {
    return jars.stream().map(jar -> dir + name(jar)).collect(Collectors.joining(separator));
  }

  /**
   * The rehearsals start what a user waits for and end; the machine writes what it loaded into the caches. The image works
   * without them, only slower. The second is for who wants no window: it maps a third of the first.
   */
  private void train() throws Exception {
    String feed = image.resolveSibling("rehearsal.xml").toAbsolutePath().toString();
    train("iris.aot", "iris.app.Rehearsal", feed);
    train("check.aot", "iris.app.CheckRehearsal", feed);
  }

  private void train(String name, String main, String feed) throws Exception {
    Path cache = image.resolve("lib").resolve(name);
    Files.deleteIfExists(cache);
    Path lib = image.resolve("lib").toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(image.resolve("runtime").resolve("bin").resolve(WINDOWS ? "java.exe" : "java").toAbsolutePath().toString());
    command.addAll(List.of(plan.getProperty("options").split("\\s+")));
    command.add("-XX:AOTCacheOutput=" + cache.toAbsolutePath());
    command.addAll(List.of("-cp", classPath(lib + File.separator, File.pathSeparator), main, feed));
    Path log = image.resolveSibling(main.substring(main.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) + ".log");
    ProcessBuilder rehearsal = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // Not the home of whoever builds: his configuration is none of the build's business.
    rehearsal.environment().put("IRIS_HOME", image.resolveSibling("rehearsal-home").toAbsolutePath().toString());
    Process run = rehearsal.start();
    if (!run.waitFor(8, TimeUnit.MINUTES)) run.destroyForcibly();
    if (run.waitFor() != 0) throw new IllegalStateException("the rehearsal failed: " + Files.readString(log));
    if (!Files.exists(cache)) System.err.println("no start cache was made; the image starts slower. See " + log);
  }

  private static void delete(Path dir) throws IOException {
    if (!Files.exists(dir)) return;
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
    }
  }
}

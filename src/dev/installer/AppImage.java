package installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An image with launchers of jpackage, where a program must be one file that the system knows: Windows and macOS. Our
 * runtime, jars and options; the start cache is made anew, since its class path is another.
 *
 * @param app the folder of the jars and of the launchers' .cfg
 */
record AppImage(Path root, Path app, Path runtime) {
  static AppImage make(Release release, String version, Path image, Path work, Path args, Shell shell) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "jpackage");
    Path jars = Files.createDirectories(work.resolve("jars"));
    for (Path jar : jars(image.resolve("lib"))) Files.copy(jar, jars.resolve(jar.getFileName()));
    Path made = Files.createDirectories(work.resolve("app"));
    Path options = work.resolve("launch.args");
    Files.writeString(options, options().stream().map(o -> "--java-options \"" + o + "\"\n").collect(Collectors.joining()));
    shell.must(Shell.line(java, "@" + args, "@" + options, "--app-version", version, "--runtime-image", image.resolve("runtime"),
        "--input", jars, "--main-jar", "iris-" + release.version() + ".jar", "--app-content", image.resolve("share"), "--dest", made));
    try (Stream<Path> all = Files.walk(made)) {
      Path cfg = all.filter(p -> p.endsWith("IRIS.cfg")).findFirst()
          .orElseThrow(() -> new IllegalStateException("jpackage made no launcher"));
      Path app = cfg.getParent();
      Path runtime = Stream.of("../runtime", "../../runtime", "../runtime/Contents/Home").map(app::resolve).map(Path::normalize)
          .filter(r -> Files.exists(r.resolve("lib/modules"))).findFirst()
          .orElseThrow(() -> new IllegalStateException("no runtime beside " + app));
      AppImage whole = new AppImage(made, app, runtime);
      whole.train(shell);
      return whole;
    }
  }

  /** The same as target/iris is started with. */
  private static List<String> options() throws IOException {
    Properties plan = new Properties();
    try (var in = Files.newBufferedReader(Path.of("jlink.properties"))) {
      plan.load(in);
    }
    return List.of(plan.getProperty("options").strip().split("\\s+"));
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** By the runtime's own java, with the class path in the order in which the launcher will give it. */
  private void train(Shell shell) throws Exception {
    String path = Files.readAllLines(app.resolve("IRIS.cfg")).stream().filter(l -> l.startsWith("app.classpath="))
        .map(l -> l.substring("app.classpath=".length()).replace("$APPDIR", app.toString()))
        .collect(Collectors.joining(File.pathSeparator));
    List<Object> line = new ArrayList<>(List.of(runtime.resolve("bin").resolve(java())));
    line.addAll(options());
    line.addAll(List.of("-XX:AOTCacheOutput=" + app.resolve("iris.aot"), "-cp", path, "iris.app.Rehearsal"));
    shell.must(Shell.line(line));
    try (Stream<Path> all = Files.list(app)) {
      for (Path cfg : all.filter(p -> p.toString().endsWith(".cfg")).toList()) {
        String text = Files.readString(cfg);
        Files.writeString(cfg, text.stripTrailing() + "\njava-options=-XX:AOTCache=$APPDIR" + File.separator + "iris.aot\n");
      }
    }
  }

  private static String java() {
    return System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
  }
}

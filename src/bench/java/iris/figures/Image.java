package iris.figures;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The image that {@code mvn package} made, and the bare window beside it: the same runtime, the same options. */
final class Image {
  private final Path home;
  private final List<String> options;
  private final Path bare;

  private Image(Path home, List<String> options, Path bare) {
    this.home = home;
    this.options = options;
    this.bare = bare;
  }

  /** @param folder where the bare window's jar and cache go */
  static Image at(Path home, Path folder) throws IOException {
    if (!Files.isExecutable(home.resolve("bin/iris")))
      throw new IOException("no image at " + home + ": mvn -DskipTests package makes it");
    Properties plan = new Properties();
    try (var in = Files.newBufferedReader(Path.of("jlink.properties"))) {
      plan.load(in);
    }
    Path bare = folder.resolve("bare.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(bare));
        InputStream in = Bare.class.getResourceAsStream("Bare.class")) {
      jar.putNextEntry(new JarEntry(Bare.class.getName().replace('.', '/') + ".class"));
      in.transferTo(jar);
      jar.closeEntry();
    }
    List<String> options = new ArrayList<>(List.of(plan.getProperty("options").strip().split("\\s+")));
    // What the launcher adds where there is no card (decision 0150): the bare window does not look for one either.
    if (!Files.exists(Path.of("/dev/dri"))) options.add("-Dprism.order=sw");
    return new Image(home.toAbsolutePath(), List.copyOf(options), bare);
  }

  Path cache() {
    return home.resolve("lib/iris.aot");
  }

  List<String> options() {
    return options;
  }

  /** By its launcher, as a user starts it. */
  List<String> iris(String... words) {
    List<String> line = new ArrayList<>(List.of(home.resolve("bin/iris").toString()));
    line.addAll(List.of(words));
    return line;
  }

  /** The program with other options of the machine than the launcher gives it. */
  List<String> iris(List<String> others, String main, String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of(java()));
    line.addAll(others);
    line.addAll(List.of("-Diris.home=" + home, "-cp", classPath(), main));
    line.addAll(List.of(words));
    return line;
  }

  private String classPath() throws IOException {
    // As the launcher has it: a cache is for one class path.
    String script = Files.readString(home.resolve("bin/iris"));
    int from = script.indexOf("-cp \"") + 5;
    return script.substring(from, script.indexOf('"', from)).replace("$home", home.toString())
        .replace(":", File.pathSeparator);
  }

  /** The window with nothing in it. @param cached with a start cache of its own */
  List<String> bare(boolean cached) {
    return bare(cached ? "-XX:AOTCache=" + bare.resolveSibling("bare.aot") : "-Xshare:auto");
  }

  /** Makes the bare window's cache, as the build makes that of IRIS. */
  void train(Display display) throws IOException, InterruptedException {
    List<String> line = bare("-XX:AOTCacheOutput=" + bare.resolveSibling("bare.aot"));
    line.add("end");
    if (display.start(line).waitFor() != 0) throw new IOException("the bare window's training failed: " + line);
  }

  private List<String> bare(String cache) {
    List<String> line = new ArrayList<>(List.of(java()));
    line.addAll(options);
    line.addAll(List.of(cache, "-cp", bare.toString(), Bare.class.getName()));
    return line;
  }

  private String java() {
    return home.resolve("runtime/bin/java").toString();
  }
}

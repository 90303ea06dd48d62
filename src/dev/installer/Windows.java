package installer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The msi, for Windows with WiX 3 or newer. A program of Windows is an .exe, so jpackage makes an image of its own around
 * our runtime, jars and options; bin\\iris.bat lies in it as well, for services and scripts. UNVERIFIED: nobody has run it
 * on Windows yet.
 */
record Windows(Release release, Path image, Path work, Shell shell) {
  void msi(Path out) throws Exception {
    long start = System.nanoTime();
    Path java = Path.of(System.getProperty("java.home"), "bin", "jpackage.exe");
    Path made = Files.createDirectories(work.resolve("app"));
    Path options = Launch.options(image, "$APPDIR", work.resolve("launch.args"));
    List<Object> parts = new java.util.ArrayList<>();
    for (String part : new String[] {"bin", "runtime", "lib", "share"}) {
      if (part.equals("runtime")) continue;
      parts.add("--app-content");
      parts.add(image.resolve(part));
    }
    shell.must(Shell.line(java, "@installer/windows/app.args", "@" + options, "--app-version", release.version(),
        "--runtime-image", image.resolve("runtime"), "--input", image.resolve("lib"), "--main-jar", Launch.jar(image),
        parts, "--dest", made));
    shell.must(Shell.line(java, "@installer/windows/msi.args", "--app-version", release.version(),
        "--app-image", made.resolve("IRIS"), "--dest", out));
    try (Stream<Path> files = Files.list(out)) {
      for (Path msi : files.filter(p -> p.toString().endsWith(".msi")).toList()) BuildInstaller.said("msi", msi, start);
    }
  }
}

package installer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The msi, on Windows with WiX. {@code IRIS.exe} is the console without a window of text, {@code iris-cli.exe} the same
 * program for a terminal; {@code bin\iris.bat} starts that one, as services and scripts expect it. UNVERIFIED: nobody has
 * run it on Windows yet; AppImage was run on Linux.
 */
record Windows(Release release, Path image, Path work, Shell shell) {
  void msi(Path out) throws Exception {
    long start = System.nanoTime();
    AppImage app = AppImage.make(release, release.version(), image, work, Path.of("installer/windows/app.args"), shell);
    Path home = app.root().resolve("IRIS");
    Folders.copyFile(Path.of("installer/windows/iris.bat"), home.resolve("bin/iris.bat"));
    for (String file : new String[] {"iris-agent.xml", "iris-relay.xml", "install-agent.ps1", "install-relay.ps1"})
      Folders.copyFile(Path.of("installer/windows", file), home.resolve("service").resolve(file));
    new Trial(home.resolve("bin/iris.bat"), release.version(), shell).pass(work.resolve("scratch"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "jpackage.exe");
    shell.must(Shell.line(java, "@installer/windows/msi.args", "--app-version", release.version(), "--app-image", home,
        "--dest", out));
    try (Stream<Path> files = Files.list(out)) {
      for (Path msi : files.filter(p -> p.toString().endsWith(".msi")).toList()) BuildInstaller.said("msi", msi, start);
    }
  }
}

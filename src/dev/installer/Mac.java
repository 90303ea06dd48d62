package installer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The dmg, on macOS. A version of macOS begins with at least 1, so jpackage is told another one while ours is below; what
 * the system shows is the plist's, which is ours. UNVERIFIED: nobody has run it on macOS yet; AppImage was run on Linux.
 */
record Mac(Release release, Path image, Path work, Shell shell) {
  void dmg(Path out) throws Exception {
    long start = System.nanoTime();
    String version = release.version().startsWith("0.") ? "1" + release.version().substring(1) : release.version();
    release.fill(Path.of("installer/macos/Info.plist"), work.resolve("resources/Info.plist"));
    Path args = work.resolve("app.args");
    Files.writeString(args, Files.readString(Path.of("installer/macos/app.args")) + "--resource-dir " + work.resolve("resources") + "\n");
    AppImage app = AppImage.make(release, version, image, work, args, shell);
    Path home = app.root().resolve("IRIS.app");
    Path command = home.resolve("Contents/bin/iris");
    Folders.copyFile(Path.of("installer/macos/iris"), command);
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String file : new String[] {"iris.agent.plist", "iris.relay.plist", "install-service.sh"})
      Folders.copyFile(Path.of("installer/macos", file), home.resolve("Contents/service").resolve(file));
    // What was added after jpackage signed the image for this machine would make macOS refuse it.
    shell.must(Shell.line("codesign", "--force", "--deep", "--sign", "-", home));
    new Trial(command, release.version(), shell).pass(work.resolve("scratch"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "jpackage");
    shell.must(Shell.line(java, "@installer/macos/dmg.args", "--app-version", version, "--app-image", home, "--dest", out));
    try (Stream<Path> files = Files.list(out)) {
      for (Path dmg : files.filter(p -> p.toString().endsWith(".dmg")).toList())
        BuildInstaller.said("dmg", Files.move(dmg, out.resolve("IRIS-" + release.version() + ".dmg")), start);
    }
  }
}

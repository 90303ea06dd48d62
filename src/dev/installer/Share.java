package installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies beside the program in its folder share: documents, and what a desktop or systemd wants of it. */
record Share(Path image, Release release, Shell shell) {
  private static final Path LINUX = Path.of("installer/linux");

  /** Pages of man and the completion, by the program itself. */
  void papers() throws Exception {
    Path papers = share("papers");
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    String jars;
    try (Stream<Path> lib = Files.list(image.resolve("lib"))) {
      jars = lib.map(Path::toString).filter(p -> p.endsWith(".jar")).sorted().collect(Collectors.joining(File.pathSeparator));
    }
    shell.must(Shell.line(image.resolve(windows ? "runtime/bin/java.exe" : "runtime/bin/java"), "-cp", jars, "iris.app.Papers",
        papers, release.time()));
    Folders.gzip(papers.resolve("man/en/iris.1"), share("man/man1/iris.1.gz"));
    Folders.gzip(papers.resolve("man/fr/iris.1"), share("man/fr/man1/iris.1.gz"));
    Folders.copyFile(papers.resolve("iris.bash"), share("bash-completion/completions/iris"));
    Folders.delete(papers);
  }

  /** @param bom without its end */
  void legal(Path bom) throws Exception {
    Licences.own(Path.of(bom + ".xml"), release.licence());
    Licences.write(Path.of(bom + ".xml"), Path.of("installer/licences.properties"), share("doc/THIRD-PARTY.txt"));
    Folders.copyFile(Path.of(bom + ".json"), share("doc/iris.cdx.json"));
    release.fill(LINUX.resolve("deb/copyright"), share("doc/copyright"));
  }

  void desktop() throws IOException {
    release.fill(LINUX.resolve("iris.metainfo.xml"), share("metainfo/local.iris.IRIS.metainfo.xml"));
    Folders.copyFile(LINUX.resolve("iris-wall.desktop"), share("autostart/iris-wall.desktop"));
    Folders.copyFile(LINUX.resolve("iris.sysusers"), share("sysusers.d/iris.conf"));
    for (String name : new String[] {"iris-agent.service", "iris-relay.service"})
      Folders.copyFile(LINUX.resolve(name), share("systemd/system").resolve(name));
    Folders.copy(LINUX.resolve("user"), share("systemd/user"));
    Folders.copy(LINUX.resolve("kiosk"), share("kiosk"));
    if (!share("kiosk/iris-kiosk").toFile().setExecutable(true)) throw new IOException("iris-kiosk cannot be made executable");
  }

  private Path share(String name) {
    return image.resolve("share").resolve(name);
  }
}

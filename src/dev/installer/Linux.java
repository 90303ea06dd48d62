package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Archive, deb and rpm. The image goes to /opt/iris as it is. jpackage takes along only what lies where its own launchers
 * would have it, and knows no place under /usr; so it is given a carrier, in which the whole tree of the package lies as
 * one folder, and the tree is put in its place by the spec of the rpm, and by us in the deb.
 */
record Linux(Release release, Path image, Path work, Shell shell) {
  static final Set<String> KINDS = Set.of("archive", "deb", "rpm");

  void all(Path out, Set<String> kinds) throws Exception {
    long start = System.nanoTime();
    if (kinds.contains("archive")) archive(out, start);
    Path carrier = work.resolve("carrier");
    Tree.of(image, carrier.resolve("lib/root"));
    ticket(carrier.resolve("lib/app"));
    Folders.date(carrier, release.time());
    if (kinds.contains("deb")) {
      if (Shell.has("dpkg-deb") && Shell.has("fakeroot")) deb(carrier, out, start);
      else System.out.println("  no deb: dpkg-deb or fakeroot is missing here");
    }
    if (kinds.contains("rpm")) {
      if (Shell.has("rpmbuild")) rpm(carrier, out, start);
      else System.out.println("  no rpm: rpmbuild is missing here");
    }
  }

  /** For machines without a package manager, or without a screen: it needs nothing of the system but its C library. */
  private void archive(Path out, long start) throws Exception {
    Path tar = out.resolve("iris-" + release.version() + "-linux-" + System.getProperty("os.arch") + ".tar.gz");
    shell.must(Shell.line("tar", "--sort=name", "--format=ustar", "--mtime=@" + release.time().getEpochSecond(), "--owner=0",
        "--group=0", "--numeric-owner", "--mode=u=rwX,go=rX", "--use-compress-program=gzip -6 -n", "-cf", tar, "-C",
        image.getParent(), "iris"));
    BuildInstaller.said("archive", tar, start);
  }

  /** Without it jpackage packs no image but its own; the packages do not hold it. */
  private void ticket(Path app) throws IOException {
    Files.writeString(Files.createDirectories(app).resolve(".jpackage.xml"), """
        <?xml version="1.0" ?>
        <jpackage-state version="%s" platform="linux">
          <app-version>%s</app-version>
          <main-launcher>iris</main-launcher>
          <main-class>iris.app.Main</main-class>
        </jpackage-state>
        """.formatted(System.getProperty("java.version"), release.version()));
  }

  private Path jpackage(String kind, Path carrier) throws Exception {
    Path made = Files.createDirectories(work.resolve(kind));
    Path java = Path.of(System.getProperty("java.home"), "bin", "jpackage");
    // The deb is unpacked again: it need not be packed well.
    String[] own = kind.equals("deb") ? new String[] {"--linux-deb-maintainer", release.contact()}
        : new String[] {"--linux-rpm-license-type", release.licence()};
    shell.with("DPKG_DEB_COMPRESSOR_TYPE", "none").must(Shell.line(java, "@installer/linux/" + kind + ".args",
        "--app-version", release.version(), "--app-image", carrier, "--dest", made, own[0], own[1]));
    try (Stream<Path> files = Files.list(made)) {
      return files.filter(p -> p.toString().endsWith("." + kind)).findFirst()
          .orElseThrow(() -> new IllegalStateException("jpackage made no " + kind));
    }
  }

  private void deb(Path carrier, Path out, long start) throws Exception {
    Path made = jpackage("deb", carrier);
    Path control = work.resolve("deb-control");
    shell.must(Shell.line("dpkg-deb", "--control", made, control));
    Path tree = carrier.resolve("lib/root");
    Tree.control(control, tree, shell);
    Folders.date(tree, release.time());
    Path deb = out.resolve(made.getFileName());
    shell.must(Shell.line("dpkg-deb", "--root-owner-group", "-Zgzip", "-z6", "--build", tree, deb));
    Folders.delete(tree.resolve("DEBIAN"));
    BuildInstaller.said("deb", deb, start);
    same(deb, release.version(), shell.must(Shell.line("dpkg-deb", "--field", deb, "Version")));
    same(deb, "IRIS <" + release.contact() + ">", shell.must(Shell.line("dpkg-deb", "--field", deb, "Maintainer")));
  }

  private void rpm(Path carrier, Path out, long start) throws Exception {
    Path made = jpackage("rpm", carrier);
    Path rpm = Files.move(made, out.resolve(made.getFileName()));
    BuildInstaller.said("rpm", rpm, start);
    same(rpm, release.version() + " " + release.licence(),
        shell.must(Shell.line("rpm", "-qp", "--nosignature", "--queryformat", "%{VERSION} %{LICENSE}", rpm)));
  }

  private static void same(Path file, String wanted, String said) {
    if (!said.strip().equals(wanted)) throw new IllegalStateException(file + " says " + said.strip() + ", not " + wanted);
  }
}

package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Archive, deb and rpm. The image goes to /opt/iris as it is; what a system looks for under /usr stands in a folder
 * {@code root} of it, which the packages lay out: jpackage itself knows no other place than /opt.
 */
record Linux(Release release, Path image, Path work, Shell shell) {
  private static final List<String> OF_THE_SYSTEM =
      List.of("applications", "icons", "metainfo", "man", "bash-completion", "doc");

  void all(Path out) throws Exception {
    long start = System.nanoTime();
    archive(out, start);
    root();
    if (Shell.has("dpkg-deb") && Shell.has("fakeroot")) deb(out, start);
    else System.out.println("  no deb: dpkg-deb or fakeroot is missing here");
    if (Shell.has("rpmbuild")) rpm(out, start);
    else System.out.println("  no rpm: rpmbuild is missing here");
  }

  /** For machines without a package manager, or without a screen: it needs nothing of the system but its C library. */
  private void archive(Path out, long start) throws Exception {
    Path tar = out.resolve("iris-" + release.version() + "-linux-" + System.getProperty("os.arch") + ".tar.gz");
    shell.must(Shell.line("tar", "--sort=name", "--format=ustar", "--mtime=@" + release.time().getEpochSecond(), "--owner=0", "--group=0",
        "--numeric-owner", "--mode=u=rwX,go=rX", "--use-compress-program=gzip -6 -n", "-cf", tar, "-C", image.getParent(), "iris"));
    BuildInstaller.said("archive", tar, start);
  }

  private void root() throws IOException {
    Path share = image.resolve("share");
    Path usr = image.resolve("root/usr");
    for (String name : OF_THE_SYSTEM) {
      Path to = usr.resolve("share").resolve(name.equals("doc") ? "doc/iris" : name);
      // Documents stay in /opt as well: images of containers leave /usr/share/doc out.
      if (name.equals("doc")) {
        Files.createDirectories(to.getParent());
        Folders.copy(share.resolve(name), to);
      } else Folders.move(share.resolve(name), to);
    }
    Folders.move(share.resolve("systemd"), usr.resolve("lib/systemd"));
    Folders.move(share.resolve("sysusers.d"), usr.resolve("lib/sysusers.d"));
    Files.createDirectories(usr.resolve("bin"));
    Files.createSymbolicLink(usr.resolve("bin/iris"), Path.of("/opt/iris/bin/iris"));
    Files.createDirectories(image.resolve("root/etc/iris"));
    Folders.date(image, release.time());
  }

  private Path jpackage(String kind) throws Exception {
    Path made = Files.createDirectories(work.resolve(kind));
    Path java = Path.of(System.getProperty("java.home"), "bin", "jpackage");
    // What it makes is unpacked again: it need not be packed well.
    shell.with("DPKG_DEB_COMPRESSOR_TYPE", "none").must(Shell.line(java, "@installer/linux/" + kind + ".args",
        "--app-version", release.version(), "--app-image", image, "--dest", made));
    try (Stream<Path> files = Files.list(made)) {
      return files.filter(p -> p.toString().endsWith("." + kind)).findFirst()
          .orElseThrow(() -> new IllegalStateException("jpackage made no " + kind));
    }
  }

  private void deb(Path out, long start) throws Exception {
    Path made = jpackage("deb");
    Path tree = work.resolve("deb-tree");
    shell.must(Shell.line("fakeroot", "dpkg-deb", "-R", made, tree));
    Path root = tree.resolve("opt/iris/root");
    for (String name : new String[] {"usr", "etc"}) Folders.move(root.resolve(name), tree.resolve(name));
    Files.delete(root);
    // jpackage's own copy of it; ours stands in usr/share/doc.
    Files.deleteIfExists(tree.resolve("opt/iris/share/doc/copyright"));
    Folders.date(tree, release.time());
    Path deb = out.resolve("iris_" + release.version() + "_" + shell.must(List.of("dpkg", "--print-architecture")).strip() + ".deb");
    shell.must(Shell.line("chmod", "-R", "u=rwX,go=rX", tree));
    shell.must(Shell.line("dpkg-deb", "--root-owner-group", "-Zgzip", "-z6", "--build", tree, deb));
    BuildInstaller.said("deb", deb, start);
    String version = shell.must(Shell.line("dpkg-deb", "--field", deb, "Version")).strip();
    if (!version.equals(release.version())) throw new IllegalStateException(deb + " calls itself " + version);
  }

  private void rpm(Path out, long start) throws Exception {
    Path made = jpackage("rpm");
    Path rpm = out.resolve(made.getFileName());
    Files.move(made, rpm);
    BuildInstaller.said("rpm", rpm, start);
    String version = shell.must(Shell.line("rpm", "-qp", "--nosignature", "--queryformat", "%{VERSION}", rpm)).strip();
    if (!version.equals(release.version())) throw new IllegalStateException(rpm + " calls itself " + version);
  }
}

package installer;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** The files of a package for Linux, as they will lie on the system. */
final class Tree {
  private static final List<String> SHARED = List.of("applications", "icons", "metainfo", "man", "bash-completion");

  private Tree() {}

  /** Takes the image away from where it was. */
  static void of(Path image, Path root) throws IOException {
    Path opt = root.resolve("opt/iris");
    Folders.move(image, opt);
    Path share = opt.resolve("share");
    Path usr = root.resolve("usr");
    for (String name : SHARED) Folders.move(share.resolve(name), usr.resolve("share").resolve(name));
    // These stay in /opt as well: images of containers leave /usr/share/doc out.
    Files.createDirectories(usr.resolve("share/doc"));
    Folders.copy(share.resolve("doc"), usr.resolve("share/doc/iris"));
    Folders.move(share.resolve("systemd"), usr.resolve("lib/systemd"));
    Folders.move(share.resolve("sysusers.d"), usr.resolve("lib/sysusers.d"));
    Files.createSymbolicLink(Files.createDirectories(usr.resolve("bin")).resolve("iris"), Path.of("/opt/iris/bin/iris"));
    Files.createDirectories(root.resolve("etc/iris"));
  }

  /** What jpackage wrote for dpkg, with the size and the sums of the tree as it is now. */
  static void control(Path made, Path root, Shell shell) throws Exception {
    Path debian = root.resolve("DEBIAN");
    Folders.delete(debian);
    StringBuilder sums = new StringBuilder();
    long size = 0;
    for (Path p : Folders.under(root)) {
      if (!Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS)) continue;
      byte[] bytes = Files.readAllBytes(p);
      size += bytes.length;
      BigInteger sum = new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes));
      sums.append("%032x  %s\n".formatted(sum, root.relativize(p)));
    }
    Folders.copy(made, debian);
    Path control = debian.resolve("control");
    Files.writeString(control,
        Files.readString(control).replaceFirst("Installed-Size: .*", "Installed-Size: " + (size + 1023) / 1024));
    Files.writeString(debian.resolve("md5sums"), sums);
    shell.must(Shell.line("chmod", "-R", "u=rwX,go=rX", root));
  }
}

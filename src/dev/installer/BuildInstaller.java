package installer;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the packages of the system it runs on, from target/iris, in target/installer. {@code mvn -Pinstaller -DskipTests
 * package} starts it with the JDK of the toolchain, whose jpackage it uses.
 *
 * <p>Arguments: the version, the image, the folder to write into, the time of the release (ISO 8601), the SBOM without
 * its end (.xml and .json), "once" or "twice" (twice looks whether the same comes out again), the licence, the contact.
 */
final class BuildInstaller {
  private static final String[] BOMS = {".json", ".xml"};

  private BuildInstaller() {}

  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    Release release = new Release(args[0], Instant.parse(args[3]), args[6], args[7]);
    Path image = Path.of(args[1]);
    Path to = Path.of(args[2]).toAbsolutePath();
    Path bom = Path.of(args[4]);
    for (String end : BOMS) {
      if (Files.isRegularFile(Path.of(bom + end))) continue;
      System.err.println("IRIS " + release.version() + ": no packages without their list of parts: " + bom + end
          + " was not made. Without a network (-o) the plugin that writes it does not; pack once with one.");
      System.exit(1);
    }
    Path out = make(release, image, to, bom, Linux.KINDS);
    sums(out);
    System.out.println("IRIS " + release.version() + ": " + out + " (" + (System.nanoTime() - start) / 1_000_000_000 + " s)");
    if (args[5].equals("twice") && System.getProperty("os.name").equals("Linux")) again(release, image, to, bom);
  }

  private static Path make(Release release, Path image, Path to, Path bom, Set<String> kinds) throws Exception {
    long start = System.nanoTime();
    Folders.delete(to);
    Path out = Files.createDirectories(to.resolve("packages"));
    Path scratch = Files.createDirectories(to.resolve("scratch"));
    // Nobody's configuration is any business of the trial; the time is what makes two builds alike.
    Shell shell = new Shell(Map.of("IRIS_HOME", scratch.resolve("home").toString(),
        "SOURCE_DATE_EPOCH", Long.toString(release.time().getEpochSecond()), "LC_ALL", "C.UTF-8"));

    Path stage = to.resolve("image").resolve("iris");
    Folders.copy(image, stage);
    Share share = new Share(stage, release, shell);
    share.papers();
    share.legal(bom);
    String os = System.getProperty("os.name");
    boolean windows = os.startsWith("Windows");
    if (os.equals("Linux")) share.desktop();
    Folders.date(stage, release.time());
    said("image", stage, start);
    for (String end : BOMS)
      Files.copy(Path.of(bom + end), out.resolve("iris-" + release.version() + ".cdx" + end));
    Files.copy(stage.resolve("share/doc/THIRD-PARTY.txt"), out.resolve("THIRD-PARTY.txt"));

    // Who packs it a second time has tried it.
    if (kinds.equals(Linux.KINDS)) {
      new Trial(stage.resolve(windows ? "bin/iris.bat" : "bin/iris"), release.version(), shell).pass(scratch);
      System.out.println("  trial: says " + release.version() + ", reads a feed, draws a wall, uses its start cache");
    }
    if (windows) new Windows(release, stage, to, shell).msi(out);
    else if (os.startsWith("Mac")) new Mac(release, stage, to, shell).dmg(out);
    else new Linux(release, stage, to, shell).all(out, kinds);
    return out;
  }

  /** The same image packed a second time must be the same archive and deb, byte by byte. */
  private static void again(Release release, Path image, Path to, Path bom) throws Exception {
    Path second = to.resolveSibling(to.getFileName() + "-again");
    Path out = make(release, image, second, bom, Set.of("archive", "deb"));
    try (Stream<Path> made = Files.list(out)) {
      for (Path file : made.sorted().toList()) {
        long where = Files.mismatch(to.resolve("packages").resolve(file.getFileName()), file);
        if (where >= 0) throw new IllegalStateException(file.getFileName() + " differs from its twin at byte " + where);
        System.out.println("  built twice, the same bytes: " + file.getFileName());
      }
    }
    Folders.delete(second);
  }

  static void said(String what, Path file, long since) throws IOException {
    long size = 0;
    for (Path p : Folders.under(file)) if (Files.isRegularFile(p)) size += Files.size(p);
    System.out.println("  " + what + ": " + file.getFileName() + ", " + size / 1_000_000 + " MB, after "
        + (System.nanoTime() - since) / 1_000_000_000 + " s");
  }

  /** In the form of sha256sum, which checks it with -c. */
  private static void sums(Path folder) throws Exception {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path p : all.sorted().toList()) {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(p));
        sums.append("%064x  %s%n".formatted(new BigInteger(1, sum), p.getFileName()));
      }
    }
    Files.writeString(folder.resolve("SHA256SUMS"), sums.toString().replace("\r\n", "\n"));
  }
}

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
 * its end (.xml and .json). Where a sixth is given, only
 * packages of that kind are made, which shows whether they come out the same.
 */
final class BuildInstaller {
  private BuildInstaller() {}

  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    Release release = new Release(args[0], Instant.parse(args[3]));
    Path image = Path.of(args[1]);
    Path to = Path.of(args[2]).toAbsolutePath();
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
    share.legal(Path.of(args[4]));
    String os = System.getProperty("os.name");
    if (os.equals("Linux")) share.desktop();
    Folders.date(stage, release.time());
    said("image", stage, start);

    boolean windows = os.startsWith("Windows");
    new Trial(stage.resolve(windows ? "bin/iris.bat" : "bin/iris"), release.version(), shell).pass(scratch);
    System.out.println("  trial: says " + release.version() + ", reads a feed, draws a wall, uses its start cache");

    Files.copy(stage.resolve("share/doc/THIRD-PARTY.txt"), out.resolve("THIRD-PARTY.txt"));

    if (windows) new Windows(release, stage, to, shell).msi(out);
    else if (os.startsWith("Mac")) new Mac(release, stage, to, shell).dmg(out);
    else new Linux(release, stage, to, shell).all(out, args.length > 5 ? Set.of(args[5]) : Linux.KINDS);
    for (String end : new String[] {".json", ".xml"})
      Files.copy(Path.of(args[4] + end), out.resolve("iris-" + release.version() + ".cdx" + end));
    sums(out);
    System.out.println("IRIS " + release.version() + ": " + out + " (" + (System.nanoTime() - start) / 1_000_000_000 + " s)");
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

package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What every package says of itself.
 *
 * @param time of everything that is packed; {@code project.build.outputTimestamp}
 * @param licence SPDX identifier; {@code iris.licence} of the pom
 * @param contact address of mail; {@code iris.contact} of the pom
 */
record Release(String version, Instant time, String licence, String contact) {
  private static final String NONE = "LicenseRef-none-stated";

  Release {
    if (!version.matches("\\d+\\.\\d+\\.\\d+"))
      throw new IllegalArgumentException("the version " + version + " is not three numbers, as every kind of package wants it");
    if (!licence.matches("[A-Za-z0-9.+-]+"))
      throw new IllegalArgumentException("the licence " + licence + " is no SPDX identifier: iris.licence in the pom");
    if (!contact.matches("[^@<>\\s]+@[^@<>\\s]+"))
      throw new IllegalArgumentException("the contact " + contact + " is no address of mail: iris.contact in the pom");
  }

  LocalDate day() {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private String terms() {
    return licence.equals(NONE)
        ? "The project has not stated a licence of its own. Ask who gave you this package what you may do with it."
        : "The terms of " + licence + " as SPDX lists them: https://spdx.org/licenses/" + licence + ".html";
  }

  /** A text in which @VERSION@, @DAY@, @LICENCE@, @TERMS@ and @CONTACT@ stand. */
  void fill(Path template, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.writeString(to, Files.readString(template).replace("@VERSION@", version).replace("@DAY@", day().toString())
        .replace("@LICENCE@", licence).replace("@TERMS@", terms()).replace("@CONTACT@", contact));
  }
}

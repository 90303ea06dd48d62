package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** @param time of everything that is packed; {@code project.build.outputTimestamp} */
record Release(String version, Instant time) {
  Release {
    if (!version.matches("\\d+\\.\\d+\\.\\d+"))
      throw new IllegalArgumentException("the version " + version + " is not three numbers, as every kind of package wants it");
  }

  LocalDate day() {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** A text in which @VERSION@ and @DAY@ stand. */
  void fill(Path template, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.writeString(to, Files.readString(template).replace("@VERSION@", version).replace("@DAY@", day().toString()));
  }
}

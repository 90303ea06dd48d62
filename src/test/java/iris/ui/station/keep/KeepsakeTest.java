package iris.ui.station.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window remembers, and what becomes of it when the file is damaged. */
class KeepsakeTest {
  record Stood(double x, Optional<String> where, List<String> names) {}

  private static final Stood STOOD = new Stood(1.5, Optional.of("là"), List.of("a", "b"));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("state").resolve("workstation.json");
  }

  @Test
  void whatWasPutIsThereAfterTheNextStart() {
    try (Keepsake kept = Keepsake.of(file())) {
      kept.put("place", STOOD);
    }
    try (Keepsake kept = Keepsake.of(file())) {
      assertEquals(Optional.of(STOOD), kept.get("place", Stood.class));
      assertEquals(Optional.empty(), kept.get("other", Stood.class));
      assertEquals(Optional.empty(), kept.trouble());
    }
  }

  @Test
  void itIsForItsOwnerAloneWhateverStoodThere() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.createDirectories(file().getParent());
    Set<PosixFilePermission> everybody = PosixFilePermissions.fromString("rw-rw-rw-");
    for (String name : List.of("workstation.json", "workstation.json.new"))
      Files.setPosixFilePermissions(Files.writeString(file().resolveSibling(name), "{}"), everybody);
    try (Keepsake kept = Keepsake.of(file())) {
      kept.put("place", STOOD);
    }
    assertTrue(Files.readString(file()).contains("place"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  @Test
  void aDamagedFileIsSaidOnceKeptAsideAndStopsNothing() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"place\": {\"x\": 1.5,");
    try (Keepsake kept = Keepsake.of(file())) {
      assertEquals(Optional.empty(), kept.get("place", Stood.class));
      assertEquals("ui.station.keep.damaged", kept.trouble().orElseThrow().key());
      assertEquals(Optional.empty(), kept.trouble());
      kept.put("place", STOOD);
    }
    assertTrue(Files.readString(file().resolveSibling("workstation.json.damaged")).startsWith("{\"place\""));
    try (Keepsake kept = Keepsake.of(file())) {
      assertEquals(Optional.of(STOOD), kept.get("place", Stood.class));
    }
  }

  @Test
  void aSectionThatCannotBeUnderstoodLeavesTheOthers() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"place\": {\"x\": \"far\"}, \"other\": {\"x\": 2, \"names\": []}}");
    try (Keepsake kept = Keepsake.of(file())) {
      assertEquals(Optional.empty(), kept.get("place", Stood.class));
      assertEquals("ui.station.keep.damaged", kept.trouble().orElseThrow().key());
      assertEquals(2, kept.get("other", Stood.class).orElseThrow().x());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    Files.writeString(folder.resolve("state"), "a file where the folder should be");
    Keepsake kept = Keepsake.of(file());
    kept.put("place", STOOD);
    kept.close();
    assertEquals("ui.station.keep.unwritten", kept.trouble().orElseThrow().key());
    assertEquals(Optional.of(STOOD), kept.get("place", Stood.class));
  }

  @Test
  void whoLooksOnWritesNothing() throws Exception {
    try (Keepsake kept = Keepsake.of(file())) {
      kept.put("place", STOOD);
    }
    String before = Files.readString(file());
    try (Keepsake kept = Keepsake.lookingOn(file())) {
      assertEquals(Optional.of(STOOD), kept.get("place", Stood.class));
      kept.put("place", new Stood(9, Optional.empty(), List.of()));
    }
    assertEquals(before, Files.readString(file()));
  }
}

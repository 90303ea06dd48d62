package iris.settings.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.settings.ConfigFiles;
import iris.settings.Section;
import iris.testing.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A person's file is never half written, whatever the disk does. */
class FullDiskTest {
  private static final String OURS = "# ours\ndisplay:\n  theme: dark # the hall\n";

  @TempDir(cleanup = CleanupMode.NEVER) Path folder;

  private static Saved light(Path file) {
    Papers papers = Papers.of(new ConfigFiles(file, false));
    Edit edit = new Edit.Set(Edit.Spot.of(Section.DISPLAY, "theme"), "light");
    return Writer.write(assertInstanceOf(Draft.Ready.class, Draft.of(papers, List.of(edit))));
  }

  @Test
  void aFullDiskLeavesTheFileAsItWasAndSavesWhenThereIsRoom() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 1)) {
      Path file = Files.writeString(disk.path().resolve("iris.yaml"), OURS);
      disk.fill();
      Saved.Refused no = assertInstanceOf(Saved.Refused.class, light(file));
      assertEquals("settings.edit.not-written", no.why().key());
      assertEquals(OURS, Files.readString(file));
      disk.free();
      assertInstanceOf(Saved.Done.class, light(file));
      assertEquals(OURS.replace("dark", "light"), Files.readString(file));
    }
  }

  @Test
  void aDiskThatCanOnlyBeReadIsSaidToBe() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 1)) {
      Path file = Files.writeString(disk.path().resolve("iris.yaml"), OURS);
      disk.readOnly(true);
      Saved.Refused no = assertInstanceOf(Saved.Refused.class, light(file));
      assertEquals("settings.edit.read-only", no.why().key());
      assertEquals(OURS, Files.readString(file));
    }
  }
}

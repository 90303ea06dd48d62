package iris.history.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose history can be asked for: a slip of the key is said, a quiet service is not a slip. */
class SubjectsTest {
  @TempDir Path folder;

  private Export export(Kind kind, String service) throws Unkept {
    Selection what = new Selection(kind, Optional.of(service), Optional.empty(), Optional.empty());
    return Export.of(folder.resolve("profile"), what, FileForm.CSV, folder.resolve("out.csv"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aMisspelledKeyIsRefusedOfEveryKindAndLeavesNoFile(Kind kind) throws Exception {
    Life.in(folder.resolve("profile"), 60);
    Unkept refused = assertThrows(Unkept.class, () -> export(kind, "sivv"));
    assertEquals("history.keep.no-service", refused.why().key());
    List<String> known = List.of(refused.why().args().getLast().split(", "));
    assertTrue(known.containsAll(List.of("b", "siv")), known.toString());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("profile")), left.toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aServiceThatHadNothingOfThatKindIsAnEmptyFile(Kind kind) throws Exception {
    Life.in(folder.resolve("profile"), 5);
    for (String service : List.of("siv", "b")) assertEquals(0, export(kind, service).unreadable());
  }

  @Test
  void theConsoleItselfIsAskedForByItsName() throws Exception {
    Life.in(folder.resolve("profile"), 5);
    assertEquals(0, export(Kind.ACTS, "iris").rows());
    assertEquals(0, export(Kind.TRANSITIONS, "iris").unreadable());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anEmptyHistorySaysThatItKnowsNobody(Kind kind) throws Exception {
    Life.open(folder.resolve("profile")).close();
    Unkept refused = assertThrows(Unkept.class, () -> export(kind, "siv"));
    assertEquals("history.keep.no-service-yet", refused.why().key());
  }
}

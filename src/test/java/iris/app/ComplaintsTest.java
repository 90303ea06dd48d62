package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.settings.ConfigFiles;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.words.Lang;
import iris.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads who wrote a line that cannot be followed: the cause, on the stream for it, with the code for it. */
class ComplaintsTest {
  private static final Words EN = Words.of(Lang.EN, ZoneOffset.UTC);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal = new Terminal(
      new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), EN);

  @TempDir
  Path folder;

  private String refused(String... line) throws Exception {
    assertEquals(2, Commands.run(Orders.of(line), terminal));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFolderInThePlaceOfAConfigurationIsCalledOne() throws Exception {
    for (String root : new String[] {folder.toString(), folder.getRoot().toString()}) {
      assertTrue(refused("--check-config", "--config", root).contains("this is a folder"), err::toString);
      assertTrue(refused("agent", "--check-config", "--config", root).contains("this is a folder"), err::toString);
      assertTrue(refused("relay", "--check-config", "--config", root).contains("this is a folder"), err::toString);
    }
  }

  @Test
  void aTrialOfARelayWithoutServersDoesNotListNobody() {
    assertEquals("app.relay.no-target", RelayTrial.unknown("central", List.of(), folder).key());
  }

  @Test
  void aRelayWithoutAFileIsToldSoAndNotThatTheFileNamesNothing() {
    Path none = folder.resolve("iris.yaml");
    Settings nothing = ((Reading.Good) new ConfigFiles(none, false).read()).settings();
    assertFalse(Relaying.ready(nothing, new ConfigFiles(none, false), terminal));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("iris.yaml does not exist"), err::toString);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aMessageThatWasRefusedNamesTheCommandThatSendsItAgain(Lang lang) {
    String said = Words.of(lang, ZoneOffset.UTC).say("relay.post.refused", "central", "siv", "404");
    assertTrue(said.contains("iris relay dead replay"), said);
  }

  @Test
  void aSourceThatIsMisspelledIsNoOutageToASupervisionServer() throws Exception {
    Path none = folder.resolve("none.yaml");
    for (String[] slip : new String[][] {{"http://"}, {"siv", "--config", none.toString()}, {"ftp://siv.example.org/x"}}) {
      String[] line = Stream.concat(Stream.of("check", "--format", "nagios"), Stream.of(slip)).toArray(String[]::new);
      out.reset();
      assertEquals(3, Commands.run(Orders.of(line), terminal));
      assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("IRIS UNKNOWN - "), out::toString);
    }
  }

  @Test
  void aPictureThatIsNoPngIsRefusedBeforeAnythingIsRead() {
    Misuse refused = assertThrows(Misuse.class, () -> Commands.run(
        Orders.of("snapshot", "--source", "x", "--out", folder.resolve("wall.JPG").toString()), terminal));
    assertEquals("app.snapshot.png", refused.reason().key());
  }
}

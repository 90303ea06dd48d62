package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageIT {
  @TempDir Path elsewhere;

  @Test
  void saysItsVersionAndNothingElse() throws Exception {
    Image.Ran ran = Image.in(elsewhere).run("--version");
    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.out().matches("IRIS \\d+\\.\\d+\\.\\d+\\R"), ran::out);
    assertEquals("", ran.err());
  }

  @Test
  void aWrongLineIsOneSentenceInTheUsersLanguage() throws Exception {
    Image.Ran french = Image.in(elsewhere).run("chek");
    assertEquals(2, french.code());
    assertEquals(1, french.err().lines().count(), french::err);
    assertTrue(french.err().contains("commande inconnue « chek » ; vouliez-vous dire « check » ?"), french::err);
    Image.Ran english = Image.in(elsewhere).with("LC_ALL", "en_GB.UTF-8").run("chek");
    assertTrue(english.err().contains("unknown command \"chek\""), english::err);
  }

  @Test
  void aWrongConfigurationIsSaidWhollyWithFileLineAndKey() throws Exception {
    Files.writeString(elsewhere.resolve("a.yaml"), "display:\n  langage: fr\nfeeds:\n  siv:\n    poll-every: 1s\n");
    Image.Ran ran = Image.in(elsewhere).run("--config", "a.yaml", "--check-config");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("a.yaml:2: display.langage: "), ran::err);
    assertTrue(ran.err().contains("a.yaml:4: feeds.siv.url: "), ran::err);
    assertTrue(ran.err().contains("a.yaml:5: feeds.siv.poll-every: "), ran::err);
  }

  @Test
  void theExampleItPrintsIsAConfigurationItTakes() throws Exception {
    Files.writeString(elsewhere.resolve("b.yaml"), Image.in(elsewhere).run("--example-config").out());
    Image.Ran ran = Image.in(elsewhere).run("--check-config", "--config", "b.yaml");
    assertEquals(0, ran.code(), ran::err);
    assertFalse(ran.out().isBlank());
  }
}

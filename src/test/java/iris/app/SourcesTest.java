package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.feed.Credentials;
import iris.feed.SourceConfig;
import iris.settings.ConfigFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final String FILE = """
      feeds:
        siv: {url: "https://siv.example.org/signal.xml", user: iris, password: "env:IRIS_NOBODY", title: Signal}
        vin: {url: "https://vin.example.org/signal.xml"}
      """;

  @TempDir
  Path folder;
  private ConfigFiles named;

  @BeforeEach
  void aConfiguration() throws Exception {
    named = new ConfigFiles(Files.writeString(folder.resolve("iris.yaml"), FILE), true);
  }

  @Test
  void aFeedThatAsksForAPasswordIsNamedByItsKey() throws Misuse {
    SourceConfig siv = Sources.of("feed", "siv", named);
    assertEquals("https://siv.example.org/signal.xml", siv.uri().toString());
    assertEquals("iris", ((Credentials.Basic) siv.credentials()).user());
    assertEquals("Signal", siv.reading(java.util.Optional.empty()).expectedTitle().orElseThrow());
  }

  @Test
  void anAddressAndAFileThatIsThereAreWhatTheySay() throws Exception {
    assertEquals("https://vin.example.org/x", Sources.of("feed", "https://vin.example.org/x", named).uri().toString());
    Path file = Files.writeString(folder.resolve("siv"), "");
    assertEquals(file.toUri(), Sources.of("feed", file.toString(), named).uri());
  }

  @Test
  void aKeyThatIsNotThereSaysWhichOnesAre() {
    Misuse refused = assertThrows(Misuse.class, () -> Sources.of("feed", "sivv", named));
    assertEquals("app.usage.no-feed", refused.reason().key());
    assertEquals("siv, vin", refused.reason().args().getLast());
  }

  @Test
  void aConfigurationThatWasNamedAndIsNotThereIsSaid() {
    ConfigFiles none = new ConfigFiles(folder.resolve("none.yaml"), true);
    assertEquals("app.usage.bad-config", assertThrows(Misuse.class, () -> Sources.of("feed", "siv", none)).reason().key());
  }

  @Test
  void withoutAConfigurationAWordIsAPath() throws Misuse {
    ConfigFiles usual = new ConfigFiles(folder.resolve("none.yaml"), false);
    assertEquals("file", Sources.of("feed", "siv", usual).uri().getScheme());
  }

  private ConfigFiles usual(String text) throws Exception {
    return new ConfigFiles(Files.writeString(folder.resolve("usual.yaml"), text), false);
  }

  private static Misuse refused(String written, ConfigFiles files) {
    return assertThrows(Misuse.class, () -> Sources.of("feed", written, files));
  }

  /** Seen: "The file /root/siv does not exist", of a feed whose configuration had a slip elsewhere. */
  @Test
  void aBrokenUsualConfigurationIsSaidOfAKeyAndHindersNoPathAndNoAddress() throws Exception {
    ConfigFiles broken = usual("feeds: {siv: {url: 12, nonsense: true}}\n");
    assertEquals("app.usage.bad-config", refused("siv", broken).reason().key());
    for (String path : new String[] {"siv.xml", "./siv", "folder/siv"})
      assertEquals("file", Sources.of("feed", path, broken).uri().getScheme());
    assertEquals("https", Sources.of("feed", "https://siv.example.org/x", broken).uri().getScheme());
  }

  @Test
  void aKeyThatTheUsualConfigurationDoesNotHaveSaysWhichOnesAre() throws Exception {
    Misuse refused = refused("sivv", usual(FILE));
    assertEquals("app.usage.no-feed", refused.reason().key());
    assertEquals("siv, vin", refused.reason().args().getLast());
    assertEquals("siv", Sources.of("feed", "siv", usual(FILE)).id());
    assertEquals("file", Sources.of("feed", "sivv.xml", usual(FILE)).uri().getScheme());
  }

  @Test
  void ofVeryManyKeysOnlyTheFirstAreSaid() throws Exception {
    StringBuilder many = new StringBuilder("feeds:\n");
    for (int i = 0; i < 300; i++) many.append("  feed%d: {url: \"https://e.example.org/%d\"}\n".formatted(i, i));
    String keys = refused("siv", usual(many.toString())).reason().args().getLast();
    assertTrue(keys.startsWith("feed0, feed1, ") && keys.endsWith("feed19\u00a0…"), keys);
  }

  @Test
  void aConfigurationWithoutFeedsHasNoneToName() throws Exception {
    assertEquals("app.usage.no-feeds", refused("siv", usual("display: {language: fr}\n")).reason().key());
  }
}

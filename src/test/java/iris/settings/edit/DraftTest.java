package iris.settings.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.feed.Credentials;
import iris.feed.Secret;
import iris.feed.Vault;
import iris.settings.ConfigFiles;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Section;
import iris.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits on real files: where they go, all or nothing, and back. */
class DraftTest {
  @TempDir Path dir;
  private Path main;

  @BeforeEach
  void config() throws Exception {
    main = dir.resolve("iris.yaml");
    Files.writeString(main, "# ours\ndisplay:\n  theme: dark # the hall\n");
  }

  private Papers pages() {
    return Papers.of(new ConfigFiles(main, false));
  }

  private static Edit set(Section section, String name, String option, String value) {
    return new Edit.Set(Edit.Spot.of(section, name, option), value);
  }

  private Draft.Ready draft(Edit... edits) {
    Draft draft = Draft.of(pages(), List.of(edits));
    return assertInstanceOf(Draft.Ready.class, draft, draft::toString);
  }

  private Draft.Ready save(Edit... edits) {
    Saved saved = Writer.write(draft(edits));
    return assertInstanceOf(Saved.Done.class, saved, saved::toString).back();
  }

  private Settings settings() {
    return assertInstanceOf(Reading.Good.class, pages().reading()).settings();
  }

  @Test
  void aNewFeedGetsAFileOfItsOwnAndTheWayBackTakesItAway() throws Exception {
    Draft.Ready back = save(set(Section.FEEDS, "siv/est", "url", "https://siv.example/feed"),
        set(Section.FEEDS, "siv/est", "name", "SIV, Est"));
    assertEquals("feeds:\n  siv/est:\n    url: https://siv.example/feed\n    name: SIV, Est\n",
        Files.readString(dir.resolve("feeds.d/siv-est.yaml")));
    assertEquals("SIV, Est", settings().feeds().getFirst().name());
    assertInstanceOf(Saved.Done.class, Writer.write(back));
    assertFalse(Files.exists(dir.resolve("feeds.d/siv-est.yaml")));
    assertTrue(settings().nothingConfigured());
  }

  @Test
  void aNameThatIsADeviceOrTakenGetsAnotherFile() throws Exception {
    save(set(Section.FEEDS, "con", "url", "https://x.example/"));
    save(set(Section.FEEDS, "a/b", "url", "https://x.example/"));
    save(set(Section.FEEDS, "a.b", "url", "https://x.example/"));
    try (var all = Files.list(dir.resolve("feeds.d"))) {
      assertEquals(List.of("a-b-2.yaml", "a-b.yaml", "feed-con.yaml"),
          all.map(p -> p.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void anOptionChangesWhereItStands() throws Exception {
    Files.createDirectories(dir.resolve("feeds.d"));
    Path theirs = dir.resolve("feeds.d/theirs.yaml");
    Files.writeString(theirs, "feeds:\n  siv: {url: 'https://x.example/'} # by Paul\n");
    save(set(Section.FEEDS, "siv", "poll-every", "30s"), new Edit.Set(Edit.Spot.of(Section.DISPLAY, "theme"), "light"),
        set(Section.SERVICES, "siv", "target", "99%"));
    assertEquals("feeds:\n  siv: {url: 'https://x.example/', poll-every: 30s} # by Paul\n", Files.readString(theirs));
    assertEquals("# ours\ndisplay:\n  theme: light # the hall\nservices:\n  siv:\n    target: 99%\n", Files.readString(main));
    assertEquals(new Papers.Written("99%", main.toString(), 6),
        pages().written(Edit.Spot.of(Section.SERVICES, "siv", "target")).orElseThrow());
  }

  @Test
  void whatWouldNotReadIsRefusedWithAllProblemsAndNothingIsWritten() throws Exception {
    Draft draft = Draft.of(pages(), List.of(set(Section.FEEDS, "siv", "url", "ftp://x"),
        new Edit.Set(Edit.Spot.of(Section.DISPLAY, "theme"), "pink")));
    List<Problem> problems = assertInstanceOf(Draft.Refused.class, draft).problems();
    assertEquals(List.of("display.theme", "feeds.siv.url"), problems.stream().map(Problem::key).toList());
    assertFalse(Files.exists(dir.resolve("feeds.d")));
  }

  @Test
  void aFileThatChangedMeanwhileIsNotTouchedAndWhatWasWrittenBeforeItGoesBack() throws Exception {
    Draft.Ready draft = draft(new Edit.Set(Edit.Spot.of(Section.DISPLAY, "theme"), "light"),
        set(Section.FEEDS, "siv", "url", "https://x.example/"));
    Files.createDirectories(dir.resolve("feeds.d"));
    Files.writeString(dir.resolve("feeds.d/siv.yaml"), "# somebody was here\n");
    Saved saved = Writer.write(draft);
    assertEquals("settings.edit.changed", assertInstanceOf(Saved.Refused.class, saved).why().key());
    assertEquals("# ours\ndisplay:\n  theme: dark # the hall\n", Files.readString(main));
    assertEquals("# somebody was here\n", Files.readString(dir.resolve("feeds.d/siv.yaml")));
  }

  @Test
  void aRemovedFeedTakesItsFileUnlessAPersonLeftWordsInIt() throws Exception {
    save(set(Section.FEEDS, "siv", "url", "https://x.example/"));
    Path file = dir.resolve("feeds.d/siv.yaml");
    Draft.Ready back = save(new Edit.Remove(Edit.Spot.of(Section.FEEDS, "siv", "")));
    assertFalse(Files.exists(file));
    assertInstanceOf(Saved.Done.class, Writer.write(back));
    assertEquals(1, settings().feeds().size());
    Files.writeString(file, "# ask Paul\n" + Files.readString(file));
    save(new Edit.Remove(Edit.Spot.of(Section.FEEDS, "siv", "")));
    assertEquals("# ask Paul\nfeeds:\n", Files.readString(file));
  }

  @Test
  void aSecretGoesToAFileThatOnlyItsOwnerReadsAndIsFoundThere() throws Exception {
    save(set(Section.FEEDS, "siv", "url", "https://x.example/"), set(Section.FEEDS, "siv", "user", "iris"),
        new Edit.Hide(Edit.Spot.of(Section.FEEDS, "siv", "password"), "s3same ouvre-toi"));
    Path secret = dir.resolve("secrets/siv-password");
    String yaml = Files.readString(dir.resolve("feeds.d/siv.yaml"));
    assertTrue(yaml.contains("    password: file:../secrets/siv-password\n"), yaml);
    Credentials.Basic basic = assertInstanceOf(Credentials.Basic.class, settings().feeds().getFirst().credentials());
    assertEquals(new Secret.FromFile(secret), basic.password());
    assertEquals("s3same ouvre-toi", new Vault(Map.of()).open(basic.password()));
    Assumptions.assumeTrue(Files.getFileStore(secret).supportsFileAttributeView("posix"), "no POSIX rights here");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.getParent())));
  }

  @Test
  void theSecretsOfAFeedAndOfAPlanOfOneNameDoNotShareAFile() throws Exception {
    save(set(Section.FEEDS, "siv", "url", "https://x.example/"), set(Section.FEEDS, "siv", "user", "iris"),
        new Edit.Hide(Edit.Spot.of(Section.FEEDS, "siv", "password"), "of the provider"),
        set(Section.FALLBACKS, "siv", "activate.url", "https://router.example/on"),
        set(Section.FALLBACKS, "siv", "user", "iris"),
        new Edit.Hide(Edit.Spot.of(Section.FALLBACKS, "siv", "password"), "of the router"));
    assertEquals("of the provider\n", Files.readString(dir.resolve("secrets/siv-password")));
    assertEquals("of the router\n", Files.readString(dir.resolve("secrets/fallbacks-siv-password")));
  }

  @Test
  void noSecretIsPrintedByWhatCarriesIt() {
    Edit hide = new Edit.Hide(Edit.Spot.of(Section.FEEDS, "siv", "bearer"), "s3same");
    Draft draft = Draft.of(pages(), List.of(set(Section.FEEDS, "siv", "url", "https://x.example/"), hide));
    assertFalse((hide + " " + draft + " " + Writer.write((Draft.Ready) draft)).contains("s3same"));
  }

  @Test
  void rightsAndLinksOfAFileStay() throws Exception {
    Assumptions.assumeTrue(Files.getFileStore(dir).supportsFileAttributeView("posix"), "no POSIX rights here");
    Path real = Files.move(main, dir.resolve("real.yaml"));
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(main, Path.of("real.yaml"));
    save(new Edit.Set(Edit.Spot.of(Section.DISPLAY, "theme"), "light"));
    assertTrue(Files.isSymbolicLink(main));
    assertEquals("# ours\ndisplay:\n  theme: light # the hall\n", Files.readString(real));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
    try (var left = Files.list(dir)) {
      assertEquals(2, left.count(), "nothing is left behind");
    }
  }

  @Test
  void withoutAnyFileTheFirstOneIsMade() throws Exception {
    Files.delete(main);
    save(new Edit.Set(Edit.Spot.of(Section.SOUND, "volume"), "40"));
    assertEquals("sound:\n  volume: 40\n", Files.readString(main));
    assertEquals(0.4, settings().alerting().volume());
  }
}

package iris.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Rules;
import iris.signal.Reason;
import iris.ui.desk.Wish;
import iris.ui.walk.Walked.Hand;
import iris.ui.walk.Walked;
import iris.words.Lang;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/** Feeds are added, read before they are kept, and removed, by key and by mouse. */
class FeedWalkTest extends SetupWalk {
  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Configure.class, by = Hand.KEYS)
  void aFeedIsAddedByTheKeyboardAloneAndSeenBeforeItIsSaved(Lang lang) throws Exception {
    bench.copied = Optional.of("https://siv.example.org/signal.xml");
    open(lang);
    robot.type(KeyCode.N);
    until(() -> find("feed-paste") != null && find("feed-paste").isFocused());
    robot.type(KeyCode.SPACE);
    until(() -> find("preview").isVisible());
    assertFalse(Files.exists(dir.resolve("feeds.d")), "nothing is written for a look");
    assertEquals("Signalisation SIV", onFx(() -> input("name").getText()));
    save();
    until(() -> Files.exists(dir.resolve("feeds.d/siv.yaml")));
    assertEquals("feeds:\n  siv:\n    url: https://siv.example.org/signal.xml\n    name: Signalisation SIV\n",
        Files.readString(dir.resolve("feeds.d/siv.yaml")));
    until(() -> acts.contains(new Act.Configure("Marie", "feeds.siv.url, feeds.siv.name")));
    untilSaid("setup-notice", lang == Lang.FR ? "Enregistré" : "Saved");
    until(() -> find("feed-edit-siv") != null);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Configure.class, by = Hand.MOUSE)
  void aFeedIsAddedWithTheMouseUnderANameOfOnesOwnWithAPasswordThatNobodyReads(Lang lang) throws Exception {
    open(lang);
    click("feed-add");
    until(() -> find("input-url") != null && find("input-url").isFocused());
    robot.write("http://x.example/rss");
    click("feed-read");
    until(() -> find("preview").isVisible());
    onFx(() -> {
      ((TextInputControl) find("feed-id")).setText("darva");
      find("feed-more").requestFocus();
      return null;
    });
    robot.type(KeyCode.SPACE);
    onFx(() -> {
      input("user").setText("iris");
      input("password").setText("s3same");
      return null;
    });
    click("setup-save");
    until(() -> Files.exists(dir.resolve("feeds.d/darva.yaml")));
    String yaml = Files.readString(dir.resolve("feeds.d/darva.yaml"));
    assertTrue(yaml.contains("password: file:../secrets/darva-password"), yaml);
    until(() -> !acts.isEmpty());
    assertFalse(acts.toString().contains("s3same"), "the journal holds no secret");
    assertEquals("s3same\n", Files.readString(dir.resolve("secrets/darva-password")));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aFeedOfAThousandIsFoundByItsNameWithTheKeyboardAlone(Lang lang) throws Exception {
    StringBuilder yaml = new StringBuilder("feeds:\n");
    for (int i = 0; i < 1000; i++)
      yaml.append("  f%03d:\n    url: https://h%d.example.org/rss\n    name: %s %d\n".formatted(i, i, i == 777 ? "Dépannage" : "Flux", i));
    Files.writeString(main, yaml);
    open(lang);
    assertEquals(50L, rows());
    untilSaid("setup-narrow-rest", "950");
    tabTo("setup-narrow");
    robot.write("depann");
    until(() -> rows() == 1 && find("feed-edit-f777") != null);
    assertTrue(onFx(() -> find("setup-narrow").isFocused()), "the next letter goes where the last went");
    robot.write("x");
    until(() -> rows() == 0);
    untilSaid("setup-narrow-rest", "depannx");
    robot.type(KeyCode.ESCAPE);
    until(() -> rows() == 50);
    robot.write("h999.ex");
    until(() -> rows() == 1);
    robot.type(KeyCode.TAB);
    robot.type(KeyCode.SPACE);
    until(() -> find("input-url") != null);
    assertEquals("https://h999.example.org/rss", onFx(() -> input("url").getText()));
  }

  /** It is not among the changes that are waiting to be saved, and Ctrl+Z once took back what was saved before. */
  @Test
  void whatIsTypedInASearchIsTakenBackAloneAndKeptOverALookElsewhere() throws Exception {
    StringBuilder yaml = new StringBuilder("feeds:\n");
    for (int i = 0; i < 60; i++) yaml.append("  f%d: {url: 'https://h%d.example.org/rss'}\n".formatted(i, i));
    yaml.append("services:\n");
    for (int i = 0; i < 60; i++) yaml.append("  s%d: {target: 99%%}\n".formatted(i));
    Files.writeString(main, yaml);
    open(Lang.EN);
    click("feed-remove-f0");
    click("feed-remove-yes");
    until(() -> find("setup-undo").isVisible() && !Files.readString(main).contains("f0:"));
    tabTo("setup-narrow");
    robot.write("f7");
    until(() -> rows() == 1);
    press(KeyCode.CONTROL, KeyCode.Z);
    until(() -> rows() > 1);
    assertFalse(Files.readString(main).contains("f0:"), "what was saved stays saved");
    click("group-services");
    tabTo("setup-narrow");
    robot.write("zzz");
    untilSaid("setup-narrow-rest", "zzz");
  }

  private long rows() throws Exception {
    return onFx(() -> (long) stage.getScene().getRoot().lookupAll(".setup-row").size());
  }

  @Test
  void aFeedThatCannotBeReadSaysWhyAndAReadingCanBeStopped() throws Exception {
    bench.says = rules -> new Bench.Tasted.No(Reason.of("feed.http.not-found", "x.example"));
    open(Lang.FR);
    robot.type(KeyCode.N);
    until(() -> find("input-url").isFocused());
    robot.write("http://x.example/rss");
    robot.type(KeyCode.ENTER);
    until(() -> stage.getScene().getRoot().lookupAll(".setup-hint").stream()
        .anyMatch(n -> ((Labeled) n).getText().contains("x.example")));
    bench.slow = true;
    click("feed-read");
    until(() -> find("feed-cancel").isVisible());
    click("feed-cancel");
    until(() -> bench.cancelled == 1 && !find("feed-cancel").isVisible());
    bench.waiting.getFirst().accept(new Bench.Tasted.Understood(TrialBench.bulletin(), TrialBench.contact(),
        new Rules(List.of(), Map.of())));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(onFx(() -> find("preview").isVisible()), "an answer that nobody waits for is not shown");
    robot.type(KeyCode.ESCAPE);
    until(() -> find("feed-add") != null);
    assertTrue(onFx(() -> find("setup-save").isDisabled()));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aFeedIsRemovedWithTheMouseAfterAQuestionInItsRowAndComesBack(Lang lang) throws Exception {
    Files.writeString(main, "feeds:\n  siv:\n    url: https://x.example/ # ours\n");
    open(lang);
    click("feed-remove-siv");
    until(() -> find("feed-remove-no").isFocused());
    robot.type(KeyCode.ESCAPE);
    until(() -> find("feed-remove-siv") != null);
    click("feed-remove-siv");
    click("feed-remove-yes");
    until(() -> Files.readString(main).equals("feeds:\n"));
    untilSaid("setup-notice", lang == Lang.FR ? "retiré" : "taken out");
    click("setup-undo");
    until(() -> Files.readString(main).equals("feeds:\n  siv:\n    url: https://x.example/ # ours\n"));
    until(() -> find("feed-edit-siv") != null);
    assertEquals(2, acts.size());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aFeedIsRemovedByTheKeyboardAlone(Lang lang) throws Exception {
    Files.writeString(main, "feeds:\n  siv:\n    url: https://x.example/ # ours\n");
    open(lang);
    tabTo("feed-remove-siv");
    robot.type(KeyCode.SPACE);
    until(() -> find("feed-remove-no").isFocused());
    press(KeyCode.SHIFT, KeyCode.TAB);
    until(() -> find("feed-remove-yes").isFocused());
    robot.type(KeyCode.SPACE);
    until(() -> Files.readString(main).equals("feeds:\n"));
    assertEquals(1, acts.size());
  }

  @Test
  void theWishOfTheFirstStartOpensTheFormOfANewFeed() throws Exception {
    station(Lang.EN, Optional.of(Wish.NEW));
    until(() -> find("input-url") != null && find("input-url").isFocused());
  }
}

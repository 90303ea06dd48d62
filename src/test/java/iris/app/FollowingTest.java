package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.app.demo.LiveDemo;
import iris.app.demo.Scene;
import iris.settings.ConfigFiles;
import iris.settings.ConfigWatch;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.ui.desk.ConsoleWindow;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A file that is saved while the console runs, and what is seen of that in its window. */
class FollowingTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.systemDefault());
  private static final String QUIET = "sound: {enabled: no}\nnotifications: {desktop: no}\n";

  @TempDir Path dir;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(60, TimeUnit.SECONDS);
  }

  private void until(Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("not seen. Tiles:\n" + onFx(this::tiles) + "\nalarms:\n" + onFx(() -> rows("active")), e);
    }
  }

  private Node find(String query) {
    return stage.getScene().getRoot().lookup(query);
  }

  private String text(String query) {
    return ((Label) find(query)).getText();
  }

  private String tiles() {
    return stage.getScene().getRoot().lookupAll(".iris-tile").stream().map(Node::getAccessibleText)
        .collect(Collectors.joining("\n"));
  }

  private String rows(String list) {
    return stage.getScene().getRoot().lookupAll("#" + list + " .list-cell").stream().map(Node::getAccessibleText)
        .filter(said -> said != null).collect(Collectors.joining("\n"));
  }

  private void save(Path file, String text) throws Exception {
    Path beside = Files.writeString(file.resolveSibling("saving"), QUIET + text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void aSavedFileChangesLanguageAndLooksWhileAnOutageStands() throws Exception {
    Path file = Files.writeString(dir.resolve("iris.yaml"), QUIET + "display: {language: fr, theme: dark}\n");
    ConfigFiles files = new ConfigFiles(file, true);
    AtomicReference<Runnable> published = new AtomicReference<>(() -> {});
    try (LiveDemo demo = LiveDemo.play(Scene.OUTAGE, 10, FR, () -> published.get().run())) {
      UnaryOperator<Settings> played = read -> Watching.demonstration(read, demo.sources());
      Settings settings = played.apply(((Reading.Good) files.read()).settings());
      try (Console console = new Console(settings, Outset.ofProfile(dir, Instant.now()), dir, FR)) {
        published.set(console::pollNow);
        ConsoleWindow window = onFx(() -> new ConsoleWindow(
            console.ports(), FR, Showing.of(settings.display(), Optional.of(FR.say("app.demo.banner")), Optional.empty())));
        onFx(() -> {
          window.show(stage = new Stage());
          return null;
        });
        Following following = new Following(console,
            (words, options) -> WaitForAsyncUtils.asyncFx(() -> window.change(words, options)),
            played, words -> Optional.of(words.say("app.demo.banner")), FR);
        try (ConfigWatch _ = new ConfigWatch(files, Duration.ofMillis(20), following)) {
          until(() -> text("#state").equals("Indisponible") && !rows("active").isEmpty());
          assertTrue(onFx(this::tiles).contains("Indisponible"));
          assertTrue(onFx(() -> rows("active")).contains("indisponible"));
          Board before = console.ports().board().get();

          save(file, "display: {language: en, theme: light}\n");

          until(() -> text("#state").equals("Down"));
          // What the provider says stays in its own language; what IRIS says of it does not.
          until(() -> tiles().contains(": Down, since") && !tiles().contains("Indisponible, depuis"));
          until(() -> rows("active").contains(", down, since") && !rows("active").contains(", indisponible, depuis"));
          assertTrue(onFx(() -> text(".banner-sentence")).contains("since"), () -> text(".banner-sentence"));
          assertTrue(onFx(() -> text(".strip")).startsWith("Demonstration"));
          assertTrue(onFx(() -> ((ListView<?>) find("#events")).getItems().toString()).contains(" since "));
          assertTrue(onFx(() -> stage.getScene().getStylesheets().getFirst()).endsWith("light.css"));
          assertTrue(console.ports().board().get().alarms().keySet().containsAll(before.alarms().keySet()));
          until(() -> console.ports().board().get().health().containsKey("configuration"));
          assertEquals("app.config.taken", console.ports().board().get().health().get("configuration").why().key());

          save(file, "display: {language: xx}\n");

          until(() -> !console.ports().board().get().health().get("configuration").well());
          assertEquals("Down", onFx(() -> text("#state")));
          assertFalse(onFx(() -> tiles().contains("Indisponible, depuis")));
        } finally {
          onFx(() -> {
            window.close();
            return null;
          });
        }
      }
    }
  }
}

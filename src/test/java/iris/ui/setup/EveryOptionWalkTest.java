package iris.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.settings.Option;
import iris.settings.Options;
import iris.settings.Section;
import iris.settings.edit.Papers;
import iris.signal.Reason;
import iris.words.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every option of the table, in both languages: by key in French and by mouse in English it is reached, refused with
 * its sentence, changed, and taken back. An option that comes later is walked without a line here, a section of names
 * once the ground of {@link Trials} holds a name of it.
 */
class EveryOptionWalkTest extends SetupWalk {
  private Lang lang;
  private Section section;

  static Stream<Arguments> sections() {
    return Stream.of(Lang.values()).flatMap(lang -> Stream.of(Section.values())
        .filter(s -> !s.named() || Trials.GROUND.contains(s.word() + ":")).map(s -> Arguments.of(s, lang)));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void isReachedRefusedChangedAndTakenBack(Section in, Lang words) throws Exception {
    section = in;
    lang = words;
    Files.writeString(main, Trials.GROUND);
    open(lang);
    form();
    if (lang == Lang.FR) everyFieldIsReachedByTab();
    Map<Path, String> before = onDisk();
    refused(before);
    for (Map<String, String> round : Trials.rounds(section, Papers.of(bench.files))) {
      for (Map.Entry<String, String> one : round.entrySet()) set(one.getKey(), one.getValue());
      kept(round);
      takenBack(before);
    }
  }

  /** The section, and of a feed all that it may have. */
  private void form() throws Exception {
    press("group-" + section.word());
    if (section != Section.FEEDS) return;
    press("feed-edit-" + Trials.NAME);
    press("feed-more");
  }

  /** By the key that presses what has the focus, or by mouse. */
  private void press(String id) throws Exception {
    until(() -> find(id) != null);
    reveal(id);
    if (lang == Lang.EN) {
      click(id);
      return;
    }
    focus(id);
    robot.type(KeyCode.SPACE);
  }

  private void focus(String id) throws Exception {
    until(() -> {
      find(id).requestFocus();
      return find(id).isFocused();
    });
  }

  private void everyFieldIsReachedByTab() throws Exception {
    List<String> wanted = Options.of(section).stream().flatMap(o -> ids(o).stream()).toList();
    Set<String> reached = new LinkedHashSet<>();
    for (int steps = 0; steps < 150 && !reached.containsAll(wanted); steps++) {
      robot.type(KeyCode.TAB);
      Node here = onFx(() -> stage.getScene().getFocusOwner());
      if (here != null && here.getId() != null) reached.add(here.getId());
    }
    assertEquals(List.of(), wanted.stream().filter(id -> !reached.contains(id)).toList(), "no way there by Tab");
  }

  private static List<String> ids(Option<?> option) {
    List<String> choices = Trials.choices(option);
    return choices.isEmpty() ? List.of("input-" + hyphens(option.name()))
        : choices.stream().map(c -> "choice-" + hyphens(option.name()) + "-" + c).toList();
  }

  private static String hyphens(String name) {
    return name.replace('.', '-');
  }

  /** All that is wrong is said at once, each at its field, and nothing is written; none but those of a few words. */
  private void refused(Map<Path, String> before) throws Exception {
    Map<Option<?>, Reason> odd = new LinkedHashMap<>();
    for (Option<?> option : Options.of(section)) {
      Optional<Map.Entry<String, Reason>> one =
          Trials.choices(option).isEmpty() ? Trials.refused(option, dir) : Optional.empty();
      if (one.isEmpty()) continue;
      set(option.name(), one.get().getKey());
      odd.put(option, one.get().getValue());
    }
    if (odd.isEmpty()) return;
    keep();
    for (Map.Entry<Option<?>, Reason> one : odd.entrySet())
      until(() -> wrong(one.getKey()).equals(words(lang).say(one.getValue())));
    assertEquals(before, onDisk(), "refused and written");
    assertTrue(odd.values().stream().map(words(lang)::say).anyMatch(notice()::contains), notice());
    press("setup-discard");
    form();
  }

  private String notice() {
    return ((Label) find("setup-notice")).getText();
  }

  private String wrong(Option<?> option) {
    Label said = (Label) find("field-" + hyphens(option.name())).lookup(".setup-wrong");
    return said.isVisible() ? said.getText() : "";
  }

  private void set(String option, String value) throws Exception {
    if (find("choice-" + hyphens(option) + "-" + value) instanceof ToggleButton choice) {
      press(choice.getId());
      until(choice::isSelected);
    } else {
      type(option, value);
    }
  }

  private void kept(Map<String, String> round) throws Exception {
    keep();
    until(() -> notice().equals(words(lang).say("ui.setup.saved")));
    Map<String, String> written = new LinkedHashMap<>();
    Papers now = Papers.of(bench.files);
    for (String option : round.keySet())
      now.written(Trials.spot(section, option)).ifPresent(w -> written.put(option, w.value()));
    assertEquals(round, written);
  }

  private void takenBack(Map<Path, String> before) throws Exception {
    if (lang == Lang.FR) press(KeyCode.CONTROL, KeyCode.Z);
    else click("setup-undo");
    until(() -> notice().equals(words(lang).say("ui.setup.undone")));
    assertEquals(before, onDisk());
    form();
  }

  private void keep() throws Exception {
    if (lang == Lang.FR) save();
    else click("setup-save");
  }

  private void type(String option, String value) throws Exception {
    String id = "input-" + hyphens(option);
    if (lang == Lang.EN) {
      reveal(id);
      click(id);
    } else {
      focus(id);
    }
    onFx(() -> {
      input(hyphens(option)).selectAll();
      input(hyphens(option)).replaceSelection(value);
      return null;
    });
  }

  /** All that lies in the folder of the configuration, secrets too. */
  private Map<Path, String> onDisk() throws Exception {
    Map<Path, String> all = new TreeMap<>();
    try (Stream<Path> found = Files.walk(dir)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) all.put(file, Files.readString(file));
    }
    return all;
  }
}

package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Transition.Announcement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FlappingTest {
  static List<String> vectors(String name) throws IOException {
    try (var in = FlappingTest.class.getResourceAsStream("/vectors/" + name);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).skip(1).toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsAnnouncedIsWhatTheVectorsSay() throws IOException {
    return vectors("flapping.csv").stream().map(line -> DynamicTest.dynamicTest(line, () -> {
      String[] cells = line.split(",");
      assertEquals(cells[1], play(cells[0]));
    }));
  }

  /** Announcements other than repetitions, with the window that brought them; those of one window joined by a plus. */
  private static String play(String windows) {
    Scene scene = Scene.calm("siv");
    List<String> told = new ArrayList<>();
    for (int i = 0; i < windows.length(); i++) {
      scene.pending.clear();
      scene.at(i);
      scene.pending.clear();
      switch (windows.charAt(i)) {
        case 'D' -> scene.down("siv");
        case 'U' -> scene.up("siv");
        default -> scene.unknown("siv");
      }
      String calls = String.join("+", scene.pending.stream().map(Announcement::call).map(Enum::name).toList());
      if (!calls.isEmpty()) told.add(calls + "@" + (i + 1));
    }
    return String.join(" ", told);
  }
}

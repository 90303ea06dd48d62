package iris.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplaysTest {
  @Test
  void onLinuxADisplayIsNamedByTheEnvironment() {
    assertFalse(Displays.likely(Map.of(), "Linux", null));
    assertFalse(Displays.likely(Map.of("DISPLAY", ""), "Linux", null));
    assertTrue(Displays.likely(Map.of("DISPLAY", ":0"), "Linux", null));
    assertTrue(Displays.likely(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", null));
  }

  @Test
  void elsewhereTheToolkitIsTheJudge() {
    assertTrue(Displays.likely(Map.of(), "Windows 11", null));
    assertTrue(Displays.likely(Map.of(), "Mac OS X", null));
    assertTrue(Displays.likely(Map.of(), "Linux", "Headless"));
  }
}

package iris.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
  @Test
  void onLinuxADisplayIsNamedByTheEnvironment() {
    assertFalse(Screen.likely(Map.of(), "Linux", null));
    assertFalse(Screen.likely(Map.of("DISPLAY", ""), "Linux", null));
    assertTrue(Screen.likely(Map.of("DISPLAY", ":0"), "Linux", null));
    assertTrue(Screen.likely(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", null));
  }

  @Test
  void elsewhereTheToolkitIsTheJudge() {
    assertTrue(Screen.likely(Map.of(), "Windows 11", null));
    assertTrue(Screen.likely(Map.of(), "Mac OS X", null));
    assertTrue(Screen.likely(Map.of(), "Linux", "Headless"));
  }
}

package iris.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Rules;
import iris.signal.Verdict;
import iris.ui.gallery.Gallery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlugTest {
  @Test
  void anAddressMakesAShortNameThatIsFree() {
    Map.of("https://siv.example.org/x.xml", "siv", "https://www.githubstatus.com/history.rss", "githubstatus",
        "http://127.0.0.1:8080/f", "127.0.0.1", "https://status.example.com/rss", "example",
        "file:///srv/feeds/siv est.xml".replace(" ", "%20"), "siv-est", "", "feed", "not an address", "feed")
        .forEach((address, name) -> assertEquals(name, Slug.of(address, List.of()), address));
    assertEquals("siv-3", Slug.of("https://siv.example.org/", List.of("siv", "siv-2")));
  }

  @Test
  void aDayIsCountedByTheLimitsThatAreTyped() {
    var day = Gallery.oneDown().services().get("siv").windows().values();
    DayCount usual = DayCount.of(day, Rules.ServiceRules.DEFAULT);
    assertEquals(day.stream().filter(j -> j.window().state() == Verdict.DOWN).count(), usual.down());
    DayCount strict = DayCount.of(day, new Rules.ServiceRules(Optional.empty(), 0.5, 1, Optional.empty(), 0.999));
    long flawed = day.stream().filter(j -> j.window().state() != Verdict.DOWN && (j.window().failed() > 0
        || j.window().state() == Verdict.DEGRADED)).count();
    assertEquals(flawed, strict.degraded());
    assertEquals(day.size(), strict.windows());
  }
}

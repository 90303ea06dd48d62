package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OptionsTest {
  @TestFactory
  Stream<DynamicTest> theSampleOfEachOptionFitsItsKind() {
    return Options.all().stream().map(o -> DynamicTest.dynamicTest(o.doc(),
        () -> assertInstanceOf(Taken.Fits.class, o.kind().read(o.sample(), Path.of("/etc/iris")))));
  }

  @TestFactory
  Stream<DynamicTest> eachOptionIsExplainedInBothLanguages() {
    return Options.all().stream().map(o -> DynamicTest.dynamicTest(o.doc(), () -> {
      for (Lang lang : Lang.values()) assertTrue(Words.of(lang, ZoneOffset.UTC).knows(o.doc()), lang + " " + o.doc());
    }));
  }

  @Test
  void durationsAreWrittenAsPeopleWriteThem() {
    assertEquals(Optional.of(Duration.ofMinutes(5)), Spans.of("5 min"));
    assertEquals(Optional.of(Duration.ofMinutes(5)), Spans.of("PT5M"));
    assertEquals(Optional.of(Duration.ofMillis(250)), Spans.of("250ms"));
    assertEquals(Optional.of(Duration.ofDays(5 * 365)), Spans.of("5y"));
    assertEquals(Optional.empty(), Spans.of("5"), "nobody knows the unit of a bare number");
    assertEquals(Optional.empty(), Spans.of("-5s"));
  }

  @Test
  void aBareNumberOverOneIsNoShare() {
    assertInstanceOf(Taken.Unfit.class, Kinds.SHARE.read("95", Path.of("/")));
    assertEquals(Taken.fits(0.95), Kinds.SHARE.read("95 %", Path.of("/")));
  }

  @Test
  void theNearestWordIsOneOrTwoLettersAway() {
    assertEquals(Optional.of("language"), Nearest.to("langauge", Set.of("language", "theme")));
    assertEquals(Optional.empty(), Nearest.to("colour", Set.of("language", "theme")));
  }

  @Test
  void placesFollowTheSystemAndIrisHomeOverridesThem() {
    Path home = Path.of("/home/op");
    assertEquals(home.resolve(".config/iris/iris.yaml"), Places.of(Map.of(), "Linux", home).file());
    assertEquals(Path.of("/x/iris/iris.yaml"), Places.of(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", home).file());
    assertEquals(home.resolve(".config/iris/iris.yaml"),
        Places.of(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", home).file());
    assertEquals(Path.of("/home/chez é a/.config/iris/iris.yaml"),
        Places.of(Map.of("HOME", "/home/chez é a"), "Linux", home).file());
    assertEquals(home.resolve(".config/iris/iris.yaml"), Places.of(Map.of("HOME", ""), "Linux", home).file());
    assertEquals(home.resolve("AppData/Roaming/IRIS/iris.yaml"), Places.of(Map.of("HOME", "/cygwin"), "Windows 11", home).file());
    assertEquals(home.resolve("Library/Application Support/IRIS/iris.yaml"),
        Places.of(Map.of(), "Mac OS X", home).file());
    assertEquals(Path.of("/srv/iris/iris.yaml"),
        Places.of(Map.of("IRIS_HOME", "/srv/iris", "XDG_CONFIG_HOME", "/x"), "Linux", home).file());
  }
}

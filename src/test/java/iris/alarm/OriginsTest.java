package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import iris.alarm.Origins.Health;
import iris.alarm.Origins.Others;
import iris.alarm.Origins.Probe;
import iris.signal.Origin;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OriginsTest {
  @TestFactory
  Stream<DynamicTest> theVerdictIsWhatTheVectorsSay() throws IOException {
    return FlappingTest.vectors("origin.csv").stream().map(line -> DynamicTest.dynamicTest(line, () -> {
      String[] c = line.toUpperCase(Locale.ROOT).split(",");
      Optional<Origin> claim = c[1].equals("NONE") ? Optional.empty() : Optional.of(Origin.valueOf(c[1]));
      Origins.Judged j = Origins.judge(
          Health.valueOf(c[0]), claim, Probe.valueOf(c[2]), Probe.valueOf(c[3]), Others.valueOf(c[4]));
      assertEquals(c[5] + " " + c[6], j.fault() + " " + j.confidence());
    }));
  }

  @Test
  void aFeedThatIsNotFreshIsNeverNormal() {
    for (Health h : Health.values())
      for (Probe p : Probe.values())
        for (Probe r : Probe.values())
          for (Others o : Others.values())
            if (h != Health.FRESH)
              assertNotEquals(OriginVerdict.Fault.NORMAL, Origins.judge(h, Optional.empty(), p, r, o).fault());
  }
}

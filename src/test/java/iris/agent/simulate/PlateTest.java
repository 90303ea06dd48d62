package iris.agent.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {
  @ParameterizedTest
  @ValueSource(strings = {"AA-123-AA", "aa-123-aa", "AA123AA", " AB-001-XZ "})
  void whatStandsOnPlatesIsTaken(String written) {
    assertTrue(Plate.of(written).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA-000-AA", "IA-123-AA", "AA-123-AO", "SS-123-AA", "AA-123-SS", "WW-123-AA", "AA-12-AA",
      "AA-1234-AA", "123-AA-99", "AA-123-AA/..", "ÀA-123-AA"})
  void whatNoPlateIsLikeIsNot(String written) {
    assertEquals(Optional.empty(), Plate.of(written));
  }

  @Test
  void aPlateAlwaysHasTheSameVehicleAndAFewHaveNone() {
    SplittableRandom dice = new SplittableRandom(7);
    long unknown = Stream.generate(() -> Plate.any(dice)).limit(5_000).filter(plate -> {
      assertEquals(Vehicle.of(plate), Vehicle.of(plate));
      return Vehicle.of(plate).isEmpty();
    }).count();
    assertTrue(unknown > 100 && unknown < 300, unknown + " of 5000 are unknown");
    assertTrue(Stream.generate(() -> Plate.any(dice)).limit(500).flatMap(p -> Vehicle.of(p).stream())
        .map(Vehicle::model).distinct().count() > 4);
  }
}

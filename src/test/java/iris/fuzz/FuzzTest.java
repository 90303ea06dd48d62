package iris.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** A few hundred inputs of each kind, the same in every run; {@link LongRun} tries more. */
@Timeout(300)
class FuzzTest {
  private static final int INPUTS = 400;

  @TestFactory
  Stream<DynamicTest> noInputBreaksThePromise() {
    return Trials.all(List.of()).stream().map(trial -> DynamicTest.dynamicTest(trial.name(), () -> {
      for (int n = 0; n < INPUTS; n++) {
        byte[] input = trial.make(new Dice(20_261_123_000L + n));
        Optional<String> complaint = Verdicts.of(trial, input);
        if (complaint.isPresent()) throw new AssertionError("input " + n + ": " + complaint.get() + "\n" + shown(input));
      }
    }));
  }

  private static String shown(byte[] input) {
    return new String(Arrays.copyOf(input, Math.min(input.length, 2_000)), StandardCharsets.UTF_8);
  }
}

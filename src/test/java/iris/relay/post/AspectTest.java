package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import iris.alarm.Outcome;
import iris.relay.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A look made of what is another than before, against one made of everything. */
class AspectTest {
  @RepeatedTest(5)
  void whatIsNotSaidToLookOtherwiseLooksAsItDid(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    Play play = new Play(6);
    Aspect before = Aspect.of(Line.HERALD, play.board, Optional.empty());
    for (int step = 0; step < 60; step++) {
      List<Outcome> outcomes = new ArrayList<>(random.nextInt(3) == 0 ? play.pass(random.nextInt(1, 700)) : List.of());
      outcomes.addAll(play.window(_ -> random.nextInt(3) == 0));
      Aspect now = Aspect.of(Line.HERALD, play.board, Optional.of(before));
      assertEquals(Signals.of(play.board), now.signals(), "all there are");
      assertEquals(Aspect.of(Line.HERALD, play.board, Optional.empty()).paused(), now.paused());
      for (Signal s : now.signals())
        if (before.watches(s) && now.moved().filter(ids -> !ids.contains(s.id())).isPresent())
          assertEquals(before.face(s, before.board().at()), now.face(s, play.now), () -> s + " at " + play.now);
      before = now;
    }
  }

  @Test
  void whereNothingIsAnotherTheListOfSignalsIsTheSame() {
    Play play = new Play(2);
    play.window(_ -> false);
    Aspect before = Aspect.of(Line.HERALD, play.board, Optional.empty());
    play.pass(10);
    assertSame(before.signals(), Aspect.of(Line.HERALD, play.board, Optional.of(before)).signals());
  }
}

package iris.agent.publish;

import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A service and what may happen to it. */
public final class Samples {
  public static final Service SIV = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));

  private Samples() {}

  /** @param failed 1 or more, one of them the provider's */
  static Window window(Instant from, long failed) {
    return new Window("siv", from, from.plusSeconds(300), Verdict.UP, 1248, failed,
        Map.of(Origin.PROVIDER, 1L, Origin.EXTERNAL, failed - 1), new Timing(512, 470, 980, 1900, 4200),
        List.of(new Window.Response("ants", new Timing(350, 310, 720, 1500, 3900))), List.of());
  }

  static Window empty(Instant from, Verdict state) {
    return new Window("siv", from, from.plusSeconds(300), state, 0, 0, Map.of(), Timing.NONE, List.of(), List.of());
  }
}

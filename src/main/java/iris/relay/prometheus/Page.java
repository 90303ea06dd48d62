package iris.relay.prometheus;

import iris.relay.Ground;
import iris.relay.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a question is answered with; sends nothing. */
final class Page {
  private static final int TIMES = 4;
  private static final String PROSE = "text/plain; charset=utf-8";

  private final Target target;
  private final Ground ground;
  private final Ledger ledger;
  private final Gate gate;

  Page(Target target, Ground ground, Ledger ledger) {
    this.target = target;
    this.ground = ground;
    this.ledger = ledger;
    gate = new Gate(target, ground);
  }

  /** @param headers besides the length */
  record Reply(int status, Map<String, String> headers, String body) {}

  /** @param authorization null if not said, {@code accept} too */
  Reply answer(String method, String path, @Nullable String authorization, @Nullable String accept) {
    if (!method.equals("GET") && !method.equals("HEAD"))
      return new Reply(405, Map.of("Content-Type", PROSE, "Allow", "GET, HEAD"), "GET\n");
    try {
      if (!gate.opens(authorization))
        return new Reply(401, Map.of("Content-Type", PROSE, "WWW-Authenticate", gate.challenge()), "401\n");
    } catch (Ground.Locked locked) {
      // Closed, not open, as long as nobody knows the password. The scrape fails, and that alarms.
      return new Reply(503, Map.of("Content-Type", PROSE), "503\n");
    }
    if (!path.equals("/metrics")) return new Reply(404, Map.of("Content-Type", PROSE), "/metrics\n");
    Format format = Format.of(accept);
    return new Reply(200, Map.of("Content-Type", format.type(), "Cache-Control", "no-store", "Vary", "Accept"),
        Metrics.of(ledger.sheet(), format, target.mapping(), ground.clock().instant(),
            target.resend().multipliedBy(TIMES)));
  }
}

package iris.fallback;

import iris.signal.FallbackSight;
import iris.signal.Reason;
import java.time.Duration;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks once whether the fallback runs. What does not clearly say so or the contrary says nothing. */
final class Asking {
  private static final JsonMapper JSON = new JsonMapper();
  /** These speak of the way or of rights, not of the fallback. */
  private static final Set<Integer> MUTE = Set.of(401, 403, 407, 408, 429, 502, 504);
  /** From here on it is the shell or a signal that speaks. */
  private static final int NOT_RUN = 126;

  private Asking() {}

  record Seen(FallbackSight sight, Reason why) {}

  static Seen once(StatusCheck check, Doing doing, Duration limit) throws InterruptedException {
    Done done = doing.once(check.deed(), limit);
    if (done.code().isEmpty()) return new Seen(FallbackSight.UNASKED, done.what());
    int code = done.code().getAsInt();
    return switch (check.deed()) {
      case Deed.Command _ -> code >= NOT_RUN ? new Seen(FallbackSight.UNASKED, done.what())
          : said(code == 0, Reason.of("fallback.check.code", code));
      case Deed.Call call -> answered(check, call, code, done);
    };
  }

  private static Seen answered(StatusCheck check, Deed.Call call, int status, Done done) {
    boolean words = check.contains().isPresent() || check.at().isPresent();
    if (!done.well()) {
      boolean mute = words || MUTE.contains(status) || status / 100 == 3;
      return mute ? new Seen(FallbackSight.UNASKED, done.what())
          : said(false, Reason.of("fallback.check.status", status));
    }
    if (!words) return said(true, Reason.of("fallback.check.status", status));
    if (check.contains().isPresent() && !done.text().contains(check.contains().get()))
      return said(false, Reason.of("fallback.check.no-text", check.contains().get()));
    if (check.at().isEmpty()) return said(true, Reason.of("fallback.check.text", check.contains().orElseThrow()));
    return json(check.at().get(), call, done.text());
  }

  private static Seen json(StatusCheck.At at, Deed.Call call, String text) {
    try {
      JsonNode found = JSON.readTree(text).at(JsonPointer.compile(at.pointer()));
      if (!found.isValueNode()) return new Seen(FallbackSight.UNASKED, Reason.of("fallback.check.no-place", call.name(), at.pointer()));
      return said(found.asString().equals(at.equal()), Reason.of("fallback.check.place", at.pointer(), found.asString()));
    } catch (JacksonException notJson) {
      return new Seen(FallbackSight.UNASKED, Reason.of("fallback.check.not-json", call.name()));
    }
  }

  private static Seen said(boolean runs, Reason why) {
    return new Seen(runs ? FallbackSight.RUNNING : FallbackSight.STOPPED, why);
  }
}

package iris.relay.post;

import iris.alarm.Judged;
import iris.relay.Level;
import iris.relay.Signal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Names of messages, made of what the feed says and of nothing else: two relays that read the same feed name the same
 * thing alike, and who drops duplicates drops the second.
 */
final class Ids {
  private static final int LONGEST = 200;
  private static final int DIGEST = 8;
  private static final long WINDOW = 300;
  private static final long MINUTE = 60;

  private Ids() {}

  static String begin(String episode) {
    return bounded(episode + "#begin");
  }

  static String end(String episode) {
    return bounded(episode + "#end");
  }

  /** @param what became of it; {@code proven} when the newest proof is of: the same change may come twice */
  static String change(String episode, String what, Instant proven) {
    return bounded(episode + "#" + what + "@" + Math.floorDiv(proven.getEpochSecond(), WINDOW));
  }

  static String statistic(String service, Judged judged) {
    return bounded(service + "@" + judged.window().from() + "#" + digest(judged.revision()));
  }

  static String condensed(String service, Instant from, Instant to) {
    return bounded(service + "@" + from + "/" + to + "#condensed");
  }

  /** Two relays that say the same of a signal within a minute say it once. */
  static String state(Signal signal, Level level, Instant at) {
    return bounded(signal.id() + "!" + level + "@" + Math.floorDiv(at.getEpochSecond(), MINUTE));
  }

  /** Each of its own: a heartbeat that a receiver drops for a duplicate would be a death. */
  static String heartbeat(Instant at) {
    return "iris/heartbeat@" + at.toEpochMilli();
  }

  private static String bounded(String id) {
    if (id.length() <= LONGEST) return id;
    String digest = digest(id);
    return id.substring(0, LONGEST - digest.length() - 1) + "~" + digest;
  }

  static String digest(String text) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, DIGEST);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

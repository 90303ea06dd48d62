package iris.relay.mqtt;

import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Signal;
import iris.relay.Target;
import iris.signal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where what is published: {@code iris/service/siv} the last word on a signal, {@code iris/service/siv/statistic} its
 * last figures, {@code iris/heartbeat}, and {@code iris/status} online or offline.
 *
 * @param root what stands before; without wildcards
 */
record Topics(String root) {
  private static final int LONGEST = 1000;

  static Topics of(Target target) throws Ground.Locked {
    String root = target.text(Param.TOPIC).orElse("iris").strip().replaceAll("/+$", "");
    boolean good = !root.isEmpty() && root.length() <= LONGEST && !root.startsWith("$")
        && root.chars().noneMatch(c -> c == '+' || c == '#' || c < ' ' || c == 0x7F);
    if (!good) throw new Ground.Locked(Reason.of("relay.mqtt.topic", root));
    return new Topics(root);
  }

  String status() {
    return root + "/status";
  }

  String of(Message m) {
    return switch (m.sort()) {
      case BEGIN, CHANGE, END, STATE -> of(m.signal());
      case STATISTIC -> of(m.signal()) + "/statistic";
      case HEARTBEAT -> root + "/heartbeat";
    };
  }

  String of(Signal signal) {
    return root + "/" + signal.kind().name().toLowerCase(Locale.ROOT) + "/" + level(signal.key());
  }

  /** A key as one level of a topic: what would part levels or stand for many is written as in a URL. */
  private static String level(String key) {
    StringBuilder out = new StringBuilder();
    key.codePoints().forEach(c -> {
      if (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':') {
        out.appendCodePoint(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) out.append("%%%02X".formatted(b));
      }
    });
    return out.toString();
  }
}

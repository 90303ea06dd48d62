package iris.alarm;

import iris.signal.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** One shift relieves the other: notes, the handover that two people sign, the check at its start. */
public final class Relieving {
  private static final int WORDS = 1000;
  /** A page of a bad night has some thousand characters. */
  private static final int PAGE = 200_000;

  private Relieving() {}

  /** SHA-256 of a page, in hex: what two people signed can be told from what was changed afterwards. */
  public static String digest(String page) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static Optional<Reason> note(Draft d, Act.Note n) {
    String text = n.text().strip();
    if (text.isEmpty()) return no("alarm.refused.no-note");
    if (text.length() > WORDS) return no("alarm.refused.note-too-long", text.length(), WORDS);
    d.shift.note(new Alarm.Remark(d.wall(), n.author(), text));
    return Optional.empty();
  }

  static Optional<Reason> handOver(Draft d, Act.HandOver h) {
    String from = h.outgoing().strip();
    String to = h.to().strip();
    if (from.isEmpty()) return no("alarm.refused.handover-outgoing");
    if (to.isEmpty()) return no("alarm.refused.handover-incoming", from);
    if (from.toLowerCase(Locale.ROOT).equals(to.toLowerCase(Locale.ROOT))) return no("alarm.refused.handover-one", from);
    if (h.text().isBlank() || h.text().length() > PAGE || !h.digest().equals(digest(h.text())))
      return no("alarm.refused.handover-page");
    d.shift.handOver(new Shift.Handed(d.wall(), from, to, h.digest()));
    return Optional.empty();
  }

  static Optional<Reason> checked(Draft d, Act.Checked c) {
    d.shift.checked = Optional.of(new Shift.Checked(d.wall(), c));
    return Optional.empty();
  }

  private static Optional<Reason> no(String key, Object... args) {
    return Optional.of(Reason.of(key, args));
  }
}

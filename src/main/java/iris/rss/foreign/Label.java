package iris.rss.foreign;

import iris.signal.Incident.Kind;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a label of a status page means; the labels themselves stand in {@code labels.txt}. */
enum Label {
  OPEN(Phase.OPEN, null),
  CLOSED(Phase.CLOSED, null),
  AFTER(Phase.AFTER, null),
  SAME(Phase.SAME, null),
  PLANNED(Phase.OPEN, Kind.MAINTENANCE),
  RUNNING(Phase.OPEN, Kind.MAINTENANCE),
  DONE(Phase.CLOSED, Kind.MAINTENANCE),
  NORMAL(Phase.CLOSED, null),
  OUTAGE(null, Kind.OUTAGE),
  DEGRADED(null, Kind.DEGRADATION),
  MAINTENANCE(null, Kind.MAINTENANCE),
  NOTICE(null, Kind.NOTICE),
  /** Says that it is an incident, neither which nor how it goes. */
  INCIDENT(null, null);

  static final int LONGEST = 48;
  private static final Map<String, Label> MEANINGS = read();
  private final @Nullable Phase phase;
  private final @Nullable Kind kind;

  Label(@Nullable Phase phase, @Nullable Kind kind) {
    this.phase = phase;
    this.kind = kind;
  }

  Optional<Phase> phase() {
    return Optional.ofNullable(phase);
  }

  boolean over() {
    return phase == Phase.CLOSED || phase == Phase.AFTER;
  }

  Optional<Kind> kind() {
    return Optional.ofNullable(kind);
  }

  private static Map<String, Label> read() {
    Map<String, Label> meanings = new HashMap<>();
    for (Tables.Row row : Tables.read("labels.txt"))
      for (String label : row.values()) meanings.putIfAbsent(normal(label), valueOf(row.name()));
    return Map.copyOf(meanings);
  }

  /** The meaning of exactly these words; case, surrounding signs and kinds of spaces do not count. */
  static Optional<Label> of(String words) {
    return words.length() > 2 * LONGEST ? Optional.empty() : Optional.ofNullable(MEANINGS.get(normal(words)));
  }

  /** Letters, digits, apostrophes and single spaces, in lower case. */
  private static String normal(String words) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace('’', '\'');
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
      boolean kept = mark || Character.isLetterOrDigit(c) || c == '\'' || c == '-';
      if (kept) out.appendCodePoint(c);
      else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
    }
    return out.toString().strip();
  }
}

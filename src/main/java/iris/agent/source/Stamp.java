package iris.agent.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Instants as logs write them, in milliseconds since 1970: ISO 8601 (a blank for the T, a comma for the point, and no
 * offset at all are taken), {@code 22/Nov/2026:15:12:20 +0100}, and numbers since 1970 in seconds, milli-, micro- or
 * nanoseconds, told apart by their size. For one thread: it remembers the last one, since lines of one second are
 * neighbours.
 */
public final class Stamp {
  /** Not an instant. */
  public static final long NONE = Long.MIN_VALUE;

  /** Bytes of {@code 22/Nov/2026:15:12:20 +0100}. */
  public static final int CLF = 26;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private final ZoneId zone;
  private final byte[] lastClf = new byte[CLF];
  private long lastClfMillis = NONE;
  private String last = "";
  private long lastMillis = NONE;

  /** @param zone of times without an offset */
  public Stamp(ZoneId zone) {
    this.zone = zone;
  }

  /** The time of the common log format that begins at {@code at}; the caller knows that 26 bytes are there. */
  public long clf(byte[] b, int at) {
    if (lastClfMillis != NONE && Arrays.equals(b, at, at + CLF, lastClf, 0, CLF)) return lastClfMillis;
    long millis = readClf(b, at);
    System.arraycopy(b, at, lastClf, 0, CLF);
    lastClfMillis = millis;
    return millis;
  }

  private static long readClf(byte[] b, int at) {
    int month = MONTHS.indexOf(new String(b, at + 3, 3, StandardCharsets.ISO_8859_1));
    int sign = b[at + 21] == '+' ? 1 : b[at + 21] == '-' ? -1 : 0;
    int hours = number(b, at + 22, 2);
    int minutes = number(b, at + 24, 2);
    if (month < 0 || month % 3 != 0 || sign == 0 || hours < 0 || minutes < 0) return NONE;
    try {
      return LocalDateTime.of(number(b, at + 7, 4), month / 3 + 1, number(b, at, 2), number(b, at + 12, 2),
          number(b, at + 15, 2), number(b, at + 18, 2))
          .toEpochSecond(ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60))) * 1000;
    } catch (DateTimeException noSuchTime) {
      return NONE;
    }
  }

  private static int number(byte[] b, int at, int digits) {
    int n = 0;
    for (int i = at; i < at + digits; i++) {
      if (b[i] < '0' || b[i] > '9') return -1;
      n = n * 10 + b[i] - '0';
    }
    return n;
  }

  /** The instant that a text is, in any of the ways above; {@link #NONE} if it is none. */
  public long text(String text) {
    if (text.equals(last)) return lastMillis;
    last = text;
    lastMillis = read(text.strip());
    return lastMillis;
  }

  private long read(String s) {
    if (s.isEmpty() || s.length() > 40) return NONE;
    if (s.length() == CLF && s.charAt(2) == '/') return readClf(s.getBytes(StandardCharsets.ISO_8859_1), 0);
    if (Amounts.isNumber(s)) return since1970(Double.parseDouble(s));
    return new IsoText(s, zone).millis();
  }

  /** Seconds until the year 5138 and no milliseconds before 1973, and so on: no honest log is in doubt. */
  public static long since1970(double n) {
    if (!(n >= 0)) return NONE;
    if (n < 1e11) return Math.round(n * 1e3);
    if (n < 1e14) return Math.round(n);
    if (n < 1e17) return Math.round(n / 1e3);
    return n < 1e20 ? Math.round(n / 1e6) : NONE;
  }
}

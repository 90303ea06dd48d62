package iris.rss;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Counts the different names of elements and attributes, before a parser sees them. Aalto keeps all of them in tables
 * that grow slow: a megabyte of 50,000 declared namespaces took it eleven seconds, twice as many four times as long, on
 * a thread that all the other feeds wait for; 400,000 elements took the JDK's parser six. A feed has some fifty names.
 *
 * <p>Exact for what is well-formed, as far as it is: at the first fault the parser stops, too.
 */
public final class Vocabulary {
  /** Different names that a document may have. */
  public static final int MOST = 4_000;

  /** Bytes. A smaller document, of nothing but declared namespaces, is read in a tenth of a second. */
  private static final int SMALL = 64 << 10;

  /** Of this process alone, so that nobody can choose names that are counted as one. */
  private static final long SALT = new SplittableRandom().nextLong() | 1;

  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  /** No others: the second byte of a character may be a '<' even where all of ASCII is itself (ISO-2022-JP). */
  private static final Set<Charset> ALIKE =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

  private final byte[] d;
  private final long[] seen = new long[MOST * 4];
  private int count;
  private int at;

  private Vocabulary(byte[] document) {
    d = document;
  }

  /** As Aalto reads it. @param charset of the HTTP header */
  static boolean isVast(byte[] document, Optional<String> charset) {
    return document.length > SMALL && new Vocabulary(spelt(document, charset)).isVast();
  }

  /** For a parser that is given characters. */
  public static boolean isVast(String document) {
    return document.length() > SMALL && new Vocabulary(document.getBytes(StandardCharsets.UTF_8)).isVast();
  }

  /** In an encoding in which no byte but theirs looks like the signs of XML; empty where the parser reads nothing. */
  private static byte[] spelt(byte[] document, Optional<String> charset) {
    return Xml.encoding(document, charset).map(read -> {
      if (ALIKE.contains(read)) return document;
      int from = behindDeclaration(document);
      return new String(document, from, document.length - from, read).getBytes(StandardCharsets.UTF_8);
    }).orElseGet(() -> new byte[0]);
  }

  /** A declaration in ASCII may say that what follows it is none: EBCDIC, or UTF-16 by another name. */
  private static int behindDeclaration(byte[] document) {
    Vocabulary head = new Vocabulary(document);
    if (document[0] == (byte) 0xEF) head.at = 3;
    if (!head.startsWith("<?xml")) return 0;
    head.past("?>");
    return Math.min(head.at, document.length);
  }

  private boolean isVast() {
    while (count <= MOST && to('<')) {
      switch (here()) {
        case '/' -> {}
        case '?' -> {
          // The parser keeps what an instruction is for like any other name.
          int target = ++at;
          name();
          at = target;
          past("?>");
        }
        case '!' -> {
          if (startsWith("!--")) {
            // Behind the sign: "<!-->" only begins a comment.
            at += 3;
            past("-->");
          } else if (startsWith("![CDATA[")) past("]]>");
          // A DOCTYPE, in whose quotes anything may stand: it is refused before the first name.
          else return false;
        }
        default -> tag();
      }
    }
    return count > MOST;
  }

  private void tag() {
    name();
    while (count <= MOST) {
      while (at < d.length && isBlank(d[at])) at++;
      int c = here();
      if (c == '>' || c == '/' || c == '<' || c < 0) return;
      name();
      if (here() == '=') at++;
      else if (!to('=')) return;
      while (at < d.length && isBlank(d[at])) at++;
      int quote = here();
      at++;
      if (quote != '"' && quote != '\'' || !to((char) quote)) return;
    }
  }

  private void name() {
    int from = at;
    while (at < d.length && (d[at] > '>' || !isEdge(d[at]))) at++;
    if (at == from) {
      at++;
      return;
    }
    long hash = (long) at - from;
    int i = from;
    for (; i <= at - 8; i += 8) hash = mixed(hash, (long) EIGHT.get(d, i));
    long rest = 0;
    if (i < at && i <= d.length - 8) rest = (long) EIGHT.get(d, i) & -1L >>> 64 - 8 * (at - i);
    else for (; i < at; i++) rest = rest << 8 | d[i] & 0xFF;
    hash = mixed(hash, rest);
    keep(hash == 0 ? 1 : hash);
  }

  private static long mixed(long hash, long eight) {
    long a = hash ^ eight ^ SALT;
    long b = hash + (SALT << 1 | 1);
    return a * b ^ Math.multiplyHigh(a, b);
  }

  private void keep(long hash) {
    int place = (int) Math.floorMod(hash ^ hash >>> 32, (long) seen.length);
    while (seen[place] != 0) {
      if (seen[place] == hash) return;
      place = (place + 1) % seen.length;
    }
    seen[place] = hash;
    count++;
  }

  private int here() {
    return at < d.length ? d[at] & 0xFF : -1;
  }

  /** Behind the next such byte; false if there is none. */
  private boolean to(char wanted) {
    // Eight at a time: most of a feed is text. The lowest byte that is marked is exact.
    for (; at <= d.length - 8; at += 8) {
      long other = (long) EIGHT.get(d, at) ^ wanted * ONES;
      long found = other - ONES & ~other & HIGH;
      if (found == 0) continue;
      at += (Long.numberOfTrailingZeros(found) >>> 3) + 1;
      return true;
    }
    while (at < d.length && d[at] != wanted) at++;
    return ++at <= d.length;
  }

  private void past(String end) {
    while (at < d.length && !startsWith(end)) at++;
    at += end.length();
  }

  private boolean startsWith(String what) {
    if (at + what.length() > d.length) return false;
    for (int i = 0; i < what.length(); i++) if (d[at + i] != what.charAt(i)) return false;
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static boolean isEdge(byte b) {
    return b == '>' || b == '=' || b == '/' || b == '<' || isBlank(b);
  }
}

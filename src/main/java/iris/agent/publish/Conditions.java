package iris.agent.publish;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditional requests for a page that is there, in the order of RFC 9110, 13.2.2. */
final class Conditions {
  enum Verdict {
    SEND,
    NOT_MODIFIED,
    FAILED
  }

  private static final Pattern TAG =
      Pattern.compile("\\G\\s*,*\\s*(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")\\s*(?=,|$)");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US).withZone(ZoneOffset.UTC);
  private static final List<DateTimeFormatter> DATES = List.of(DATE,
      DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.US),
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US));

  private Conditions() {}

  /**
   * @param header the lines of a header joined by commas, null if there is none
   * @param etag of the encoding that would be sent
   */
  static Verdict of(Function<String, @Nullable String> header, String etag, Page page) {
    String match = header.apply("If-Match");
    if (match != null) {
      if (!holds(match, etag, true)) return Verdict.FAILED;
    } else if (date(header.apply("If-Unmodified-Since")).filter(page.modified()::isAfter).isPresent()) {
      return Verdict.FAILED;
    }
    String noneMatch = header.apply("If-None-Match");
    if (noneMatch != null) return holds(noneMatch, etag, false) ? Verdict.NOT_MODIFIED : Verdict.SEND;
    // A date has seconds, and in one second there may have been two documents.
    boolean same = !page.hurried()
        && date(header.apply("If-Modified-Since")).filter(since -> !page.modified().isAfter(since)).isPresent();
    return same ? Verdict.NOT_MODIFIED : Verdict.SEND;
  }

  private static boolean holds(String list, String etag, boolean strong) {
    if (list.strip().equals("*")) return true;
    Matcher tags = TAG.matcher(list);
    while (tags.find()) if (tags.group(2).equals(etag) && !(strong && tags.group(1) != null)) return true;
    return false;
  }

  static String date(Instant at) {
    return DATE.format(at);
  }

  /** The three forms of RFC 9110, 5.6.7; empty for what is none of them, which counts as not said. */
  static Optional<Instant> date(@Nullable String text) {
    if (text == null) return Optional.empty();
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(LocalDateTime.parse(text.strip(), form).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException anotherForm) {
        continue;
      }
    }
    return Optional.empty();
  }
}

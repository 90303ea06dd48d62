package iris.ui.guide;

import iris.signal.Reason;
import iris.ui.guide.Sheet.Leads;
import iris.ui.guide.Sheet.Link;
import iris.ui.guide.Sheet.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses may be opened; and phone numbers, which nobody writes as an address. */
final class Addresses {
  static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  /** Longer than any address that a person wrote. */
  private static final int LONGEST = 2000;
  /** International, or French with its ten digits; every repetition is bounded. */
  private static final Pattern PHONE = Pattern.compile("(?<![\\w+])(?:\\+\\d{1,3}(?:[ .\u00a0\u202f-]?\\(0\\))?"
      + "(?:[ .\u00a0\u202f-]?\\d){6,12}|0\\d(?:[ .\u00a0\u202f-]?\\d\\d){4})(?!\\w)");

  /** A stretch of text, a phone number or not. */
  record Stretch(String text, boolean phone) {}

  private Addresses() {}

  static Link of(String written) {
    String address = written.strip();
    if (address.isEmpty() || address.length() > LONGEST) return new Refused(written, Reason.of("ui.guide.refused.odd"));
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (scheme.isEmpty()) return new Refused(written, Reason.of("ui.guide.refused.relative"));
      if (!SCHEMES.contains(scheme)) return new Refused(written, Reason.of("ui.guide.refused.scheme", scheme));
      boolean web = scheme.startsWith("http");
      if (web && uri.getHost() == null || !web && (!uri.isOpaque() || uri.getSchemeSpecificPart().isBlank()))
        return new Refused(written, Reason.of("ui.guide.refused.odd"));
      if (web && uri.getRawUserInfo() != null) return new Refused(written, Reason.of("ui.guide.refused.password"));
      return new Leads(uri);
    } catch (URISyntaxException e) {
      return new Refused(written, Reason.of("ui.guide.refused.odd"));
    }
  }

  /** The number that a desktop dials: {@code tel:+33123456789}. */
  static Link phone(String written) {
    return of("tel:" + written.replace("(0)", "").replaceAll("[^+\\d]", ""));
  }

  /** A text cut where phone numbers begin and end. */
  static List<Stretch> stretches(String text) {
    List<Stretch> all = new ArrayList<>();
    Matcher m = PHONE.matcher(text);
    int at = 0;
    while (m.find()) {
      if (m.start() > at) all.add(new Stretch(text.substring(at, m.start()), false));
      all.add(new Stretch(m.group(), true));
      at = m.end();
    }
    if (at < text.length()) all.add(new Stretch(text.substring(at), false));
    return all;
  }
}

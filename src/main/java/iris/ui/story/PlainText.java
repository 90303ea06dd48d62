package iris.ui.story;

import java.util.regex.Pattern;

/** What a feed wrote, without its markup: nothing of it is ever interpreted. */
final class PlainText {
  private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/li|/div|/h[1-6])[^<>]*>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]*>");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\f]+");
  private static final Pattern LINES = Pattern.compile(" ?\\n[ \\n]*");

  private PlainText() {}

  static String of(String markup) {
    String text = TAG.matcher(BREAK.matcher(markup).replaceAll("\n")).replaceAll("");
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
        .replace("&apos;", "'").replace("&nbsp;", "\u00a0").replace("&amp;", "&");
    return LINES.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("\n").strip();
  }
}

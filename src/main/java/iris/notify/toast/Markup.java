package iris.notify.toast;

/** A body for servers that read markup in it: what a feed says stays text. */
final class Markup {
  private Markup() {}

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}

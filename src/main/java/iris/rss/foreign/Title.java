package iris.rss.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A title taken apart: labels in front ("[Resolved] ", "Incident: ", "RESOLVED - "), labels behind ("(ongoing)",
 * " - Résolu"), and what it is about.
 */
record Title(List<Label> before, List<Label> behind, String bare) {

  static Title of(String title) {
    String rest = title.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    List<Label> before = new ArrayList<>();
    List<Label> behind = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String shorter = cutFront(rest, before);
      if (shorter.equals(rest)) break;
      rest = shorter;
    }
    for (int i = 0; i < 3; i++) {
      String shorter = cutBack(rest, behind);
      if (shorter.equals(rest)) break;
      rest = shorter;
    }
    return new Title(List.copyOf(before), List.copyOf(behind), rest);
  }

  private static String cutFront(String text, List<Label> labels) {
    if (!text.isEmpty() && "[(【".indexOf(text.charAt(0)) >= 0) {
      int close = first(text, "])】");
      Optional<Label> label = close < 0 ? Optional.empty() : Label.of(text.substring(1, close));
      return take(label, labels) ? trimmed(text.substring(close + 1)) : text;
    }
    for (int at = first(text, ":|-–—：!"); at > 0 && at <= Label.LONGEST; at = next(text, at)) {
      char c = text.charAt(at);
      boolean parts = c == ':' || c == '：' || at + 1 < text.length() && text.charAt(at + 1) == ' ';
      if (parts && take(Label.of(text.substring(0, at)), labels)) return trimmed(text.substring(at + 1));
    }
    return text;
  }

  private static int next(String text, int at) {
    int more = first(text.substring(at + 1), ":|-–—：!");
    return more < 0 ? -1 : at + 1 + more;
  }

  private static String cutBack(String text, List<Label> labels) {
    if (!text.isEmpty() && ")]】".indexOf(text.charAt(text.length() - 1)) >= 0) {
      int open = Math.max(text.lastIndexOf('('), Math.max(text.lastIndexOf('['), text.lastIndexOf('【')));
      if (open < 0 || !take(Label.of(text.substring(open + 1, text.length() - 1)), labels)) return text;
      return text.substring(0, open).strip();
    }
    for (String sign : List.of(" - ", " – ", " — ", ": ", " | ")) {
      int at = text.lastIndexOf(sign);
      // What stands behind the sign is a mark only if it says how things go: "Mail: Outage" is the whole title.
      if (at > 0 && Label.of(text.substring(at + sign.length())).flatMap(Label::phase).isPresent()
          && take(Label.of(text.substring(at + sign.length())), labels)) return text.substring(0, at).strip();
    }
    return text;
  }

  private static boolean take(Optional<Label> label, List<Label> labels) {
    label.ifPresent(labels::add);
    return label.isPresent();
  }

  private static int first(String text, String signs) {
    for (int i = 0; i < text.length(); i++) if (signs.indexOf(text.charAt(i)) >= 0) return i;
    return -1;
  }

  private static String trimmed(String text) {
    String t = text.strip();
    return !t.isEmpty() && ":-–—|".indexOf(t.charAt(0)) >= 0 ? t.substring(1).strip() : t;
  }

  /** The labels that say how it goes: an end beats the rest ("Service disruption: [RESOLVED] …"). */
  static Optional<Label> deciding(List<Label> labels) {
    Optional<Label> end = labels.stream().filter(Label::over).findFirst();
    return end.isPresent() ? end : labels.stream().filter(l -> l.phase().isPresent()).findFirst();
  }
}

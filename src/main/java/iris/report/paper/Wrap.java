package iris.report.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width, at plain spaces only: what French ties together stays together. */
public final class Wrap {
  private Wrap() {}

  public static List<String> lines(String text, Typeface face, double size, double width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R")) {
      String line = "";
      for (String word : face.writable(paragraph).strip().split(" +")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (face.width(longer, size) <= width) {
          line = longer;
          continue;
        }
        if (!line.isEmpty()) lines.add(line);
        line = tail(word, face, size, width, lines);
      }
      lines.add(line);
    }
    return lines;
  }

  /** A word that is wider than the page is cut; what is left of it begins the next line. */
  private static String tail(String word, Typeface face, double size, double width, List<String> lines) throws IOException {
    String rest = word;
    while (face.width(rest, size) > width && rest.codePointCount(0, rest.length()) > 1) {
      int end = rest.length();
      while (end > 1 && face.width(rest.substring(0, end), size) > width) end = rest.offsetByCodePoints(end, -1);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }
}

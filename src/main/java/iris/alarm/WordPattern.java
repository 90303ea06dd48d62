package iris.alarm;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words one after the other, whole, without regard to case, accents and signs. {@code *} inside a word stands for any
 * letters, alone for any words. No regular expression: text and pattern are walked through from left to right, and a
 * text is cut, so no words of a stranger can make the walk long.
 */
final class WordPattern {
  /** Longer ones are cut: what decides stands at the beginning of an announcement. */
  private static final int TEXT = 4_000;
  private static final String ANY = "*";
  private final List<List<String>> runs;

  private WordPattern(List<List<String>> runs) {
    this.runs = runs;
  }

  static WordPattern of(String written) {
    List<List<String>> runs = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (String word : words(written, true)) {
      if (!isAny(word)) {
        run.add(word);
      } else if (!run.isEmpty()) {
        runs.add(List.copyOf(run));
        run.clear();
      }
    }
    if (!run.isEmpty()) runs.add(List.copyOf(run));
    return new WordPattern(List.copyOf(runs));
  }

  /** Letters and digits that must stand in a text: how much a pattern asks for. */
  int weight() {
    return runs.stream().flatMap(List::stream).mapToInt(w -> w.replace(ANY, "").length()).sum();
  }

  boolean in(String text) {
    return in(words(text, false));
  }

  /** Its runs of words stand among these in this order; a pattern without words stands nowhere. */
  boolean in(List<String> words) {
    int at = 0;
    for (List<String> run : runs) {
      at = behind(run, words, at);
      if (at < 0) return false;
    }
    return !runs.isEmpty();
  }

  /** The place behind the first occurrence of the run; -1 for none. */
  private static int behind(List<String> run, List<String> words, int from) {
    for (int at = from; at + run.size() <= words.size(); at++) {
      int i = 0;
      while (i < run.size() && fits(run.get(i), words.get(at + i))) i++;
      if (i == run.size()) return at + i;
    }
    return -1;
  }

  /** Two places that only move forward, and one star to come back to: never more than both lengths multiplied. */
  private static boolean fits(String pattern, String word) {
    int p = 0;
    int w = 0;
    int star = -1;
    int mark = 0;
    while (w < word.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = w;
      } else if (p < pattern.length() && pattern.charAt(p) == word.charAt(w)) {
        p++;
        w++;
      } else if (star >= 0) {
        p = star + 1;
        w = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') p++;
    return p == pattern.length();
  }

  private static boolean isAny(String word) {
    return word.chars().allMatch(c -> c == '*');
  }

  /** In lower case, without accents. */
  static List<String> words(String text, boolean stars) {
    String cut = text.length() > TEXT ? text.substring(0, TEXT) : text;
    String plain = Normalizer.normalize(cut, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (Character.getType(c) == Character.NON_SPACING_MARK) continue;
      if (Character.isLetterOrDigit(c) || stars && c == '*') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}

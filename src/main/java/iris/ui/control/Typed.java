package iris.ui.control;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody typed to find something: each word of it somewhere, without regard to capitals and accents. */
public record Typed(List<String> words) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]+");

  public Typed {
    words = List.copyOf(words);
  }

  public static Typed of(String typed) {
    return new Typed(BLANKS.splitAsStream(plain(typed)).filter(word -> !word.isEmpty()).toList());
  }

  /** Nothing typed is in everything. */
  public boolean in(String text) {
    if (words.isEmpty()) return true;
    String all = plain(text);
    return words.stream().allMatch(all::contains);
  }

  /** As somebody types who is in a hurry: no accents, no capitals, one kind of apostrophe. */
  private static String plain(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").replace('’', '\'').toLowerCase(Locale.ROOT)
        .replace("œ", "oe").replace("æ", "ae");
  }
}

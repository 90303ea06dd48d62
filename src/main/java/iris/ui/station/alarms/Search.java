package iris.ui.station.alarms;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words to find in any column: each of them somewhere, without regard to capitals and accents. */
record Search(List<String> wanted) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]+");

  Search {
    wanted = List.copyOf(wanted);
  }

  static Search of(String typed) {
    return new Search(BLANKS.splitAsStream(plain(typed)).filter(word -> !word.isEmpty()).toList());
  }

  boolean finds(Line line) {
    if (wanted.isEmpty()) return true;
    Stream<String> more = line.alarm().stream()
        .flatMap(row -> Stream.concat(Stream.of(row.why(), row.key().subject()), row.notes().stream()));
    String all = plain(Stream.concat(line.texts().values().stream(), more).collect(Collectors.joining(" ")));
    return wanted.stream().allMatch(all::contains);
  }

  /** As somebody types who is in a hurry: no accents, no capitals, one kind of apostrophe. */
  static String plain(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").replace('’', '\'').toLowerCase(Locale.ROOT)
        .replace("œ", "oe").replace("æ", "ae");
  }
}

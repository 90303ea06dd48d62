package iris.rss.foreign;

import iris.signal.Incident.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * French and English words, whole, with the words before them that turn their sense around ({@code lexicon.txt}). One
 * pass over the words; no regular expression ever meets a body.
 */
final class Lexicon {
  /** How many words before a word may turn it around: "has not yet been fully resolved". */
  private static final int WINDOW = 5;
  private static final Map<String, List<Phrase>> PHRASES = read();
  private static final Set<String> BEFORE_THINGS = Set.of("with", "of", "for", "on", "viewing", "the", "a", "an");
  private static final Set<String> RELATIVES = Set.of("where", "that", "which", "who", "when", "causing");
  private static final Set<String> TURNERS = Set.of("partially", "partiellement", "en cours");

  private Lexicon() {}

  private enum Sense { ENDED, GOING, OUTAGE, TROUBLE, MAINTENANCE, PLANNED, NOTICE, NOT, IFFY }

  private record Phrase(List<String> words, Sense sense, String lang) {}

  /** @param turned a negation or a condition stands before it; {@code says} a verb: "are delayed" */
  private record Hit(Sense sense, boolean turned, boolean says, int clause, String lang, String words) {}

  /** @param strong said of the state itself, not only of a trouble; {@code lang} fr or en; {@code words} that said so */
  record Verdict(boolean open, boolean strong, String lang, String words) {}

  /** @param words that name it */
  record Named(Kind kind, String words) {}

  private static Map<String, List<Phrase>> read() {
    Map<String, List<Phrase>> phrases = new HashMap<>();
    for (Tables.Row row : Tables.read("lexicon.txt")) {
      String lang = row.name().substring(0, 2);
      Sense sense = Sense.valueOf(row.name().substring(3));
      for (String value : row.values()) {
        List<String> words = List.of(value.split(" "));
        phrases.computeIfAbsent(words.getFirst(), k -> new ArrayList<>()).add(new Phrase(words, sense, lang));
      }
    }
    // The longest phrase first: "back to normal" before "back".
    phrases.values().forEach(list -> list.sort((a, b) -> b.words().size() - a.words().size()));
    return Map.copyOf(phrases);
  }

  /**
   * Whether what these words tell of is over. An end counts unless a later clause takes it back; in a title the mere
   * name of a trouble in a later clause does ("Resolved in A, outage in B"), in a text it does not ("sorry for the
   * outage").
   */
  static Optional<Verdict> state(String text, boolean title) {
    Optional<Verdict> verdict = Optional.empty();
    int ended = -1;
    for (Hit hit : hits(text)) {
      boolean over = verdict.isPresent() && !verdict.get().open();
      switch (hit.sense()) {
        case ENDED -> {
          verdict = Optional.of(new Verdict(hit.turned(), true, hit.lang(), hit.words()));
          ended = hit.clause();
        }
        case GOING -> {
          if (!hit.turned()) verdict = Optional.of(new Verdict(true, true, hit.lang(), hit.words()));
        }
        case OUTAGE, TROUBLE -> {
          boolean takesBack = over && title && (hit.clause() > ended || hit.says());
          if (!hit.turned() && (verdict.isEmpty() || takesBack))
            verdict = Optional.of(new Verdict(true, takesBack, hit.lang(), hit.words()));
        }
        case PLANNED -> {
          // "Retour à la normale prévu à 18 h" is none yet.
          if (over && hit.clause() == ended) verdict = Optional.of(new Verdict(true, true, hit.lang(), hit.words()));
        }
        case MAINTENANCE, NOTICE, NOT, IFFY -> { }
      }
    }
    return verdict;
  }

  /** What kind of thing these words name; empty if they name none. */
  static Optional<Kind> kind(String text) {
    return named(text).map(Named::kind);
  }

  /** As {@link #kind}, with the first words that name it. */
  static Optional<Named> named(String text) {
    Map<Sense, String> senses = new EnumMap<>(Sense.class);
    for (Hit hit : hits(text)) if (!hit.turned()) senses.putIfAbsent(hit.sense(), hit.words());
    boolean work = senses.containsKey(Sense.MAINTENANCE);
    if (work && senses.containsKey(Sense.PLANNED)) return named(senses, Sense.MAINTENANCE, Kind.MAINTENANCE);
    if (senses.containsKey(Sense.OUTAGE)) return named(senses, Sense.OUTAGE, Kind.OUTAGE);
    if (senses.containsKey(Sense.TROUBLE)) return named(senses, Sense.TROUBLE, Kind.DEGRADATION);
    if (work) return named(senses, Sense.MAINTENANCE, Kind.MAINTENANCE);
    return senses.containsKey(Sense.NOTICE) ? named(senses, Sense.NOTICE, Kind.NOTICE) : Optional.empty();
  }

  private static Optional<Named> named(Map<Sense, String> senses, Sense sense, Kind kind) {
    return Optional.of(new Named(kind, Objects.requireNonNull(senses.get(sense))));
  }

  private static List<Hit> hits(String text) {
    List<String> words = new ArrayList<>();
    List<Integer> clauses = new ArrayList<>();
    split(text, words, clauses);
    List<Hit> hits = new ArrayList<>();
    int not = -WINDOW - 1;
    int iffy = -WINDOW - 1;
    for (int i = 0; i < words.size(); i++) {
      Optional<Phrase> phrase = phraseAt(words, clauses, i);
      if (phrase.isEmpty()) continue;
      Sense sense = phrase.get().sense();
      // "May be unavailable" is a trouble all the same; "may be resolved" is no end.
      boolean turned = near(clauses, not, i) || sense == Sense.ENDED && near(clauses, iffy, i);
      if (sense == Sense.NOT) not = i;
      else if (sense == Sense.IFFY) iffy = i;
      else if (sense != Sense.ENDED || !isAdjective(words, clauses, i, phrase.get()))
        hits.add(new Hit(sense, turned, says(words, clauses, i), clauses.get(i), phrase.get().lang(),
            String.join(" ", phrase.get().words())));
      if (sense == Sense.GOING && isTurner(phrase.get().words())) iffy = i;
      i += phrase.get().words().size() - 1;
    }
    return hits;
  }

  /** "Problem with resolved tickets", "fixed-line", "fixed down": of a thing, not of how it goes. */
  private static boolean isAdjective(List<String> words, List<Integer> clauses, int i, Phrase phrase) {
    if (phrase.words().size() > 1) return false;
    boolean of = i > 0 && clauses.get(i - 1).equals(clauses.get(i)) && BEFORE_THINGS.contains(words.get(i - 1));
    boolean down = i + 1 < words.size() && clauses.get(i + 1).equals(clauses.get(i)) && words.get(i + 1).equals("down");
    return of || down || words.get(i).equals("fixed") && i + 1 < words.size() && words.get(i + 1).equals("line");
  }

  /** "Completed orders are delayed", but not "an issue where orders are delayed". */
  private static boolean says(List<String> words, List<Integer> clauses, int i) {
    if (i == 0 || !words.get(i - 1).equals("are") && !words.get(i - 1).equals("is")) return false;
    for (int k = i - 1; k >= 0 && clauses.get(k).equals(clauses.get(i)); k--)
      if (RELATIVES.contains(words.get(k))) return false;
    return true;
  }

  private static boolean near(List<Integer> clauses, int turner, int at) {
    return turner >= 0 && at - turner <= WINDOW && clauses.get(turner).equals(clauses.get(at));
  }

  /** "Partially" says that it goes on, and turns "resolved" around as well; so does "en cours de rétablissement". */
  private static boolean isTurner(List<String> words) {
    return TURNERS.contains(String.join(" ", words));
  }

  private static Optional<Phrase> phraseAt(List<String> words, List<Integer> clauses, int at) {
    for (Phrase phrase : PHRASES.getOrDefault(words.get(at), List.of())) {
      int end = at + phrase.words().size();
      if (end <= words.size() && words.subList(at, end).equals(phrase.words())
          && clauses.get(at).equals(clauses.get(end - 1))) return Optional.of(phrase);
    }
    return Optional.empty();
  }

  /** Words in lower case; a clause ends at a full stop, a comma, a dash and the like; a colon joins. */
  private static void split(String text, List<String> words, List<Integer> clauses) {
    String t = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    int clause = 0;
    int from = -1;
    for (int i = 0; i <= t.length(); i++) {
      char c = i < t.length() ? t.charAt(i) : '\n';
      if (Character.isLetterOrDigit(c)) {
        if (from < 0) from = i;
        continue;
      }
      if (from >= 0) {
        String word = t.substring(from, i);
        if (word.equals("but") || word.equals("mais") || word.equals("however") || word.equals("cependant")) clause++;
        words.add(word);
        clauses.add(clause);
        from = -1;
      }
      boolean spaced = i + 1 >= t.length() || Character.isWhitespace(t.charAt(i + 1));
      boolean ends = ";!?|\n()[]–—".indexOf(c) >= 0 || (c == '.' || c == ',' || c == '-') && spaced;
      if (ends) clause++;
    }
  }
}

package iris.alarm;

import iris.signal.Incident;
import iris.signal.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which announcements a person means, and what they are to be taken for. It speaks of words of feeds alone: what was
 * measured stays measured.
 *
 * @param feed id of the only feed that is meant; empty: any
 * @param words one after the other; {@code *} stands for any letters of a word, alone for any words
 * @param origin whose fault it is then; empty: as the feed says
 */
public record Criterion(Optional<String> feed, Field field, String words, Says says, Optional<Origin> origin) {
  /** Longest pattern, in characters. */
  public static final int LONGEST = 200;

  /** Letters and digits that a pattern must ask for, or it would speak of everything. */
  public static final int LEAST = 3;

  private static final int PROPOSED = 8;

  /** Where the words must stand. */
  public enum Field {
    TITLE,
    TEXT,
    ANY
  }

  /** What it says. {@link #RECOVERY}: this very incident is over; {@link #NOTICE}: it is to be read and rings no more. */
  public enum Says {
    OUTAGE,
    DEGRADATION,
    NOTICE,
    RECOVERY,
    MAINTENANCE
  }

  public Criterion {
    Objects.requireNonNull(feed);
    Objects.requireNonNull(field);
    Objects.requireNonNull(words);
    Objects.requireNonNull(says);
    Objects.requireNonNull(origin);
  }

  /** Its words ask for enough and are no longer than a line. */
  public boolean sound() {
    return words.length() <= LONGEST && WordPattern.of(words).weight() >= LEAST;
  }

  /** @param of id of the feed that tells it */
  public boolean matches(String of, Incident told) {
    return matches(of, new Said(told));
  }

  /** The words of an incident, found once for all rules that look at them. */
  static final class Said {
    private final Incident told;
    private @Nullable List<String> title;
    private @Nullable List<String> text;

    Said(Incident told) {
      this.told = told;
    }

    List<String> title() {
      if (title == null) title = WordPattern.words(told.title(), false);
      return title;
    }

    List<String> text() {
      if (text == null) text = WordPattern.words(told.sentence(), false);
      return text;
    }
  }

  boolean matches(String of, Said said) {
    if (feed.isPresent() && !feed.get().equals(of)) return false;
    WordPattern pattern = WordPattern.of(words);
    return switch (field) {
      case TITLE -> pattern.in(said.title());
      case TEXT -> pattern.in(said.text());
      case ANY -> pattern.in(said.title()) || pattern.in(said.text());
    };
  }

  /** What the incident is by this; what is over stays over. */
  public Incident judge(Incident told, String rule) {
    Incident.Kind kind = switch (says) {
      case OUTAGE -> Incident.Kind.OUTAGE;
      case DEGRADATION -> Incident.Kind.DEGRADATION;
      case NOTICE -> Incident.Kind.NOTICE;
      case MAINTENANCE -> Incident.Kind.MAINTENANCE;
      case RECOVERY -> told.kind();
    };
    return told.judged(kind, told.open() && says != Says.RECOVERY, origin.or(told::origin), rule);
  }

  /** Words to begin with: the title's own, where figures and dates may be others the next time. */
  public static String proposed(String title) {
    List<String> out = new ArrayList<>();
    for (String word : title.strip().split("\\s+")) {
      boolean figures = word.chars().anyMatch(Character::isDigit) || word.indexOf('*') >= 0;
      boolean again = figures && !out.isEmpty() && out.getLast().equals("*");
      boolean letters = word.chars().anyMatch(Character::isLetter);
      if (!again && (figures || letters)) out.add(figures ? "*" : word);
      if (out.size() == PROPOSED) break;
    }
    while (!out.isEmpty() && out.getLast().equals("*")) out.removeLast();
    while (!out.isEmpty() && out.getFirst().equals("*")) out.removeFirst();
    String all = String.join(" ", out);
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
  }

  /** The kind of sentence that a title is: its words without what changes from one ticket to the next. */
  static List<String> kindOf(String title) {
    Stream<String> words = WordPattern.words(title, false).stream();
    return words.filter(w -> w.chars().noneMatch(Character::isDigit)).toList();
  }
}

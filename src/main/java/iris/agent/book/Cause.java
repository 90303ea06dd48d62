package iris.agent.book;

import iris.signal.Reason;
import iris.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why an incident is said to be: whose evidence tells it and how sure that is, or the words of a person.
 *
 * @param author who said it; empty for the agent itself
 * @param text the author's words; empty for the agent's own
 * @param sure how sure the origin is; empty where no origin is told, at the end of an incident
 * @param witnesses what the agent goes by, the weightiest first
 */
public record Cause(Optional<String> author, String text, Optional<Sure> sure, List<Witness> witnesses) {

  /** How sure an origin is. */
  public enum Sure {
    /** A direct witness, and nothing speaks against it. */
    CERTAIN,
    /** One witness of several, or one that another contradicts. */
    PROBABLE,
    /** Nothing says whose fault it is. */
    UNCLEAR
  }

  /** One piece of evidence, and what it said itself where it said something. */
  public record Witness(Reason what, Optional<Reason> why) {
    public Witness {
      Objects.requireNonNull(what);
      Objects.requireNonNull(why);
    }

    public static Witness of(String key, Object... args) {
      return new Witness(Reason.of(key, args), Optional.empty());
    }

    String said(Words words) {
      return why.map(w -> words.say("agent.book.witness", words.say(what), bare(words.say(w))))
          .orElseGet(() -> words.say(what));
    }

    /** Its full stop is ours to set. */
    private static String bare(String sentence) {
      return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
  }

  public Cause {
    Objects.requireNonNull(author);
    Objects.requireNonNull(text);
    Objects.requireNonNull(sure);
    witnesses = List.copyOf(witnesses);
  }

  /** What a person said. */
  static Cause by(String author, String text) {
    return new Cause(Optional.of(author), text, Optional.empty(), List.of());
  }

  /** What the agent found. */
  static Cause found(Sure sure, List<Witness> witnesses) {
    return new Cause(Optional.empty(), "", Optional.of(sure), witnesses);
  }

  /** Why the agent takes it to be over. */
  static Cause over(List<Witness> witnesses) {
    return new Cause(Optional.empty(), "", Optional.empty(), witnesses);
  }

  /** In words, one line: "Origin certain: the check “front” (DARVA) fails since 15:12: no answer within 5 s." */
  public String said(Words words) {
    if (author.isPresent()) return text;
    String all = witnesses.stream().map(w -> w.said(words)).collect(Collectors.joining(words.say("agent.book.and")));
    return words.say(sure.map(s -> switch (s) {
      case CERTAIN -> "agent.book.sure.certain";
      case PROBABLE -> "agent.book.sure.probable";
      case UNCLEAR -> "agent.book.sure.unclear";
    }).orElse("agent.book.over"), all);
  }
}

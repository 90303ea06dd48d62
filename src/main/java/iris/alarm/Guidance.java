package iris.alarm;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to do and whom to call, as the operators wrote it for one service: Markdown, by who is at fault.
 *
 * @param texts none is blank; {@link Whose#ANYBODY} stands in for those that are not written
 */
public record Guidance(Map<Whose, String> texts) {
  public static final Guidance NONE = new Guidance(Map.of());

  /** Longest text, in characters: a page that somebody reads in a hurry, not a handbook. */
  public static final int LONGEST = 16_384;

  /** Whose fault a text is for; the configuration calls them provider, external, network and default. */
  public enum Whose {
    PROVIDER,
    EXTERNAL,
    NETWORK,
    ANYBODY
  }

  public Guidance {
    Map<Whose, String> kept = new EnumMap<>(Whose.class);
    kept.putAll(texts);
    texts = Map.copyOf(kept);
    texts.values().forEach(text -> {
      if (text.isBlank() || text.length() > LONGEST)
        throw new IllegalArgumentException("a text of guidance has 1 to " + LONGEST + " characters");
    });
  }

  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** The text for this fault, and whose it is; empty where none was written for it, nor for anybody. */
  public Optional<Map.Entry<Whose, String>> of(OriginVerdict.Fault fault) {
    return text(whose(fault)).or(() -> text(Whose.ANYBODY));
  }

  private Optional<Map.Entry<Whose, String>> text(Whose whose) {
    return Optional.ofNullable(texts.get(whose)).map(text -> Map.entry(whose, text));
  }

  /** Who is meant by a verdict; one that names two means neither. */
  public static Whose whose(OriginVerdict.Fault fault) {
    return switch (fault) {
      case PROVIDER, PROVIDER_SIGNALLING -> Whose.PROVIDER;
      case EXTERNAL -> Whose.EXTERNAL;
      case NETWORK_BETWEEN, OUR_LINK_TO_PROVIDER, OUR_NETWORK -> Whose.NETWORK;
      case NORMAL, PROVIDER_OR_EXTERNAL -> Whose.ANYBODY;
    };
  }
}

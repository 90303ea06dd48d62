package iris.report;

/** How much something wants to be seen; each medium has a sign for it besides its colour. */
public enum Tone {
  PLAIN,
  /** Said smaller: how it was counted, where it comes from. */
  SOFT,
  STRONG,
  /** Kept what was agreed. */
  GOOD,
  /** Broke what was agreed. */
  BAD,
  /** Nobody can know. */
  OPEN;

  /** Before the words, where colour cannot be seen; in the typeface that travels along. Empty: none. */
  public String sign() {
    return switch (this) {
      case GOOD -> "✓";
      case BAD -> "×";
      case OPEN -> "◊";
      case PLAIN, SOFT, STRONG -> "";
    };
  }
}

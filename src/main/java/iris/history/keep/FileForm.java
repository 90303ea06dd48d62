package iris.history.keep;

/** How an exported file is written; UTF-8 both. */
public enum FileForm {
  /** RFC 4180 with a line of names first. */
  CSV,
  /** One JSON object a line; what is not known is left out. */
  JSONL
}

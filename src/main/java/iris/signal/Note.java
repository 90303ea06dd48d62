package iris.signal;

/**
 * An item that carries no figures and no incident element; its words stand in the item.
 *
 * @param kind the word by which a feed of the profile calls it, where nobody knows what that is; else empty
 */
public record Note(String kind) implements Body {
  public static final Note NOTE = new Note("");

  public Note {
    // Journals written before there was one.
    if (kind == null) kind = "";
  }
}

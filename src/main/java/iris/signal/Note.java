package iris.signal;

/** An item that carries no figures and no incident element; its words stand in the item. */
public record Note() implements Body {
  public static final Note NOTE = new Note();
}

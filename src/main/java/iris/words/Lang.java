package iris.words;

import java.util.Locale;

/** The two languages of IRIS, French first. */
public enum Lang {
  FR(Locale.FRANCE),
  EN(Locale.UK);

  private final Locale locale;

  Lang(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** The language for a locale: English only for who asks for English, since IRIS is French first. */
  public static Lang of(Locale locale) {
    return locale.getLanguage().equals("en") ? EN : FR;
  }
}

package iris.settings;

import java.util.Locale;

/** The sections of the file. */
public enum Section {
  DISPLAY(false),
  SOUND(false),
  NOTIFICATIONS(false),
  VANTAGE(false),
  FEEDS(true),
  SERVICES(true),
  CONTRACTS(true),
  FALLBACKS(true),
  RELAY(true),
  RIGHTS(false),
  HISTORY(false),
  REPORTS(false);

  private final boolean named;

  Section(boolean named) {
    this.named = named;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Holds one block of options for each name; these are the sections that a drop-in file may have. */
  public boolean named() {
    return named;
  }
}

package iris.signal;

import java.util.Locale;

/** Whose habits a document follows (feed-profile.md). Wire form: the name in lower case. */
public enum Dialect {
  IRIS,
  STATUSPAGE,
  AWS,
  AZURE,
  GCP,
  CSTATE,
  BETTERSTACK,
  UPTIMEKUMA,
  GENERIC;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Dialects in which an incident that is no longer in the document is over (reading rule 3). */
  public boolean vanishingIsRecovery() {
    return this == AZURE || this == UPTIMEKUMA;
  }
}

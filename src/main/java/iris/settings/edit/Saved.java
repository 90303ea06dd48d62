package iris.settings.edit;

import iris.signal.Reason;

/** What came of writing. */
public sealed interface Saved {
  /** @param back writes it all back as it was */
  record Done(Draft.Ready back) implements Saved {}

  /** Nothing has changed on the disk. */
  record Refused(Reason why) implements Saved {}
}

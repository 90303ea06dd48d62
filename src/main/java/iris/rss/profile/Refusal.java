package iris.rss.profile;

import iris.signal.Reason;

/** The document is refused whole. Never leaves the package. */
final class Refusal extends Exception {
  final transient Reason why;
  final int line;

  Refusal(int line, Reason why) {
    super(why.key(), null, false, false);
    this.why = why;
    this.line = Math.max(0, line);
  }
}

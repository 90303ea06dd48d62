package iris.rss.profile;

import iris.signal.Finding;
import iris.signal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** What was odd, at most {@link #MOST} of it: a feed that is wrong in one way is so in every item. */
final class Findings {
  static final int MOST = 500;
  private final List<Finding> found = new ArrayList<>();
  private final IntSupplier here;
  private int more;
  private Finding.Level worst = Finding.Level.WARNING;

  /** @param here the line that is being read */
  Findings(IntSupplier here) {
    this.here = here;
  }

  /** Something was not read. */
  void error(int line, Reason why) {
    add(new Finding(Finding.Level.ERROR, line, why));
  }

  /** Something was read with a doubt. */
  void warning(int line, String key, Object... args) {
    add(new Finding(Finding.Level.WARNING, line, Reason.of(key, args)));
  }

  /** As {@link #warning(int, String, Object...)}, at the line that is being read. */
  void warnHere(String key, Object... args) {
    warning(Math.max(0, here.getAsInt()), key, args);
  }

  private void add(Finding finding) {
    if (found.size() < MOST) {
      found.add(finding);
      return;
    }
    more++;
    if (finding.level() == Finding.Level.ERROR) worst = Finding.Level.ERROR;
  }

  List<Finding> list() {
    if (more == 0) return List.copyOf(found);
    List<Finding> all = new ArrayList<>(found);
    all.add(new Finding(worst, 0, Reason.of("rss.more-findings", more)));
    return List.copyOf(all);
  }
}

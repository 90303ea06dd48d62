package iris.agent.keep;

import iris.agent.book.Announcement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Announcements that came in, and answers that wait to be kept with what they brought. Of the engine's thread. */
final class Desk {
  private static final System.Logger LOG = System.getLogger("iris.agent");
  private static final Duration ANSWERS_STAY = Duration.ofDays(1);
  private static final long LOOK_EVERY_NANOS = 100_000_000;

  private final InboxRows rows;
  private final Map<Long, Answer> answers = new LinkedHashMap<>();
  private Optional<Long> looked = Optional.empty();
  private boolean confessed;

  Desk(InboxRows rows) {
    this.rows = rows;
  }

  /** At a start. */
  void clear(Instant now) {
    try {
      rows.clear(now.minus(ANSWERS_STAY));
    } catch (SQLException fullDisk) {
      LOG.log(System.Logger.Level.WARNING, "the inbox was not tidied up: {0}", fullDisk.getMessage());
    }
  }

  /** What nobody took before; looks ten times a second at most. */
  Map<Long, Optional<Announcement>> waiting(long nanos) {
    if (looked.filter(at -> nanos - at < LOOK_EVERY_NANOS).isPresent()) return Map.of();
    looked = Optional.of(nanos);
    try {
      Map<Long, Optional<Announcement>> taken = rows.take();
      confessed = false;
      return taken;
    } catch (SQLException e) {
      // Who waits for an answer gets none and says so.
      if (!confessed) LOG.log(System.Logger.Level.WARNING, "the inbox cannot be read: {0}", e.getMessage());
      confessed = true;
      return Map.of();
    }
  }

  void answer(long id, Answer answer) {
    answers.put(id, answer);
  }

  boolean answered() {
    return !answers.isEmpty();
  }

  Map<Long, Answer> answers() {
    return answers;
  }

  void kept() {
    answers.clear();
  }
}

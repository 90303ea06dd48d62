package iris.app;

import iris.alarm.Board;
import iris.history.Journal;
import iris.history.Opening;
import iris.history.Profile;
import iris.history.Restored;
import iris.signal.Reason;
import iris.store.Steps;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * From where a console starts.
 *
 * @param journal empty for a read-only console and a folder that cannot be used
 * @param readOnly why nothing can be done here
 * @param fault of the journal, to be raised as the console's
 */
record Outset(Optional<Journal> journal, Restored restored, Optional<Reason> readOnly, Optional<Reason> fault) {

  /** A console without a journal still watches: a full disk is no reason to be blind. */
  static Outset ofProfile(Path folder, Instant now) {
    return ofProfile(folder, now, Steps.Way.UNTOLD);
  }

  /** The same. @param way who waits for a store of an earlier version */
  static Outset ofProfile(Path folder, Instant now, Steps.Way way) {
    return switch (Profile.open(folder, now, way)) {
      case Opening.Writable(Journal journal, Restored restored) ->
          new Outset(Optional.of(journal), restored, Optional.empty(), restored.damage());
      case Opening.ReadOnly(Restored restored, Reason why) ->
          new Outset(Optional.empty(), restored, Optional.of(why), Optional.empty());
      case Opening.Refused(Restored restored, Reason why) ->
          new Outset(Optional.empty(), restored, Optional.empty(), Optional.of(why));
    };
  }

  Optional<Board> board() {
    return restored.board();
  }
}

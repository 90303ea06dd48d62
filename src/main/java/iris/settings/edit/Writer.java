package iris.settings.edit;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts changes on the disk: all of them or none, and only on files that are still as they were shown. Blocks. */
public final class Writer {
  private Writer() {}

  public static Saved write(Draft.Ready draft) {
    List<Change> done = new ArrayList<>();
    List<Change> back = new ArrayList<>();
    try {
      for (Change change : draft.changes()) {
        Optional<String> now = read(change.file());
        // A secret is replaced whatever it was: nobody was shown it.
        if (!change.secret() && !now.equals(change.before()))
          return undo(done, Reason.of("settings.edit.changed", change.file()));
        if (!change.secret() && now.isPresent() && !Files.isWritable(change.file()))
          return undo(done, Reason.of("settings.edit.read-only", change.file()));
        Change sure = new Change(change.file(), now, change.after(), change.secret());
        put(sure);
        done.add(sure);
        back.add(sure);
      }
      return new Saved.Done(new Draft.Ready(back).back());
    } catch (AccessDeniedException e) {
      return undo(done, Reason.of("settings.edit.denied", e.getFile()));
    } catch (IOException e) {
      return undo(done, Reason.of("settings.edit.not-written", String.valueOf(e.getMessage())));
    }
  }

  private static Saved undo(List<Change> done, Reason why) {
    try {
      for (Change change : done.reversed()) put(change.back());
      return new Saved.Refused(why);
    } catch (IOException again) {
      return new Saved.Refused(Reason.of("settings.edit.half", done.getFirst().file(), again.toString()));
    }
  }

  private static Optional<String> read(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  private static void put(Change change) throws IOException {
    if (change.after().isEmpty()) {
      Files.deleteIfExists(change.file());
      return;
    }
    byte[] bytes = change.after().get().getBytes(StandardCharsets.UTF_8);
    if (change.secret()) Replacing.secret(change.file(), bytes);
    else Replacing.plain(change.file(), bytes);
  }
}

package iris.history.keep;

import iris.history.Profile;
import iris.signal.Reason;
import iris.store.Sqlite;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A part of the history written as text, of one moment, while the console may write on.
 *
 * @param rows written; {@code unreadable} damaged ones that were left out
 */
public record Export(Path file, long rows, long unreadable) {

  /** @param out is replaced, in one step, once all is written */
  public static Export of(Path folder, Selection what, FileForm form, Path out) throws Unkept {
    Path target = out.toAbsolutePath();
    if (target.getParent() == null || !Files.isDirectory(target.getParent()))
      throw new Unkept("history.keep.no-folder", target.getParent() == null ? target : target.getParent());
    Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    Connection db = Stores.current(Profile.store(folder));
    try {
      Pen pen = written(db, what, form, part);
      Copy.settle(part);
      // A device or a pipe stays what it is.
      if (Files.exists(target) && !Files.isRegularFile(target)) Files.write(target, Files.readAllBytes(part));
      else Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Export(out, pen.rows(), pen.unreadable());
    } catch (SQLException | IOException | IllegalArgumentException e) {
      throw new Unkept(Reason.of("history.keep.export-failed", out, String.valueOf(e.getMessage())), e);
    } finally {
      Stores.close(db);
      Copy.drop(part);
    }
  }

  private static Pen written(Connection db, Selection what, FileForm form, Path part)
      throws SQLException, IOException, Unkept {
    try (BufferedWriter to = Files.newBufferedWriter(part)) {
      Pen pen = new Pen(RowWriter.of(form, what.kind(), to));
      // All rows as they were at one moment, however long it takes.
      Sqlite.execute(db, "BEGIN");
      Subjects.check(db, what);
      switch (what.kind()) {
        case WINDOWS -> Contents.windows(db, what, pen);
        case INCIDENTS, TRANSITIONS, ACTS -> Contents.transitions(db, what, pen);
        case PAUSES -> Contents.pauses(db, what, pen);
        case HOURS, DAYS, MONTHS -> Contents.stretches(db, what, pen);
      }
      return pen;
    }
  }
}

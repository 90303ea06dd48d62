package iris.history.keep;

import iris.history.Hold;
import iris.history.Profile;
import iris.signal.Reason;
import iris.store.Sqlite;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exported file read into a profile, in one transaction: what is new is added, what is kept already stays, and what
 * cannot be taken is said line by line.
 *
 * @param first the first {@link #SAID} of the refused lines
 */
public record Import(long fresh, long same, long refused, List<Complaint> first) {
  static final int SAID = 20;

  /** @param line where the row begins, from 1 */
  public record Complaint(long line, Reason why) {}

  public Import {
    first = List.copyOf(first);
  }

  /** Refused while a console holds the profile, since the two would write between each other. */
  public static Import of(Path folder, Path file, Instant now) throws Unkept {
    if (!Files.isRegularFile(file)) throw new Unkept("history.keep.import-missing", file);
    Path store = Profile.store(folder);
    try (Hold hold = Restore.hold(folder)) {
      // All of it is one transaction, which lies beside the store until it is done: as much as the file is more than enough.
      Copy.room(Files.size(file), folder);
      if (Files.exists(store)) Stores.close(Stores.open(store));
      try (Connection db = hold.store(folder); Reader in = reader(file)) {
        return taken(db, RowReader.of(in), now);
      }
    } catch (SQLException | IOException e) {
      throw new Unkept(Reason.of("history.keep.import-failed", file, String.valueOf(e.getMessage())), e);
    }
  }

  /** Bytes that are no UTF-8 become the sign for that: one of them in a title is no reason to refuse a year. */
  private static Reader reader(Path file) throws IOException {
    return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static Import taken(Connection db, RowReader rows, Instant now) throws SQLException, IOException {
    Sqlite.execute(db, "BEGIN IMMEDIATE");
    try (Intake intake = new Intake(db, now)) {
      List<Complaint> first = new ArrayList<>();
      long[] counts = new long[3];
      for (Optional<Line> line = rows.next(); line.isPresent(); line = rows.next()) {
        Optional<Complaint> complaint = switch (line.get()) {
          case Line.Bad(long number, Reason why) -> Optional.of(new Complaint(number, why));
          case Line.Row(long number, Cells cells) -> take(intake, number, cells, counts);
        };
        if (complaint.isEmpty()) continue;
        counts[2]++;
        if (first.size() < SAID) first.add(complaint.get());
      }
      intake.finish();
      Sqlite.execute(db, "COMMIT");
      return new Import(counts[0], counts[1], counts[2], first);
    }
  }

  private static Optional<Complaint> take(Intake intake, long number, Cells cells, long[] counts) throws SQLException {
    try {
      counts[intake.take(cells) ? 0 : 1]++;
      return Optional.empty();
    } catch (Unreadably e) {
      return Optional.of(new Complaint(number, e.why()));
    }
  }
}

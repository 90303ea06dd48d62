package iris.agent.keep;

import iris.agent.book.Announcement;
import iris.signal.Reason;
import iris.store.Sqlite;
import iris.store.Steps;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How another process of this machine tells the running agent something: a row of its store, and the answer in the same
 * row. What no agent took is withdrawn: an operator who was told "no" must not find it done an hour later.
 */
public final class Inbox {
  private static final long LOOK_EVERY_MILLIS = 30;

  private final Path folder;

  public Inbox(Path folder) {
    this.folder = folder;
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** Published, or refused by the agent. */
    record Answered(Answer answer) implements Outcome {
      public Answered {
        Objects.requireNonNull(answer);
      }
    }

    /** The agent was not told, and will not be; the reason says why and what to do. */
    record Untold(Reason why) implements Outcome {
      public Untold {
        Objects.requireNonNull(why);
      }
    }

    /** The agent took it and did not say what became of it. */
    record Unknown(Reason why) implements Outcome {
      public Unknown {
        Objects.requireNonNull(why);
      }
    }
  }

  /**
   * Tells the agent and waits for its answer.
   *
   * @param patience how long it is waited for
   */
  public Outcome tell(Announcement announcement, Instant now, Duration patience) throws InterruptedException {
    Path store = folder.resolve(StateFolder.STORE);
    try {
      if (!Files.exists(store) || !Lock.held(folder)) return untold("agent.keep.announce.no-agent", folder);
      if (!Files.isWritable(store)) return untold("agent.keep.denied", folder);
      try (Connection db = Sqlite.writable(store)) {
        if (Steps.version(db) != Schema.STEPS.version()) return untold("agent.keep.announce.version", folder);
        return ask(db, announcement, now, patience);
      }
    } catch (AccessDeniedException e) {
      return untold("agent.keep.denied", folder);
    } catch (IOException | SQLException e) {
      return untold("agent.keep.announce.not-written", folder, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome.Untold untold(String key, Object... args) {
    return new Outcome.Untold(Reason.of(key, args));
  }

  private Outcome ask(Connection db, Announcement announcement, Instant now, Duration patience)
      throws SQLException, InterruptedException {
    long id = write(db, announcement, now);
    long deadline = System.nanoTime() + patience.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (System.nanoTime() < deadline) {
      Optional<Answer> answer = answer(db, id);
      if (answer.isPresent()) return new Outcome.Answered(answer.get());
      never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (withdrawn(db, id)) return untold("agent.keep.announce.no-answer", patience);
    return answer(db, id).<Outcome>map(Outcome.Answered::new)
        .orElseGet(() -> new Outcome.Unknown(Reason.of("agent.keep.announce.unknown", patience)));
  }

  private static long write(Connection db, Announcement announcement, Instant now) throws SQLException {
    // Not RETURNING: on a full disk it gives the number of a row whose commit fails afterwards, and says nothing of it.
    try (PreparedStatement s = db.prepareStatement("INSERT INTO told(at, body) VALUES(?,?)")) {
      s.setLong(1, now.toEpochMilli());
      s.setBytes(2, Codec.write(announcement, Announcement.class));
      s.executeUpdate();
    }
    return Sqlite.figure(db, "SELECT last_insert_rowid()");
  }

  private static Optional<Answer> answer(Connection db, long id) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT answer FROM told WHERE id = ? AND answer IS NOT NULL")) {
      s.setLong(1, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(Codec.read(r.getBytes(1), Answer.class)) : Optional.empty();
      }
    }
  }

  /** Only what the agent has not taken: it takes in one statement, so it is one or the other. */
  private static boolean withdrawn(Connection db, long id) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("DELETE FROM told WHERE id = ? AND taken = 0")) {
      s.setLong(1, id);
      return s.executeUpdate() == 1;
    }
  }
}

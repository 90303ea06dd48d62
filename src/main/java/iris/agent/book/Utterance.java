package iris.agent.book;

import iris.signal.IncidentStep;
import iris.signal.Maintenance;
import iris.signal.Reason;
import iris.signal.Window;
import iris.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What is to be published. Not yet in words, since a book speaks no language. */
public sealed interface Utterance {
  /** When it is said: the time of its publication, never before that of an earlier utterance of the service. */
  Instant at();

  /** Never used before, never used again. */
  String guid();

  /** A window was closed. */
  record Counted(Instant at, String guid, Window window) implements Utterance {
    public Counted {
      Objects.requireNonNull(at);
      Objects.requireNonNull(guid);
      Objects.requireNonNull(window);
    }
  }

  /**
   * An incident was opened, changed or closed.
   *
   * @param step with an empty cause: see {@link #worded}
   */
  record Stepped(Instant at, String guid, IncidentStep step, Cause cause) implements Utterance {
    public Stepped {
      Objects.requireNonNull(at);
      Objects.requireNonNull(guid);
      Objects.requireNonNull(step);
      Objects.requireNonNull(cause);
    }

    /** The step with its cause in words. */
    public IncidentStep worded(Words words) {
      return new IncidentStep(step.id(), step.service(), step.sequence(), step.state(), step.severity(), step.origin(),
          step.party(), step.since(), step.until(), cause.said(words));
    }
  }

  /**
   * Maintenance was planned, changed, started, ended or cancelled.
   *
   * @param revision how often this state of it was said, from 1; part of the guid from 2 on
   * @param text what its author says, may be empty
   */
  record Worked(Instant at, String guid, Maintenance maintenance, int revision, String author, String text)
      implements Utterance {
    public Worked {
      if (revision < 1) throw new IllegalArgumentException("revision " + revision);
      Objects.requireNonNull(at);
      Objects.requireNonNull(guid);
      Objects.requireNonNull(maintenance);
      Objects.requireNonNull(author);
      Objects.requireNonNull(text);
    }
  }

  /**
   * A notice.
   *
   * @param id unique among the notices of the service, the last part of the guid
   * @param reasons its sentences, one or more, the weightiest first
   */
  record Noticed(Instant at, String guid, String id, List<Reason> reasons) implements Utterance {
    public Noticed {
      Objects.requireNonNull(at);
      Objects.requireNonNull(guid);
      Objects.requireNonNull(id);
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) throw new IllegalArgumentException("a notice says something");
    }
  }
}

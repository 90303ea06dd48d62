package iris.signal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is told to the board: the one thing that {@code feed} and {@code alarm} have in common. A report carries no
 * time of arrival: whoever hands it to the board says when.
 */
public sealed interface Report {

  /** The source "iris": the health of the console itself. */
  String IRIS = "iris";

  /** Id of the source it is about, as configured; {@link #IRIS} for ourselves. */
  String source();

  /** A valid document that differs from the last one. {@code backfill}: older items from an archive, silent. */
  record Published(String source, Bulletin bulletin, Contact contact, boolean backfill) implements Report {
    public Published {
      Objects.requireNonNull(source);
      Objects.requireNonNull(bulletin);
      Objects.requireNonNull(contact);
    }
  }

  /** The source answered, and its document is the one that we have (304, or the same bytes): transport is well. */
  record Unchanged(String source, Contact contact) implements Report {
    public Unchanged {
      Objects.requireNonNull(source);
      Objects.requireNonNull(contact);
    }
  }

  /** No answer, or a refusal: the poll failed. */
  record Unreached(String source, Reason why) implements Report {
    public Unreached {
      Objects.requireNonNull(source);
      Objects.requireNonNull(why);
    }
  }

  /** An answer that is not the feed: login page, cut XML, another title. Rejected whole. */
  record Unreadable(String source, Reason why, Contact contact) implements Report {
    public Unreadable {
      Objects.requireNonNull(source);
      Objects.requireNonNull(why);
      Objects.requireNonNull(contact);
    }
  }

  /** Our own check of a service ({@code service} set), or of the neutral host that shares our link. */
  record Checked(String source, Vantage vantage, boolean well, Reason why, Optional<Took> took) implements Report {
    /** What was checked. */
    public enum Vantage {
      SERVICE,
      NEUTRAL_HOST
    }

    public Checked {
      Objects.requireNonNull(source);
      Objects.requireNonNull(vantage);
      Objects.requireNonNull(why);
      // A journal of before the times were kept has none.
      if (took == null) took = Optional.empty();
    }

    /** A check whose times nobody took. */
    public Checked(String source, Vantage vantage, boolean well, Reason why) {
      this(source, vantage, well, why, Optional.empty());
    }
  }

  /** Health of a part of the console: {@code part} is sound, journal, clock, screen, relay, toast ... */
  record Health(String part, boolean well, Reason why) implements Report {
    public Health {
      Objects.requireNonNull(part);
      Objects.requireNonNull(why);
    }

    @Override
    public String source() {
      return IRIS;
    }
  }

  /**
   * How the switching of a fallback goes on.
   *
   * @param service key of the service
   * @param order when it was ordered: the name of this one attempt, so that no other is taken for it
   * @param known what is known of the fallback with a failure; {@link FallbackSight#UNASKED} where nothing is
   * @param output last lines that the command or the server said, without secrets
   */
  record Switching(
      String service, Instant order, Stage stage, Reason what, FallbackSight known, List<String> output)
      implements Report {
    public enum Stage {
      STARTED,
      ANSWERED,
      /** Well; the plan has no status check that could confirm it. */
      DONE,
      /** Well, and the status check says so too. */
      VERIFIED,
      /** The call went well, and the status check cannot be asked. */
      UNVERIFIED,
      FAILED;

      /** Nothing more comes of this attempt. */
      public boolean last() {
        return this != STARTED && this != ANSWERED;
      }
    }

    public Switching {
      Objects.requireNonNull(service);
      Objects.requireNonNull(order);
      Objects.requireNonNull(stage);
      Objects.requireNonNull(what);
      Objects.requireNonNull(known);
      output = List.copyOf(output);
    }

    @Override
    public String source() {
      return IRIS;
    }
  }

  /** What is usual in these hours, read from the past: so it lies in the journal, and is replayed as it was known. */
  record Customary(List<Norm> norms) implements Report {
    public Customary {
      norms = List.copyOf(norms);
    }

    @Override
    public String source() {
      return IRIS;
    }
  }

  /** What the status check of a service's fallback saw, of its own accord. */
  record FallbackSeen(String service, FallbackSight sight, Reason why) implements Report {
    public FallbackSeen {
      Objects.requireNonNull(service);
      Objects.requireNonNull(sight);
      Objects.requireNonNull(why);
    }

    @Override
    public String source() {
      return IRIS;
    }
  }
}

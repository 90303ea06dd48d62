package iris.ui.desk;

import iris.signal.Reason;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What one window wishes of the rest of the program; who wires the windows grants it. */
public sealed interface Wish {
  /**
   * The workstation's window, in front.
   *
   * @param page its id; empty: where it stood
   * @param subject service or feed to go to on that page
   */
  record Desk(Optional<String> page, Optional<String> subject) implements Wish {
    public Desk {
      Objects.requireNonNull(page);
      Objects.requireNonNull(subject);
    }
  }

  /** A subject at a moment, for a page that can go to one. */
  static String at(String subject, Instant moment) {
    return subject + AT + moment;
  }

  /** The moment that {@link #at} named; empty: none was named. */
  static Optional<Instant> moment(String subject) {
    try {
      int at = subject.lastIndexOf(AT);
      return at < 0 ? Optional.empty() : Optional.of(Instant.parse(subject.substring(at + 1)));
    } catch (DateTimeException aNameWithThatSign) {
      return Optional.empty();
    }
  }

  /** The subject without its moment. */
  static String about(String subject) {
    return moment(subject).isEmpty() ? subject : subject.substring(0, subject.lastIndexOf(AT));
  }

  /** Between a subject and its moment. */
  char AT = '@';

  /** What the page of the settings takes for a feed that is not there yet. */
  String NEW = "+";

  /** The form of a new feed. */
  static Wish newFeed() {
    return new Desk(Optional.of("settings"), Optional.of(NEW));
  }

  /** The window of the tiles, in front. */
  record Wall() implements Wish {}

  /**
   * A link, by what the desktop opens such links with. Never waits.
   *
   * @param link http, https, mailto or tel
   * @param answer told on the FX thread why it could not be opened; empty: it was handed over
   */
  record Open(URI link, Consumer<Optional<Reason>> answer) implements Wish {
    public Open {
      Objects.requireNonNull(link);
      Objects.requireNonNull(answer);
    }
  }

  /**
   * What was then, in windows of its own beside those of now. Never waits.
   *
   * @param answer told on the FX thread why it cannot be shown; empty: it is
   */
  record Replay(Instant at, Consumer<Optional<Reason>> answer) implements Wish {
    public Replay {
      Objects.requireNonNull(at);
      Objects.requireNonNull(answer);
    }
  }
}

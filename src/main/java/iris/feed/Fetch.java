package iris.feed;

import iris.signal.Contact;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of asking once. Every "no" says why, in a reason that the screen can show. */
public sealed interface Fetch {

  /**
   * A whole document.
   *
   * @param bytes unpacked; not to be changed
   * @param hash SHA-256 of them, in hexadecimal
   * @param charset of the header Content-Type
   * @param stranger host that answered where redirects led to another one than was asked
   * @param date header Date; the same one twice is a cache's doing
   */
  record Body(
      byte[] bytes,
      String hash,
      Optional<String> charset,
      Optional<String> stranger,
      Validators validators,
      Optional<Instant> date,
      Contact contact)
      implements Fetch {
    public Body {
      Objects.requireNonNull(bytes);
      Objects.requireNonNull(hash);
      Objects.requireNonNull(charset);
      Objects.requireNonNull(stranger);
      Objects.requireNonNull(validators);
      Objects.requireNonNull(date);
      Objects.requireNonNull(contact);
    }
  }

  /** The document that the validators name is still the one. */
  record NotModified(Validators validators, Optional<Instant> date, Contact contact) implements Fetch {
    public NotModified {
      Objects.requireNonNull(validators);
      Objects.requireNonNull(date);
      Objects.requireNonNull(contact);
    }
  }

  /** More than the caps allow, on the wire or unpacked. None of it was kept. */
  record TooLarge(Reason why, Contact contact) implements Fetch {
    public TooLarge {
      Objects.requireNonNull(why);
      Objects.requireNonNull(contact);
    }
  }

  /**
   * An answer that is a no, or one that we must not follow.
   *
   * @param status of HTTP, where there is one
   * @param retryAfter how long the server wants to be left in peace; 0 or more, as it said it
   */
  record Refused(Reason why, OptionalInt status, Optional<Duration> retryAfter, Contact contact) implements Fetch {
    public Refused {
      Objects.requireNonNull(why);
      Objects.requireNonNull(status);
      Objects.requireNonNull(retryAfter);
      Objects.requireNonNull(contact);
    }
  }

  /** No answer, or half of one. */
  record Failed(Reason why) implements Fetch {
    public Failed {
      Objects.requireNonNull(why);
    }
  }
}

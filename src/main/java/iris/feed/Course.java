package iris.feed;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.signal.Contact;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is remembered from one poll to the next, and what follows from an answer: how to ask, what to report, how long
 * to wait. Pure: the poller only acts on it.
 *
 * @param validators of the last document; kept only for one that was understood
 * @param understood hash of the last document that was understood
 * @param rejected the last document that was not, if nothing was understood since
 * @param conditional polls in a row that carried validators
 * @param heard the last header Date and when it came
 * @param pastCaches the last answer was a cache's copy: caches are told to ask the origin
 */
public record Course(
    SourceConfig source,
    Validators validators,
    Optional<String> understood,
    Optional<Rejected> rejected,
    int conditional,
    Optional<Heard> heard,
    boolean pastCaches) {

  /** A web server's ETag made of time and size misses a rewrite of the same second and size: ask plainly at times. */
  static final int CONDITIONAL_AT_MOST = 10;

  /** However long a server wants us to stay away: after this we are blind for longer than the board can bear. */
  static final Duration RETRY_AFTER_AT_MOST = Duration.ofMinutes(15);

  /** The same Date this long apart was not made by a server's clock. */
  private static final Duration SAME_DATE = Duration.ofSeconds(5);

  /** A document that was not understood, by its hash, and why. */
  public record Rejected(String hash, Reason why) {
    public Rejected {
      Objects.requireNonNull(hash);
      Objects.requireNonNull(why);
    }
  }

  /** A header Date and the time of ours when it came. */
  public record Heard(Instant date, Instant at) {
    public Heard {
      Objects.requireNonNull(date);
      Objects.requireNonNull(at);
    }
  }

  /**
   * What one answer leads to.
   *
   * @param rest until the next poll, from now
   * @param keepRaw the document was rejected and is not the one that was rejected before
   */
  public record Step(Course course, Report report, Duration rest, boolean keepRaw) {
    public Step {
      Objects.requireNonNull(course);
      Objects.requireNonNull(report);
      Objects.requireNonNull(rest);
    }
  }

  public Course {
    Objects.requireNonNull(source);
    Objects.requireNonNull(validators);
    Objects.requireNonNull(understood);
    Objects.requireNonNull(rejected);
    Objects.requireNonNull(heard);
  }

  public static Course begin(SourceConfig source) {
    return new Course(source, Validators.NONE, Optional.empty(), Optional.empty(), 0, Optional.empty(), false);
  }

  public Ask ask() {
    return new Ask(conditional >= CONDITIONAL_AT_MOST ? Validators.NONE : validators, pastCaches);
  }

  /** Whether the document is another one than we know, so that it must be read. */
  public boolean mustRead(Fetch.Body body) {
    return !isUnderstood(body) && rejected.filter(r -> r.hash().equals(body.hash())).isEmpty();
  }

  /** How to read it. */
  public ReadOptions options(Fetch.Body body) {
    return source.reading(body.charset());
  }

  /**
   * @param reading of the document, where {@link #mustRead} wanted one
   * @param dice 0 (inclusive) to 1, for the jitter
   */
  public Step after(Fetch fetch, Optional<Reading> reading, Instant now, double dice) {
    String id = source.id();
    return switch (fetch) {
      case Fetch.Body body -> afterBody(body, reading, now, dice);
      case Fetch.NotModified same -> {
        Contact contact = seen(same.contact(), same.date(), now);
        yield step(remember(same.validators(), understood, rejected, same.date(), contact, now),
            new Report.Unchanged(id, weightless(contact)), dice);
      }
      case Fetch.TooLarge big ->
          step(forget(rejected), new Report.Unreadable(id, big.why(), big.contact()), dice);
      case Fetch.Refused no -> {
        Duration peace = wantsPeace(no) ? no.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        Duration bounded = peace.compareTo(RETRY_AFTER_AT_MOST) > 0 ? RETRY_AFTER_AT_MOST : peace;
        Duration usual = wait(dice);
        yield new Step(this, new Report.Unreached(id, no.why()), bounded.compareTo(usual) > 0 ? bounded : usual, false);
      }
      case Fetch.Failed failed -> step(this, new Report.Unreached(id, failed.why()), dice);
    };
  }

  private Step afterBody(Fetch.Body body, Optional<Reading> reading, Instant now, double dice) {
    String id = source.id();
    Contact contact = seen(body.contact(), body.date(), now);
    if (isUnderstood(body)) {
      return step(remember(body.validators(), understood, Optional.empty(), body.date(), contact, now),
          new Report.Unchanged(id, weightless(contact)), dice);
    }
    if (!mustRead(body)) return step(forget(rejected), new Report.Unreadable(id, rejected.get().why(), contact), dice);
    return switch (reading.orElseThrow()) {
      case Reading.Read read ->
          step(remember(body.validators(), Optional.of(body.hash()), Optional.empty(), body.date(), contact, now),
              new Report.Published(id, read.bulletin(), contact, false), dice);
      case Reading.Garbled garbled -> {
        // Redirected to another host and got no feed: that is how login pages and captive portals look.
        Reason why = body.stranger().map(host -> Reason.of("feed.portal", host)).orElse(garbled.why());
        Course next = forget(Optional.of(new Rejected(body.hash(), why)));
        yield new Step(next, new Report.Unreadable(id, why, contact), wait(dice), true);
      }
    };
  }

  private boolean isUnderstood(Fetch.Body body) {
    return understood.filter(body.hash()::equals).isPresent();
  }

  private Step step(Course next, Report report, double dice) {
    return new Step(next, report, wait(dice), false);
  }

  private static boolean wantsPeace(Fetch.Refused no) {
    return no.status().equals(OptionalInt.of(429)) || no.status().equals(OptionalInt.of(503));
  }

  /** The period, give or take a twentieth, so that a thousand consoles do not knock in step. */
  private Duration wait(double dice) {
    Duration wait = Duration.ofMillis((long) (source.every().toMillis() * (0.95 + 0.1 * dice)));
    return wait.compareTo(SourceConfig.LEAST) < 0 ? SourceConfig.LEAST : wait;
  }

  private Course remember(Validators fresh, Optional<String> hash, Optional<Rejected> no, Optional<Instant> date,
      Contact contact, Instant now) {
    Optional<Heard> latest = date.map(d ->
        heard.filter(h -> h.date().equals(d)).orElse(new Heard(d, now)));
    int asked = ask().validators().any() ? conditional + 1 : 0;
    return new Course(source, fresh, hash, no, asked, latest, contact.cacheAge().isPresent());
  }

  /** After an answer that was no document of ours: its validators would turn the next 304 into a false "well". */
  private Course forget(Optional<Rejected> no) {
    return new Course(source, Validators.NONE, understood, no, 0, heard, pastCaches);
  }

  /** A constant Date betrays a cache that does not say its Age; then the Date tells nothing of the clocks. */
  private Contact seen(Contact contact, Optional<Instant> date, Instant now) {
    boolean copy = contact.cacheAge().isEmpty() && date.isPresent()
        && heard.filter(h -> h.date().equals(date.get()) && now.isAfter(h.at().plus(SAME_DATE))).isPresent();
    if (!copy) return contact;
    Duration age = Duration.between(heard.get().at(), now);
    return new Contact(contact.took(), Optional.empty(), contact.certificateDays(), Optional.of(age), contact.bytes());
  }

  private static Contact weightless(Contact c) {
    return new Contact(c.took(), c.clockOffset(), c.certificateDays(), c.cacheAge(), 0);
  }
}

package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.Reading;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Reason;
import iris.signal.Report;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:10:00Z");
  private static final URI AT = URI.create("https://provider.example/siv.rss");
  private static final Validators TAG = new Validators(Optional.of(AT), Optional.of("\"a\""), Optional.empty());
  private static final Optional<Reading> READ = Optional.of(new Reading.Read(new Bulletin(
      new Channel("SIV", Optional.empty(), "", "fr", "", Optional.empty(), 0, Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty()),
      Dialect.IRIS, List.of(), List.of(), List.of(), List.of())));
  private static final Optional<Reading> GARBLED = Optional.of(new Reading.Garbled(3, Reason.of("rss.cut")));
  private final Course begin = Course.begin(SourceConfig.of("siv", "SIV", AT));

  private static Fetch.Body body(String hash) {
    return body(hash, Optional.empty(), Optional.empty());
  }

  private static Fetch.Body body(String hash, Optional<String> stranger, Optional<Instant> date) {
    return new Fetch.Body(new byte[0], hash, Optional.empty(), stranger, TAG, date,
        new Contact(Duration.ofMillis(5), Optional.of(Duration.ZERO), OptionalInt.empty(), Optional.empty(), 7));
  }

  private static Course.Step step(Course course, Fetch fetch, Optional<Reading> reading) {
    return course.after(fetch, reading, NOW, 0.5);
  }

  private Course understood(String hash) {
    return step(begin, body(hash), READ).course();
  }

  private static Fetch.NotModified same() {
    return new Fetch.NotModified(TAG, Optional.empty(), Contact.NOTHING_KNOWN);
  }

  @Test
  void theFirstQuestionIsPlainAndTheNextCarriesTheValidators() {
    assertEquals(Ask.PLAIN, begin.ask());
    assertEquals(TAG, understood("h").ask().validators());
  }

  @Test
  void theSameBytesAreUnchangedAndNeedNoReading() {
    Course course = understood("h");
    assertFalse(course.mustRead(body("h")));
    Course.Step again = step(course, body("h"), Optional.empty());
    assertEquals(0, assertInstanceOf(Report.Unchanged.class, again.report()).contact().bytes());
    assertTrue(course.mustRead(body("other")));
  }

  @Test
  void validatorsAreDroppedNowAndThenSinceAServersTagMayMissARewrite() {
    Course course = understood("h");
    for (int i = 0; i < Course.CONDITIONAL_AT_MOST; i++) {
      assertTrue(course.ask().validators().any(), "poll " + i);
      course = step(course, same(), Optional.empty()).course();
    }
    assertEquals(Ask.PLAIN, course.ask());
    assertTrue(step(course, body("h"), Optional.empty()).course().ask().validators().any());
  }

  @Test
  void aRejectedDocumentLeavesNoValidatorsSoThatA304CannotMakeItWell() {
    Course.Step step = step(understood("h"), body("bad"), GARBLED);
    assertEquals(Reason.of("rss.cut"), assertInstanceOf(Report.Unreadable.class, step.report()).why());
    assertEquals(Ask.PLAIN, step.course().ask());
    assertTrue(step.keepRaw());
  }

  @Test
  void theSameRejectedDocumentIsRejectedAgainUnreadAndKeptOnce() {
    Course course = step(understood("h"), body("bad"), GARBLED).course();
    assertFalse(course.mustRead(body("bad")));
    Course.Step again = step(course, body("bad"), Optional.empty());
    assertEquals(Reason.of("rss.cut"), assertInstanceOf(Report.Unreadable.class, again.report()).why());
    assertFalse(again.keepRaw());
  }

  @Test
  void theOldDocumentAfterARejectedOneIsUnchangedAgain() {
    Course course = step(understood("h"), body("bad"), GARBLED).course();
    Course.Step back = step(course, body("h"), Optional.empty());
    assertInstanceOf(Report.Unchanged.class, back.report());
    assertTrue(back.course().ask().validators().any());
  }

  @Test
  void noFeedFromAnotherHostIsALoginPageOrAPortal() {
    Course.Step step = step(begin, body("page", Optional.of("login.example"), Optional.empty()), GARBLED);
    Report.Unreadable report = assertInstanceOf(Report.Unreadable.class, step.report());
    assertEquals(Reason.of("feed.portal", "login.example"), report.why());
  }

  @Test
  void aConstantDateIsACachesCopyAndTheNextQuestionGoesPastCaches() {
    Optional<Instant> date = Optional.of(NOW);
    Course course = begin.after(body("h", Optional.empty(), date), READ, NOW, 0.5).course();
    assertFalse(course.ask().pastCaches());
    Course.Step frozen = course.after(body("h", Optional.empty(), date), Optional.empty(), NOW.plusSeconds(60), 0.5);
    Contact contact = assertInstanceOf(Report.Unchanged.class, frozen.report()).contact();
    assertEquals(Optional.of(Duration.ofSeconds(60)), contact.cacheAge());
    assertEquals(Optional.empty(), contact.clockOffset());
    assertTrue(frozen.course().ask().pastCaches());
    Optional<Instant> later = Optional.of(NOW.plusSeconds(120));
    Course.Step thawed =
        frozen.course().after(body("h", Optional.empty(), later), Optional.empty(), NOW.plusSeconds(120), 0.5);
    assertFalse(thawed.course().ask().pastCaches());
  }

  private static Fetch.Refused refused(int status, Duration after) {
    return new Fetch.Refused(Reason.of("feed.http.server", "h", status), OptionalInt.of(status), Optional.of(after),
        Contact.NOTHING_KNOWN);
  }

  @Test
  void retryAfterIsHonouredWithinBounds() {
    assertEquals(Duration.ofSeconds(120), step(begin, refused(503, Duration.ofSeconds(120)), Optional.empty()).rest());
    assertEquals(Duration.ofSeconds(60), step(begin, refused(429, Duration.ofSeconds(2)), Optional.empty()).rest());
    assertEquals(Duration.ofMinutes(15), step(begin, refused(503, Duration.ofDays(3)), Optional.empty()).rest());
    assertEquals(Duration.ofSeconds(60), step(begin, refused(404, Duration.ofDays(3)), Optional.empty()).rest());
  }

  @Test
  void theJitterStaysWithinATwentiethAndNeverUnderTheLeast() {
    assertEquals(Duration.ofSeconds(57), begin.after(same(), Optional.empty(), NOW, 0).rest());
    assertTrue(begin.after(same(), Optional.empty(), NOW, 0.999).rest().compareTo(Duration.ofSeconds(63)) < 0);
    Course quick = Course.begin(SourceConfig.of("siv", "SIV", AT).every(SourceConfig.LEAST));
    assertEquals(SourceConfig.LEAST, quick.after(same(), Optional.empty(), NOW, 0).rest());
  }

  @Test
  void afterAFailureTheValidatorsAreStillGood() {
    Course.Step step = step(understood("h"), new Fetch.Failed(Reason.of("feed.dns", "h")), Optional.empty());
    assertEquals(Reason.of("feed.dns", "h"), assertInstanceOf(Report.Unreached.class, step.report()).why());
    assertTrue(step.course().ask().validators().any());
  }
}

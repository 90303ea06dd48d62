package iris.feed;

import iris.feed.BoundedBody.Taken;
import iris.signal.Contact;
import iris.signal.Reason;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** What an answer that is not a redirect amounts to. */
record Answer(SourceConfig source, Ask ask, URI at, Instant asked, Duration took, InstantSource clock, Taken body) {

  Fetch judge(HttpResponse<Taken> answer) {
    int status = answer.statusCode();
    HttpHeaders headers = answer.headers();
    Contact contact = contact(answer);
    Optional<Instant> date = HttpDates.date(headers.firstValue("Date"), clock.instant());
    Validators fresh = Validators.from(at, headers);
    if (status == 304 && ask.validators().validFor(at))
      return new Fetch.NotModified(ask.validators().renewedBy(fresh), date, contact);
    if (status != 200 && status != 203) {
      boolean known = !source.credentials().equals(Credentials.NONE);
      return new Fetch.Refused(Statuses.of(status, at.getHost(), known), OptionalInt.of(status),
          HttpDates.retryAfter(headers.firstValue("Retry-After"), clock.instant()), contact);
    }
    Caps caps = source.caps();
    if (body.over()) return new Fetch.TooLarge(Reason.of("feed.too-large.wire", at.getHost(), caps.bytes()), contact);
    try {
      byte[] bytes = Unpack.unpack(body.bytes(), headers.allValues("Content-Encoding"), caps.inflated());
      return new Fetch.Body(bytes, Hash.of(bytes), charset(headers.firstValue("Content-Type")), stranger(), fresh, date,
          contact);
    } catch (Unpack.Bomb e) {
      return new Fetch.TooLarge(Reason.of("feed.too-large.inflated", at.getHost(), caps.inflated()), contact);
    } catch (Denied e) {
      return new Fetch.Failed(e.reason());
    }
  }

  Contact contact(HttpResponse<Taken> answer) {
    Optional<Duration> age = HttpDates.seconds(answer.headers().firstValue("Age")).filter(a -> !a.isZero());
    Instant heard = body.heard();
    Instant middle = asked.plus(Duration.between(asked, heard).dividedBy(2));
    // The header has whole seconds, cut off: half a second more is nearer. A cache's copy keeps the origin's old Date.
    Optional<Duration> offset = HttpDates.date(answer.headers().firstValue("Date"), heard)
        .filter(_ -> age.isEmpty())
        .map(date -> Duration.between(middle, date.plusMillis(500)));
    OptionalInt days = answer.sslSession().map(this::daysLeft).orElse(OptionalInt.empty());
    return new Contact(took, offset, days, age, body.bytes().length);
  }

  private OptionalInt daysLeft(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate server
          ? OptionalInt.of((int) Math.floorDiv(
              Duration.between(clock.instant(), server.getNotAfter().toInstant()).toSeconds(), 86_400L))
          : OptionalInt.empty();
    } catch (SSLPeerUnverifiedException noCertificate) {
      return OptionalInt.empty();
    }
  }

  private Optional<String> stranger() {
    return Optional.of(at.getHost()).filter(host -> !host.equalsIgnoreCase(source.uri().getHost()));
  }

  private static Optional<String> charset(Optional<String> contentType) {
    for (String part : contentType.orElse("").split(";")) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2 && pair[0].strip().toLowerCase(Locale.ROOT).equals("charset"))
        return Optional.of(pair[1].strip().replaceAll("^\"|\"$", "")).filter(name -> !name.isBlank());
    }
    return Optional.empty();
  }
}

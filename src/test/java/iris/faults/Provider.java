package iris.faults;

import iris.testing.Reply;
import iris.testing.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A provider who publishes a service's windows of five minutes by a clock of its own, until something stands in its way.
 */
public final class Provider implements Reply {
  static final Duration PERIOD = Duration.ofMinutes(5);
  private static final int WINDOWS = 24;

  private final Supplier<Instant> clock;
  private final Set<Instant> down = new HashSet<>();
  private volatile Optional<Reply> fault = Optional.empty();

  public Provider(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /** One who published just now and will say no more: no window ends while a test of the real time looks. */
  public static Provider standing() {
    Instant now = InstantSource.system().instant();
    return new Provider(() -> now);
  }

  /** From now on this is answered instead. */
  public void fails(Reply instead) {
    fault = Optional.of(instead);
  }

  public void mends() {
    fault = Optional.empty();
  }

  /** The window that ended last by its clock is a bad one. */
  public void newestIsDown() {
    down.add(newest());
  }

  /** And so will be the one that ends next. */
  public void nextIsDown() {
    down.add(newest().plus(PERIOD));
  }

  public Instant newest() {
    long period = PERIOD.toSeconds();
    return Instant.ofEpochSecond(clock.get().getEpochSecond() / period * period);
  }

  @Override
  public boolean answer(Request request, Line line) throws IOException, InterruptedException {
    return fault.orElseGet(() -> Reply.ok(document(), "Date: " + date(clock.get()),
        "Content-Type: application/rss+xml; charset=utf-8")).answer(request, line);
  }

  String document() {
    StringBuilder text = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:iris="urn:iris:signal:1"><channel><title>SIV</title><link>https://provider.example/</link>
        <description>d</description><lastBuildDate>%s</lastBuildDate>
        <iris:agent id="a" version="1" period="PT5M"/><iris:service id="siv" name="SIV"/>
        """.formatted(date(newest())));
    for (int i = 0; i < WINDOWS; i++) {
      Instant to = newest().minus(PERIOD.multipliedBy(i));
      boolean bad = down.contains(to);
      text.append("""
          <item><title>w</title><guid isPermaLink="false">urn:iris:siv:window:%s</guid><pubDate>%s</pubDate>
          <iris:window service="siv" from="%s" to="%s" state="%s"><iris:transactions total="120" failed="%d"/></iris:window></item>
          """.formatted(to, date(to), to.minus(PERIOD), to, bad ? "down" : "up", bad ? 118 : 0));
    }
    return text + "</channel></rss>";
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}

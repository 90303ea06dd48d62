package iris.app;

import iris.app.check.CheckReport;
import iris.feed.Ask;
import iris.feed.Fetch;
import iris.feed.Fetcher;
import iris.feed.SourceConfig;
import java.time.Instant;

/** {@code iris check}: one fetch, and what is to be said of it. */
final class Checking {
  private Checking() {}

  static int run(Order.Check order, Terminal terminal) throws Misuse, InterruptedException {
    SourceConfig source = Sources.of("feed", order.source());
    try (Fetcher fetcher = new Fetcher(Instant::now, System.getenv())) {
      Fetch fetch = fetcher.fetch(source, Ask.PLAIN);
      CheckReport.Answer answer = report(fetch, order.strict()).answer(order.format(), terminal.words());
      terminal.say(answer.text());
      return answer.exit();
    }
  }

  private static CheckReport report(Fetch fetch, boolean strict) {
    Instant now = Instant.now();
    return switch (fetch) {
      case Fetch.Body body -> strict
          ? CheckReport.strict(body.bytes(), body.charset(), now)
          : CheckReport.of(body.bytes(), body.charset(), now);
      case Fetch.TooLarge(var why, var contact) -> CheckReport.unreached(why, now);
      case Fetch.Refused(var why, var status, var after, var contact) -> CheckReport.unreached(why, now);
      case Fetch.Failed(var why) -> CheckReport.unreached(why, now);
      case Fetch.NotModified same -> throw new IllegalStateException("unchanged since never: " + same);
    };
  }
}

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
    try {
      return run(Sources.of("feed", order.source(), Commands.files(order.common())), order, terminal);
    } catch (Misuse e) {
      if (order.format() != Order.Check.Format.NAGIOS) throw e;
      // 2 would be CRITICAL: a slip of the administrator's, told as an outage.
      return say(CheckReport.unreached(e.reason(), Instant.now()), order, terminal);
    }
  }

  private static int run(SourceConfig source, Order.Check order, Terminal terminal) throws InterruptedException {
    try (Fetcher fetcher = new Fetcher(Instant::now, System.getenv())) {
      Fetch fetch = fetcher.fetch(source, Ask.PLAIN);
      return say(report(fetch, source, order.strict()), order, terminal);
    }
  }

  private static int say(CheckReport report, Order.Check order, Terminal terminal) {
    CheckReport.Answer answer = report.answer(order.format(), terminal.words());
    terminal.say(answer.text());
    return answer.exit();
  }

  private static CheckReport report(Fetch fetch, SourceConfig source, boolean strict) {
    Instant now = Instant.now();
    return switch (fetch) {
      case Fetch.Body body -> strict
          ? CheckReport.strict(body.bytes(), source.reading(body.charset()), now)
          : CheckReport.of(body.bytes(), source.reading(body.charset()), now);
      case Fetch.TooLarge(var why, var contact) -> CheckReport.unreached(why, now);
      case Fetch.Refused(var why, var status, var after, var contact) -> CheckReport.unreached(why, now);
      case Fetch.Failed(var why) -> CheckReport.unreached(why, now);
      case Fetch.NotModified same -> throw new IllegalStateException("unchanged since never: " + same);
    };
  }
}

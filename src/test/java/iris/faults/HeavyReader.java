package iris.faults;

import iris.feed.Ask;
import iris.feed.Caps;
import iris.feed.Fetch;
import iris.feed.Fetcher;
import iris.feed.ProxyRoute;
import iris.feed.SourceConfig;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** A process of little memory that asks each of its addresses over and over, and says what came of it. */
final class HeavyReader {
  private static final int TIMES = 4;
  /** The usual caps but for the time: a machine that is busy elsewhere is no fault of the feed. */
  private static final Caps PATIENT = new Caps(Caps.USUAL.connect(), Duration.ofMinutes(2), Caps.USUAL.bytes(),
      Caps.USUAL.inflated(), Caps.USUAL.items(), Caps.USUAL.redirects());

  private HeavyReader() {}

  public static void main(String[] addresses) throws InterruptedException {
    try (Fetcher fetcher = new Fetcher(InstantSource.system(), Map.of())) {
      for (int i = 0; i < TIMES; i++)
        for (String address : addresses) {
          SourceConfig source = SourceConfig.of("siv", "SIV", URI.create(address)).proxy(ProxyRoute.DIRECT).caps(PATIENT);
          System.out.println(switch (fetcher.fetch(source, Ask.PLAIN)) {
            case Fetch.Body body -> "body of " + body.bytes().length;
            case Fetch.TooLarge large -> large.why().key();
            case Fetch.NotModified _ -> "not modified";
            case Fetch.Refused no -> no.why().key();
            case Fetch.Failed failed -> failed.why().key();
          });
        }
    }
  }
}

package iris.faults;

import iris.feed.Ask;
import iris.feed.Fetch;
import iris.feed.Fetcher;
import iris.feed.ProxyRoute;
import iris.feed.SourceConfig;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** A process of little memory that asks each of its addresses over and over, and says what came of it. */
final class HeavyReader {
  private static final int TIMES = 4;

  private HeavyReader() {}

  public static void main(String[] addresses) throws InterruptedException {
    try (Fetcher fetcher = new Fetcher(InstantSource.system(), Map.of())) {
      for (int i = 0; i < TIMES; i++)
        for (String address : addresses) {
          SourceConfig source = SourceConfig.of("siv", "SIV", URI.create(address)).proxy(ProxyRoute.DIRECT);
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

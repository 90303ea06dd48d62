package iris.agent.publish;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A server with a shelf of its own, and how it is asked. */
abstract class FeedServerBase {
  final Stand stand = new Stand();
  final HttpClient client = HttpClient.newHttpClient();
  Publisher publisher;

  @AfterEach
  void close() {
    client.close();
    if (publisher != null) publisher.close();
  }

  void open() throws Exception {
    publisher = stand.publisher(Stand.open(100));
  }

  HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
    URI feed = publisher.address("siv").orElseThrow();
    HttpRequest.Builder request = HttpRequest.newBuilder(feed.resolve(path)).timeout(Duration.ofSeconds(60))
        .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) request.headers(headers);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static Bulletin read(byte[] document) {
    return switch (Rss.read(document, ReadOptions.of("x", "X"))) {
      case Reading.Read(Bulletin bulletin) -> bulletin;
      case Reading.Garbled garbled -> throw new AssertionError(garbled);
    };
  }
}

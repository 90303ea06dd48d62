package iris.agent.publish;

import iris.agent.Published;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Window;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Wakes readers: an event a publication, its number as its id. The event says what was published, the document says
 * it all; who comes back with {@code Last-Event-ID} gets what he missed, as far as the newest document goes back.
 */
final class EventHub {
  static final String TYPE = "text/event-stream";
  private static final byte[] BEAT = ascii(": -\n\n");

  private final Map<EventStream, String> streams = new ConcurrentHashMap<>();
  private final int most;

  EventHub(int most) {
    this.most = most;
  }

  int size() {
    return streams.size();
  }

  boolean full() {
    return streams.size() >= most;
  }

  /** @param last number of the last event that the reader has, negative if he has none */
  synchronized void open(Press press, long last, Response response, Callback callback) {
    List<Published> stock = press.stock();
    long newest = stock.stream().mapToLong(Published::number).max().orElse(0);
    // A number that was never given out: the agent's store began anew, and the reader knows nothing of that.
    long since = last < 0 ? newest : last > newest ? Math.max(0, newest - 1) : last;
    EventStream stream = new EventStream(response, callback, since, streams::remove);
    streams.put(stream, press.service().id());
    stream.send(ascii("retry: 3000\nid: " + since + "\n\n"));
    for (Published p : stock.reversed()) if (p.number() > since) stream.event(p.number(), event(p));
  }

  /** The documents that hold them are in place. Never within {@link #open}: what it still owes would count as old. */
  synchronized void announce(List<Published> news) {
    for (Published p : news) {
      byte[] event = event(p);
      streams.forEach((stream, service) -> {
        if (service.equals(p.service())) stream.event(p.number(), event);
      });
    }
  }

  void beat() {
    streams.keySet().forEach(stream -> stream.send(BEAT));
  }

  void close() {
    streams.keySet().forEach(EventStream::end);
  }

  /** On one line of data, and without an id where there is no number to come back with. */
  private static byte[] event(Published p) {
    StringWriter data = new StringWriter();
    Item item = p.item();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), data)) {
      json.writeStartObject();
      json.writeNumberProperty("number", p.number());
      json.writeStringProperty("service", p.service());
      json.writeStringProperty("kind", kind(item));
      json.writeStringProperty("guid", item.guid());
      json.writeStringProperty("title", item.title());
      Optional<Instant> published = item.published();
      json.writeStringProperty("published", published.orElseThrow().toString());
      json.writeEndObject();
    }
    String id = p.number() > 0 ? "id: " + p.number() + "\n" : "";
    return (id + "event: published\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String kind(Item item) {
    return switch (item.body()) {
      case Window _ -> "window";
      case IncidentStep _ -> "incident";
      case Maintenance _ -> "maintenance";
      case Note _ -> "notice";
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

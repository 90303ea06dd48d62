package iris.agent.source.push;

import iris.agent.source.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.ObjectMapper;

/**
 * POST to {@code /events} (JSON or line protocol, answered 202 with the number taken) and to {@code /write} (what
 * clients of InfluxDB call, answered 204). A batch is taken whole or not at all: 400 names line and field, 413 says how
 * much may be sent at once, 429 when to come again. A page in somebody's browser may reach the loopback address too:
 * what carries an Origin is refused.
 */
final class HttpDoor extends Handler.Abstract {
  static final int LARGEST = 1 << 20;

  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonEvents json;
  private final LineProtocol lines;
  private final Intake intake;
  private final InstantSource clock;

  HttpDoor(Events events, Intake intake, InstantSource clock) {
    this.json = new JsonEvents(events);
    this.lines = new LineProtocol(events);
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String path = Request.getPathInContext(request);
    boolean write = path.equals("/write") || path.equals("/api/v2/write");
    if (!write && !path.equals("/events")) {
      answer(response, callback, 404, Map.of("error", "events are sent to /events"));
    } else if (!request.getMethod().equals("POST")) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      answer(response, callback, 405, Map.of("error", "events are sent by POST"));
    } else if (request.getHeaders().contains(HttpHeader.ORIGIN)) {
      answer(response, callback, 403, Map.of("error", "not from a page in a browser"));
    } else {
      take(request, response, callback, write);
    }
    return true;
  }

  private void take(Request request, Response response, Callback callback, boolean write) throws IOException {
    byte[] body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = in.readNBytes(LARGEST + 1);
    }
    if (body.length > LARGEST) {
      // The rest is not read: the connection is of no more use.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      answer(response, callback, 413, Map.of("error", "at most " + LARGEST + " bytes at once"));
      return;
    }
    Instant now = clock.instant();
    try {
      List<Transaction> events = read(body, now);
      if (events.isEmpty()) throw new Refused(1, "", "no event");
      if (!intake.take(events, now)) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        answer(response, callback, 429, Map.of("error", "more than " + Intake.RATE + " events a second"));
      } else if (write) {
        answer(response, callback, 204, Map.of());
      } else {
        answer(response, callback, 202, Map.of("taken", events.size()));
      }
    } catch (Refused wrong) {
      intake.unreadable(String.valueOf(wrong.getMessage()));
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("error", wrong.why());
      said.put("line", wrong.line());
      if (!wrong.field().isEmpty()) said.put("field", wrong.field());
      said.put("taken", 0);
      answer(response, callback, 400, said);
    }
  }

  private List<Transaction> read(byte[] body, Instant now) throws Refused {
    char first = JsonEvents.first(body);
    return first == '{' || first == '['
        ? json.read(body, now) : lines.read(new String(body, StandardCharsets.UTF_8), now);
  }

  private void answer(Response response, Callback callback, int status, Map<String, Object> said) {
    response.setStatus(status);
    if (said.isEmpty()) {
      callback.succeeded();
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Content.Sink.write(response, true, mapper.writeValueAsString(said) + "\n", callback);
  }
}

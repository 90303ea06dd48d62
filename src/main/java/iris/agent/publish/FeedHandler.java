package iris.agent.publish;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Carries questions to the desk and answers back. All answers are in memory but for an archive's: that one waits for a
 * disk, so a question must never be answered on the thread that watches over all connections.
 */
final class FeedHandler extends Handler.Abstract {
  private final Desk desk;
  private final EventHub hub;
  private final Doorman doorman;
  private final Counter counter;
  private final InstantSource clock;

  FeedHandler(Desk desk, EventHub hub, Doorman doorman, Counter counter, InstantSource clock) {
    this.desk = desk;
    this.hub = hub;
    this.doorman = doorman;
    this.counter = counter;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Question question = new Question(
        request.getMethod(), String.valueOf(request.getHttpURI().getDecodedPath()), name -> header(request, name));
    Connection connection = request.getConnectionMetaData().getConnection();
    Request.addCompletionListener(request, failure -> doorman.waits(connection));
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    switch (desk.answer(question, clock.instant())) {
      case Reply.Whole whole -> send(whole, question, connection, response, callback);
      case Reply.Events events -> events(events, question, connection, response, callback);
    }
    return true;
  }

  private void send(Reply.Whole reply, Question q, Connection connection, Response response, Callback callback) {
    counter.answered(reply.status());
    response.setStatus(reply.status());
    reply.headers().forEach(response.getHeaders()::put);
    boolean head = q.method().equals("HEAD");
    if (reply.status() != 304) response.getHeaders().put("Content-Length", reply.body().length);
    doorman.answers(connection, reply.body().length);
    response.write(true, ByteBuffer.wrap(head ? new byte[0] : reply.body()), callback);
  }

  private void events(Reply.Events events, Question q, Connection connection, Response response, Callback callback) {
    if (hub.full()) {
      send(desk.say(503, "agent.feed.http.streams").with("Retry-After", "30"), q, connection, response, callback);
      return;
    }
    counter.answered(200);
    response.setStatus(200);
    response.getHeaders().put("Content-Type", EventHub.TYPE);
    response.getHeaders().put("Cache-Control", "no-store");
    // A proxy in front that collects would make of an alert a late one.
    response.getHeaders().put("X-Accel-Buffering", "no");
    if (q.method().equals("HEAD")) {
      response.write(true, ByteBuffer.allocate(0), callback);
      return;
    }
    doorman.streams(connection);
    hub.open(events.press(), events.last(), response, callback);
  }

  private static @Nullable String header(Request request, String name) {
    List<String> lines = request.getHeaders().getFields(name).stream().map(HttpField::getValue).toList();
    return lines.isEmpty() ? null : String.join(", ", lines);
  }
}

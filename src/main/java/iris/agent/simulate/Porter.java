package iris.agent.simulate;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Between Jetty and whoever stands behind a door. */
final class Porter extends Handler.Abstract.NonBlocking {
  private final Map<Connector, Answerer> answerers;

  Porter(Map<Connector, Answerer> answerers) {
    this.answerers = answerers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answerer answerer = answerers.get(request.getConnectionMetaData().getConnector());
    if (answerer == null) return false;
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    Content.Source.asString(request, StandardCharsets.UTF_8, org.eclipse.jetty.util.Promise.from(
        body -> answerer.answer(new Answerer.Ask(
            request.getMethod(), Request.getPathInContext(request), type == null ? "" : type, body))
            .whenComplete((answer, bug) -> {
              if (bug == null) give(answer, request, response, callback);
              else callback.failed(bug);
            }),
        callback::failed));
    return true;
  }

  private static void give(Answer answer, Request request, Response response, Callback callback) {
    switch (answer) {
      case Answer.Said(int status, String json) -> {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
      }
      case Answer.Broken() -> {
        reset(request.getConnectionMetaData().getConnection().getEndPoint());
        // Failing it would make Jetty write an error into a closed connection and a stack trace into the log.
        callback.succeeded();
      }
    }
  }

  /** Lingering for no time at all is what makes a close a reset. */
  private static void reset(EndPoint end) {
    EndPoint bare = end instanceof SslConnection.SslEndPoint ssl ? ssl.getSslConnection().getEndPoint() : end;
    try {
      if (bare.getTransport() instanceof SocketChannel socket)
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException gone) {
      // The client was quicker; there is nothing left to reset.
      System.getLogger(Porter.class.getName()).log(System.Logger.Level.DEBUG, "gone before the reset", gone);
    }
    bare.close();
  }
}

package iris.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** One answer of a {@link ScriptedServer}. True keeps the connection for the next request, false cuts it. */
@FunctionalInterface
public interface Reply {
  boolean answer(Request request, Line line) throws IOException, InterruptedException;

  /** The connection; {@code closing} opens when the server closes. */
  record Line(Socket socket, InputStream in, OutputStream out, CountDownLatch closing) {
    public void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
  }

  /** 200 with this body; headers as "Name: value". */
  static Reply ok(String body, String... headers) {
    return ok(body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static Reply ok(byte[] body, String... headers) {
    return full(200, body, headers);
  }

  /** A status without a body. */
  static Reply status(int status, String... headers) {
    return full(status, new byte[0], headers);
  }

  static Reply full(int status, byte[] body, String... headers) {
    return (request, line) -> {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
      for (String header : headers) head.append(header).append("\r\n");
      if (status != 304) head.append("Content-Length: ").append(body.length).append("\r\n");
      line.write(head + "\r\n");
      if (status != 304) line.out().write(body);
      line.out().flush();
      return true;
    };
  }

  static Reply redirect(int status, String location) {
    return status(status, "Location: " + location);
  }

  /** Exactly these characters, then the connection is closed. */
  static Reply raw(String text) {
    return (request, line) -> {
      line.write(text);
      return false;
    };
  }

  /** Takes the request and says nothing until the server closes. */
  static Reply stall() {
    return (request, line) -> {
      line.closing().await();
      return false;
    };
  }

  /** An event stream: what is put into {@code said} is sent as it is; an empty text ends it. */
  static Reply events(BlockingQueue<String> said) {
    return (request, line) -> {
      line.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream;charset=utf-8\r\nConnection: close\r\n\r\n");
      while (line.closing().getCount() > 0) {
        String next = said.poll(50, TimeUnit.MILLISECONDS);
        if (next != null && next.isEmpty()) return false;
        if (next != null) line.write(next);
      }
      return false;
    };
  }

  /** Answers by the path that is asked for; 404 for all others. */
  static Reply byPath(Map<String, Reply> replies) {
    return (request, line) ->
        replies.getOrDefault(request.target(), status(404)).answer(request, line);
  }

  /** A head, then a byte now and then, for ever: each read succeeds, the whole never ends. */
  static Reply drip() {
    return (request, line) -> {
      line.write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
      while (!line.closing().await(50, TimeUnit.MILLISECONDS)) line.write("x");
      return false;
    };
  }

  /** Announces the whole body and sends its first half. */
  static Reply half(String body) {
    return raw("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n"
        + body.substring(0, body.length() / 2));
  }

  /** Cuts the connection with a reset instead of an end. */
  static Reply reset() {
    return (request, line) -> {
      line.socket().setSoLinger(true, 0);
      line.socket().close();
      return false;
    };
  }

  static Reply gzip(String body, String... headers) {
    String[] more = java.util.Arrays.copyOf(headers, headers.length + 1);
    more[headers.length] = "Content-Encoding: gzip";
    return ok(gzipped(body.getBytes(StandardCharsets.UTF_8)), more);
  }

  static byte[] gzipped(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}

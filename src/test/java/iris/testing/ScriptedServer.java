package iris.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * An HTTP server on loopback with real sockets that answers what a test tells it, one {@link Reply} a request, the last
 * one for ever. What was asked can be waited for with {@link #request()}. Connections are kept alive unless the reply
 * cuts them.
 */
public final class ScriptedServer implements AutoCloseable {
  private final LinkedBlockingDeque<Reply> script = new LinkedBlockingDeque<>();
  private final LinkedBlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final List<Request> all = new ArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  private final ServerSocket door;
  private final String scheme;
  private final Thread accepting;
  private int connections;

  private ServerSocket openDoor(SSLContext tls, boolean wantClient) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    if (tls == null) return new ServerSocket(0, 50, here);
    SSLServerSocket secured = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 50, here);
    secured.setNeedClientAuth(wantClient);
    return secured;
  }

  private ScriptedServer(SSLContext tls, boolean wantClient) {
    scheme = tls == null ? "http" : "https";
    try {
      door = openDoor(tls, wantClient);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    accepting = Thread.ofPlatform().daemon().name("scripted server").start(this::accept);
  }

  public static ScriptedServer http() {
    return new ScriptedServer(null, false);
  }

  public static ScriptedServer https(SSLContext tls) {
    return new ScriptedServer(tls, false);
  }

  /** A server that talks only to those who show a certificate that {@code tls} trusts. */
  public static ScriptedServer mutual(SSLContext tls) {
    return new ScriptedServer(tls, true);
  }

  /** Adds replies to the script. */
  public ScriptedServer then(Reply... replies) {
    script.addAll(List.of(replies));
    return this;
  }

  public int port() {
    return door.getLocalPort();
  }

  public URI uri(String path) {
    return URI.create(scheme + "://localhost:" + port() + path);
  }

  /** The next request, waited for at most a minute. */
  public Request request() throws InterruptedException {
    Request next = requests.poll(60, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("nobody asked");
    return next;
  }

  /** All requests until now. */
  public List<Request> requests() {
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  /** How many connections were made until now. */
  public int connections() {
    synchronized (all) {
      return connections;
    }
  }

  /** Waits until the client has cut a connection while it was being answered; at most a minute. */
  public void waitUntilGone() throws InterruptedException {
    if (!gone.await(60, TimeUnit.SECONDS)) throw new AssertionError("the client kept its connection");
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket line = door.accept();
        open.add(line);
        synchronized (all) {
          connections++;
        }
        Thread.ofPlatform().daemon().name("scripted line").start(() -> serve(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket line) {
    try (line) {
      InputStream in = new BufferedInputStream(line.getInputStream());
      OutputStream out = line.getOutputStream();
      for (Request request; (request = Request.read(in)) != null; ) {
        synchronized (all) {
          all.add(request);
        }
        requests.add(request);
        // TLS at a plain door, say: real servers answer that with a plain 400.
        if (request.method().isEmpty()) {
          out.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          return;
        }
        if (!next().answer(request, new Reply.Line(line, in, out, closing))) return;
      }
    } catch (IOException | InterruptedException cut) {
      // The client went away, which is what many a test is about.
      gone.countDown();
    } finally {
      open.remove(line);
    }
  }

  private Reply next() {
    synchronized (script) {
      Reply reply = script.size() > 1 ? script.poll() : script.peek();
      return reply == null ? Reply.status(500) : reply;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      door.close();
      for (Socket line : open) line.close();
      // Until the accepting thread is out of its call, the kernel keeps the door open for whoever knocks.
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

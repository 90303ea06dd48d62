package iris.whole;

import com.sun.net.httpserver.HttpServer;
import iris.relay.real.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real nginx of its own, unprivileged, in front of a scripted service: {@code /ok} goes well, {@code /slow} takes
 * 300 ms, {@code /bad} is the external party's 503, {@code /hang} is never answered (504), {@code /gone} has nobody
 * behind it (502), {@code /own} is nginx's own 500, {@code /missing} a 404. {@code /health} has a log of its own.
 */
final class RealNginx implements AutoCloseable {
  private static final String CONFIGURATION = """
      %1$s
      daemon off;
      worker_processes 2;
      pid %2$s/nginx.pid;
      error_log %2$s/error.log;
      events { worker_connections 256; }
      http {
        log_format siv '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent '
                       '"$http_referer" "$http_user_agent" $request_time $upstream_response_time $upstream_status';
        access_log %2$s/access.log siv;
        client_body_temp_path %2$s/body;
        proxy_temp_path %2$s/proxy;
        fastcgi_temp_path %2$s/fastcgi;
        uwsgi_temp_path %2$s/uwsgi;
        scgi_temp_path %2$s/scgi;
        keepalive_requests 100000;
        server {
          listen 127.0.0.1:%3$d;
          location / { proxy_pass http://127.0.0.1:%4$d; proxy_read_timeout 1s; }
          location = /gone { proxy_pass http://127.0.0.1:%5$d; }
          location = /own { return 500; }
          location = /health { access_log %2$s/health.log siv; return 200 "well"; }
        }
      }
      """;

  private final Path folder;
  private final Path program;
  private final HttpServer upstream;
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
  private final Process process;
  private final int port;

  RealNginx(Path folder, Path program) throws IOException, InterruptedException {
    this.folder = folder;
    this.program = program;
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    upstream.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    answer("/ok", 200, 0);
    answer("/missing", 404, 0);
    answer("/bad", 503, 0);
    answer("/slow", 200, 300);
    upstream.createContext("/hang", exchange -> {});
    upstream.start();
    port = Daemon.port();
    Files.writeString(configuration(), CONFIGURATION.formatted(
        System.getProperty("user.name").equals("root") ? "user root;" : "", folder, port,
        upstream.getAddress().getPort(), Daemon.port()));
    process = command().redirectErrorStream(true).redirectOutput(folder.resolve("nginx.out").toFile()).start();
  }

  /** The program, where the machine has it. */
  static Optional<Path> installed(String name) {
    return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/bin/", "/usr/local/sbin/", "/opt/homebrew/bin/")
        .map(dir -> Path.of(dir + name)).filter(Files::isExecutable).findFirst();
  }

  private void answer(String path, int status, long millis) {
    upstream.createContext(path, exchange -> later.schedule(() -> {
      byte[] body = "well\n".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
      return null;
    }, millis, TimeUnit.MILLISECONDS));
  }

  private Path configuration() {
    return folder.resolve("nginx.conf");
  }

  private ProcessBuilder command(String... more) {
    return new ProcessBuilder(Stream.concat(Stream.of(program.toString(), "-p", folder.toString(), "-e",
        folder.resolve("error.log").toString(), "-c", configuration().toString()), Stream.of(more)).toList());
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  Path log(String name) {
    return folder.resolve(name);
  }

  boolean alive() {
    return process.isAlive();
  }

  String said() {
    try {
      return Files.readString(folder.resolve("nginx.out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As logrotate does with nginx: renames, then tells it to open the file anew. */
  void rotate(String as) throws IOException, InterruptedException {
    Files.move(log("access.log"), log(as));
    Process signal = command("-s", "reopen").inheritIO().start();
    if (signal.waitFor() != 0) throw new IOException("nginx -s reopen: " + signal.exitValue());
  }

  @Override
  public void close() {
    process.destroy();
    upstream.stop(0);
    later.shutdownNow();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

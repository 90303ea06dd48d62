package iris.agent.source.check;

import com.sun.management.OperatingSystemMXBean;
import iris.agent.Evidence;
import iris.agent.SourceSpec;
import iris.agent.SourceSpec.Asked;
import iris.agent.SourceSpec.Expected;
import iris.probe.Probe;
import iris.testing.TestPki;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/**
 * What a thousand active checks every ten seconds cost: {@code main} prints the share of one core and the resident
 * memory over a minute. The servers run in this process too, on raw sockets, and their part is in the figure.
 */
public final class ThousandChecks {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n10\r\n{\"state\": \"up\" }\r\n0\r\n\r\n"
          .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private ThousandChecks() {}

  /** @param args shares of pages, pages over TLS, doors and dead names; usually 700 200 50 50 */
  public static void main(String[] args) throws Exception {
    int[] share = {700, 200, 50, 50};
    for (int i = 0; i < args.length; i++) share[i] = Integer.parseInt(args[i]);
    TestPki pki = new TestPki("bench", InstantSource.system().instant());
    SSLContext tls = pki.context(pki.issue("localhost", 30));
    int plain = serve(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
    int secured = serve(tls.getServerSocketFactory().createServerSocket(0, 500, InetAddress.getLoopbackAddress()));
    Checks checks = new Checks(new Probe(InstantSource.system(), tls), InstantSource.system(), Map.of());
    Expected up = new Expected(List.of(), Optional.empty(), Map.of("/state", "up"), Optional.empty(), 14);
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < share[0]; i++) asked.add(page("http://localhost:" + plain, up));
    for (int i = 0; i < share[1]; i++) asked.add(page("https://localhost:" + secured, up));
    for (int i = 0; i < share[2]; i++) asked.add(new Asked.Tcp("localhost", plain));
    for (int i = 0; i < share[3]; i++) asked.add(page("http://dead-" + i + ".invalid", up));
    AtomicLong well = new AtomicLong();
    AtomicLong ill = new AtomicLong();
    List<CheckSource> sources = new ArrayList<>();
    for (Asked one : asked) {
      SourceSpec.Check spec = new SourceSpec.Check(
          "check-" + sources.size(), "p", Duration.ofSeconds(10), Duration.ofSeconds(5), false, one);
      sources.add(new CheckSource("siv", spec, checks));
    }
    sources.forEach(source -> source.start(evidence ->
        (evidence instanceof Evidence.Probed p && p.well() ? well : ill).incrementAndGet()));
    wait(30);
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long began = System.nanoTime();
    long before = well.get() + ill.get();
    wait(60);
    double share1 = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - began);
    System.out.printf("%d checks in a minute (%d well, %d not), %.1f %% of a core, %d threads at most%n%s%n",
        well.get() + ill.get() - before, well.get(), ill.get(), 100 * share1,
        ManagementFactory.getThreadMXBean().getPeakThreadCount(), resident());
    sources.forEach(CheckSource::close);
  }

  private static Asked page(String at, Expected expected) {
    return new Asked.Http(URI.create(at + "/health"), "GET", Map.of(), Optional.empty(), expected);
  }

  private static void wait(int seconds) throws InterruptedException {
    new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
  }

  private static String resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return "resident memory: unknown on this system";
    return String.join(" ", Files.readAllLines(status).stream().filter(l -> l.matches("Vm(RSS|HWM).*")).toList());
  }

  private static int serve(ServerSocket door) {
    Thread.ofVirtual().start(() -> {
      try {
        for (;;) {
          Socket line = door.accept();
          Thread.ofVirtual().start(() -> answer(line));
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    return door.getLocalPort();
  }

  private static void answer(Socket line) {
    try (line) {
      if (line.getInputStream().read(new byte[2048]) > 0) line.getOutputStream().write(ANSWER);
    } catch (IOException gone) {
      return;
    }
  }
}

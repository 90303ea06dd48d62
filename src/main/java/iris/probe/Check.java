package iris.probe;

import iris.probe.ProbeResult.Step;
import iris.probe.ProbeResult.Steps;
import iris.signal.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One check under way. Used once. */
final class Check {
  private final Target target;
  private final Duration limit;
  private final Lookup lookup;
  private final SSLSocketFactory tls;
  private final InstantSource clock;
  private final Map<Step, Duration> took = new EnumMap<>(Step.class);
  private final long began = System.nanoTime();
  private Step at = Step.DNS;
  private long stepBegan = began;

  Check(Target target, Duration limit, Lookup lookup, SSLSocketFactory tls, InstantSource clock) {
    if (limit.isNegative() || limit.isZero()) throw new IllegalArgumentException("no time for a check: " + limit);
    this.target = target;
    this.limit = limit;
    this.lookup = lookup;
    this.tls = tls;
    this.clock = clock;
  }

  ProbeResult run() throws InterruptedException {
    try {
      InetAddress[] addresses = lookup.of(target.host(), left());
      done(Step.CONNECT);
      if (target instanceof Target.Name name)
        return answered(addresses, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(),
            Reason.of("probe.found", name.host(), addresses[0].getHostAddress()));
      try (Socket plain = connect(addresses)) {
        return switch (target) {
          case Target.Door door -> {
            done(Step.TLS);
            yield answered(addresses, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(),
                Reason.of("probe.open", door.host(), door.port()));
          }
          case Target.Page page -> page(plain, page, addresses);
          case Target.Name name -> throw new IllegalStateException("connected to a name: " + name);
        };
      }
    } catch (IOException e) {
      return new ProbeResult.Unanswered(steps(), at, Trouble.of(e, at, target, limit));
    }
  }

  private ProbeResult answered(
      InetAddress[] addresses, OptionalInt status, OptionalInt days, Optional<Content> content, Reason why) {
    return new ProbeResult.Answered(steps(), status, days, List.of(addresses), content, why);
  }

  /** The first address that answers, each given its share of the time: a dead IPv6 way must not eat it all. */
  private Socket connect(InetAddress[] addresses) throws IOException {
    IOException last = null;
    for (int i = 0; i < addresses.length; i++) {
      Socket socket = new Socket();
      try {
        int share = millis(left().dividedBy(addresses.length - i));
        socket.connect(new InetSocketAddress(addresses[i], target.port()), share);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last == null ? new EOFException(target.host()) : last;
  }

  private ProbeResult page(Socket plain, Target.Page page, InetAddress[] addresses) throws IOException {
    done(page.tls() ? Step.TLS : Step.FIRST_BYTE);
    // Closes the socket when the time is over: a read timeout alone starts anew at each dripping byte.
    Deadline deadline = new Deadline(plain, left());
    try (deadline) {
      Socket line = page.tls() ? secure(plain) : plain;
      line.getOutputStream().write(page.request().bytes(page));
      line.getOutputStream().flush();
      Answer answer = Answer.read(line.getInputStream(), page.request().bodiless(), () -> done(Step.BODY));
      Content content = answer.content();
      OptionalInt days = line instanceof SSLSocket s ? days(s) : OptionalInt.empty();
      return answered(addresses, OptionalInt.of(answer.status()), days, Optional.of(content),
          Reason.of("probe.answered", page.host(), answer.status()));
    } catch (IOException e) {
      if (deadline.over()) throw new SocketTimeoutException(page.host());
      throw e;
    }
  }

  private Socket secure(Socket plain) throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    done(Step.FIRST_BYTE);
    return secured;
  }

  private OptionalInt days(SSLSocket line) throws IOException {
    return line.getSession().getPeerCertificates()[0] instanceof X509Certificate server
        ? OptionalInt.of((int) Math.floorDiv(
            Duration.between(clock.instant(), server.getNotAfter().toInstant()).toSeconds(), 86_400L))
        : OptionalInt.empty();
  }

  private void done(Step next) {
    long now = System.nanoTime();
    took.put(at, Duration.ofNanos(now - stepBegan));
    stepBegan = now;
    at = next;
  }

  private Steps steps() {
    return new Steps(step(Step.DNS), step(Step.CONNECT), step(Step.TLS), step(Step.FIRST_BYTE),
        Duration.ofNanos(System.nanoTime() - began));
  }

  private Optional<Duration> step(Step one) {
    return Optional.ofNullable(took.get(one));
  }

  private Duration left() throws SocketTimeoutException {
    Duration left = limit.minusNanos(System.nanoTime() - began);
    if (left.isNegative() || left.isZero()) throw new SocketTimeoutException(target.host());
    return left;
  }

  private static int millis(Duration d) {
    return Math.clamp(d.toMillis(), 1, Integer.MAX_VALUE);
  }
}

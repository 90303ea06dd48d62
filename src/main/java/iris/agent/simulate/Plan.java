package iris.agent.simulate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a simulated service is set up.
 *
 * @param host that the front and the external party listen on; the admin's door is always on the loopback address
 * @param port of the front, the external party's is the next and the admin's the one after it; 0: any three
 * @param certificate where the authority's certificate is written, PEM, for a front with TLS; empty: no TLS
 * @param log file of the access log; empty: none
 * @param traffic whether clients come by themselves
 * @param admin whether there is a door for faults
 * @param speed how many times faster the day goes by, 1 to 120
 * @param script faults that come by themselves
 * @param ahead how far the time of day of its clients is before the clock at the start; negative is behind
 */
public record Plan(
    String host,
    int port,
    Optional<Path> certificate,
    Optional<Path> log,
    LogLine.Form form,
    boolean traffic,
    boolean admin,
    int speed,
    Nature nature,
    List<Step> script,
    Duration ahead) {

  /** A fault of a script. @param at after the start; {@code lasting} empty: for ever */
  public record Step(Duration at, Fault fault, Optional<Duration> lasting, double share) {
    public Step {
      Objects.requireNonNull(at);
      Objects.requireNonNull(fault);
      Objects.requireNonNull(lasting);
    }
  }

  public Plan {
    Objects.requireNonNull(host);
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(log);
    Objects.requireNonNull(form);
    Objects.requireNonNull(nature);
    Objects.requireNonNull(ahead);
    script = List.copyOf(script);
    if (port < 0 || port > 65_533) throw new IllegalArgumentException("port " + port);
    if (speed < 1 || speed > 120) throw new IllegalArgumentException("speed " + speed);
  }

  /** With the time of day of the clock. */
  public Plan(String host, int port, Optional<Path> certificate, Optional<Path> log, LogLine.Form form, boolean traffic,
      boolean admin, int speed, Nature nature, List<Step> script) {
    this(host, port, certificate, log, form, traffic, admin, speed, nature, script, Duration.ZERO);
  }

  /** On any ports of this machine, silent: no log, no traffic, no faults but those that are injected. */
  public static Plan quiet(Nature nature) {
    return new Plan("127.0.0.1", 0, Optional.empty(), Optional.empty(), LogLine.Form.JSON, false, true, 1, nature,
        List.of());
  }

  public Plan logging(Path file, LogLine.Form form) {
    return new Plan(host, port, certificate, Optional.of(file), form, traffic, admin, speed, nature, script, ahead);
  }

  public Plan secured(Path certificate) {
    return new Plan(host, port, Optional.of(certificate), log, form, traffic, admin, speed, nature, script, ahead);
  }

  public Plan busy() {
    return new Plan(host, port, certificate, log, form, true, admin, speed, nature, script, ahead);
  }

  public Plan scripted(int speed, List<Step> script) {
    return new Plan(host, port, certificate, log, form, traffic, admin, speed, nature, script, ahead);
  }
}

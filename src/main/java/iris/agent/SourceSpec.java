package iris.agent;

import iris.probe.Request;
import iris.probe.Target;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One source of evidence of one service, as configured. */
public sealed interface SourceSpec {
  /** Unique in its service. */
  String id();

  /** Party of whom its evidence speaks. For a log and for events: who is at fault where a line does not say. */
  String party();

  /**
   * The transaction log of the service, followed through rotation and truncation.
   *
   * @param external party whose time and whose failures the lines give; empty if they give none
   */
  record Log(String id, String party, Path file, Format format, Optional<String> external) implements SourceSpec {
    public Log {
      Objects.requireNonNull(id);
      Objects.requireNonNull(party);
      Objects.requireNonNull(file);
      Objects.requireNonNull(format);
      Objects.requireNonNull(external);
    }
  }

  /** How a line is read. */
  sealed interface Format {
    /** Apache and nginx "combined", with the times in seconds after it where there are any: request, upstream. */
    record Combined() implements Format {}

    /**
     * One JSON object a line, by the names of its fields.
     *
     * @param fields of {@code time, status, whole, external, external-status}; left out: their usual names are tried
     */
    record JsonLines(Map<String, String> fields) implements Format {
      public JsonLines {
        fields = Map.copyOf(fields);
      }
    }

    /**
     * A regular expression with groups {@code time, status, whole, external, externalstatus, origin}; only time and
     * status must be there.
     *
     * @param time pattern of {@link java.time.format.DateTimeFormatter}; empty: ISO 8601 or seconds since 1970
     * @param unit of the times
     */
    record Pattern(String regex, Optional<String> time, Duration unit) implements Format {
      public Pattern {
        Objects.requireNonNull(regex);
        Objects.requireNonNull(time);
        Objects.requireNonNull(unit);
      }
    }
  }

  /** Events that the service sends to the agent's own door on the loopback address. */
  record Push(String id, String party, int port, Optional<String> external) implements SourceSpec {
    public Push {
      Objects.requireNonNull(id);
      Objects.requireNonNull(party);
      Objects.requireNonNull(external);
      if (port < 0 || port > 65_535) throw new IllegalArgumentException("port " + port);
    }
  }

  /** A check that is made every {@code every}, at most {@code timeout} long. */
  record Check(String id, String party, Duration every, Duration timeout, boolean counts, Asked asked)
      implements SourceSpec {
    public Check {
      Objects.requireNonNull(id);
      Objects.requireNonNull(party);
      Objects.requireNonNull(asked);
      if (every.compareTo(Duration.ofSeconds(1)) < 0) throw new IllegalArgumentException("every " + every);
      if (timeout.isNegative() || timeout.isZero()) throw new IllegalArgumentException("timeout " + timeout);
    }
  }

  /** What a check asks. */
  sealed interface Asked {
    /**
     * A page; a redirect is its answer and is not followed. Prints no header: secrets stand in them.
     *
     * @param headers sent; {@code body} sent, UTF-8, where there is one
     */
    record Http(URI url, String method, Map<String, String> headers, Optional<String> body, Expected expected)
        implements Asked {
      public Http {
        Objects.requireNonNull(url);
        Objects.requireNonNull(method);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(expected);
        target(url, method, headers, body);
      }

      /** @throws iris.probe.BadTarget where it cannot be sent */
      private static Target.Page target(URI url, String method, Map<String, String> headers, Optional<String> body) {
        return new Target.Page(url, new Request(method, headers, body));
      }

      public Target.Page target() {
        return target(url, method, headers, body);
      }

      @Override
      public String toString() {
        return "Http[" + method + " " + url.getScheme() + "://" + url.getHost() + "]";
      }
    }

    record Tcp(String host, int port) implements Asked {
      public Tcp {
        Objects.requireNonNull(host);
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("port " + port);
      }
    }

    /** @param addresses of which one at least must be answered; empty: any */
    record Dns(String host, List<String> addresses) implements Asked {
      public Dns {
        Objects.requireNonNull(host);
        addresses = List.copyOf(addresses);
        addresses.forEach(InetAddress::ofLiteral);
      }
    }

    /** A command in the convention of Nagios plugins: exit code 0 to 3, one line, performance data after a bar. */
    record Command(List<String> line) implements Asked {
      public Command {
        line = List.copyOf(line);
        if (line.isEmpty()) throw new IllegalArgumentException("an empty command");
      }
    }
  }

  /**
   * @param statuses accepted, as ranges "200-299"; empty: 200 to 399
   * @param text that the answer must hold
   * @param json path in the answer ("/status/db", RFC 6901) and the value that must stand there, empty value: any
   * @param slow longer than this is degraded
   * @param certificate fewer days than this is degraded
   */
  record Expected(
      List<String> statuses, Optional<String> text, Map<String, String> json, Optional<Duration> slow, int certificate) {
    public static final Expected USUAL =
        new Expected(List.of(), Optional.empty(), Map.of(), Optional.empty(), 14);

    public Expected {
      statuses = List.copyOf(statuses);
      Objects.requireNonNull(text);
      json = Map.copyOf(json);
      Objects.requireNonNull(slow);
      for (String range : statuses)
        if (!range.strip().matches("[1-5][0-9]{2}(\\s*-\\s*[1-5][0-9]{2})?"))
          throw new IllegalArgumentException("statuses like 200 or 200-299: " + range);
      for (String pointer : json.keySet())
        if (!pointer.matches("(/([^~]|~[01])*)?"))
          throw new IllegalArgumentException("a path like /status/db: " + pointer);
    }
  }
}

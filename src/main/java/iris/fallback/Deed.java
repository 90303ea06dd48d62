package iris.fallback;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One thing to do. Holds where secrets are kept, never a secret. */
public sealed interface Deed {
  /** What a person calls it: never a query, in which many a server wants its token. */
  String name();

  /**
   * One HTTP request; redirections are not followed, they are an answer like any other.
   *
   * @param login for the header Authorization
   * @param expected statuses that mean "done"
   * @param authority PEM file of the authorities that the server's certificate must be of, instead of the machine's
   */
  record Call(
      String method,
      URI url,
      Map<String, Value> headers,
      Optional<Login> login,
      Optional<String> body,
      Expected expected,
      Optional<Path> authority) implements Deed {
    public Call {
      Objects.requireNonNull(method);
      Objects.requireNonNull(url);
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
      Objects.requireNonNull(login);
      Objects.requireNonNull(body);
      Objects.requireNonNull(expected);
      Objects.requireNonNull(authority);
    }

    /** A server that the machine trusts. */
    public Call(String method, URI url, Map<String, Value> headers, Optional<Login> login, Optional<String> body,
        Expected expected) {
      this(method, url, headers, login, body, expected, Optional.empty());
    }

    @Override
    public String name() {
      String path = url.getRawPath() == null ? "" : url.getRawPath();
      return method + " " + url.getScheme() + "://" + url.getRawAuthority() + path;
    }
  }

  /** A program and its arguments; never a shell. */
  record Command(List<String> line, Map<String, Value> environment) implements Deed {
    public Command {
      line = List.copyOf(line);
      environment = Map.copyOf(environment);
      if (line.isEmpty()) throw new IllegalArgumentException("a command has a program");
    }

    @Override
    public String name() {
      return line.getFirst();
    }
  }

  /** Who we say to be. */
  sealed interface Login {
    record Basic(String user, Value.Hidden password) implements Login {
      public Basic {
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
      }
    }

    record Bearer(Value.Hidden token) implements Login {
      public Bearer {
        Objects.requireNonNull(token);
      }
    }
  }

  /** Statuses, both ends included. */
  record Expected(int from, int to) {
    public static final Expected WELL = new Expected(200, 299);

    public Expected {
      if (from < 100 || to > 599 || from > to) throw new IllegalArgumentException(from + ".." + to);
    }

    public boolean has(int status) {
      return from <= status && status <= to;
    }

    @Override
    public String toString() {
      return from == to ? String.valueOf(from) : from + "–" + to;
    }
  }
}

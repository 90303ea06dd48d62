package iris.relay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One server as it is configured.
 *
 * @param id as the configuration names it; names its queue, too
 * @param params every {@link Kind#must()} is there, nothing that the kind does not take
 * @param mapping in whose terms it is told
 */
public record Target(String id, Kind kind, Map<Param, Value> params, Mapping mapping) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration RESEND = Duration.ofMinutes(1);

  public Target {
    if (id.isBlank()) throw new IllegalArgumentException("a target has a name");
    Objects.requireNonNull(kind);
    Objects.requireNonNull(mapping);
    Map<Param, Value> sorted = new EnumMap<>(Param.class);
    sorted.putAll(params);
    params = java.util.Collections.unmodifiableMap(sorted);
    for (Param must : kind.must())
      if (!params.containsKey(must)) throw new IllegalArgumentException(kind.word() + " needs " + must.word());
    for (Param given : params.keySet())
      if (!kind.takes(given)) throw new IllegalArgumentException(kind.word() + " takes no " + given.word());
  }

  public Optional<String> text(Param param) {
    return of(param, Value.Text.class).map(Value.Text::text);
  }

  public Optional<Value.Secret> secret(Param param) {
    return of(param, Value.Secret.class);
  }

  public Optional<Path> file(Param param) {
    return of(param, Value.File.class).map(Value.File::path);
  }

  public Optional<URI> link(Param param) {
    return of(param, Value.Link.class).map(Value.Link::uri);
  }

  /** Empty where not given. */
  public List<String> lines(Param param) {
    return of(param, Value.Lines.class).map(Value.Lines::lines).orElse(List.of());
  }

  public int whole(Param param, int standard) {
    return of(param, Value.Whole.class).map(Value.Whole::figure).orElse(standard);
  }

  public boolean flag(Param param, boolean standard) {
    return of(param, Value.Flag.class).map(Value.Flag::set).orElse(standard);
  }

  /** What the configuration leaves out is statistics alone. @param usual where it says nothing of them */
  public boolean wants(Message.Sort sort, boolean usual) {
    return sort != Message.Sort.STATISTIC || flag(Param.STATISTICS, usual);
  }

  /** The longest that one delivery may take. */
  public Duration timeout() {
    return of(Param.TIMEOUT, Value.Span.class).map(Value.Span::span).orElse(TIMEOUT);
  }

  /** Every how long the present state is told again; a server should call it stale after four times that. */
  public Duration resend() {
    return of(Param.RESEND, Value.Span.class).map(Value.Span::span).orElse(RESEND);
  }

  /** Empty where not given. */
  public Optional<Duration> span(Param param) {
    return of(param, Value.Span.class).map(Value.Span::span);
  }

  private <V extends Value> Optional<V> of(Param param, Class<V> type) {
    return Optional.ofNullable(params.get(param)).map(type::cast);
  }
}

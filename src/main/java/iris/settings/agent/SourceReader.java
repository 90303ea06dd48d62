package iris.settings.agent;

import iris.agent.SourceSpec;
import iris.settings.Kind;
import iris.settings.Kinds;
import iris.signal.Party;
import iris.signal.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One block of {@code sources}: what its type is, and the keys of that type. */
final class SourceReader {
  /** Types of sources; the word in the file is the name in lower case. */
  enum Type {
    LOG,
    PUSH,
    HTTP,
    TCP,
    DNS,
    COMMAND
  }

  private static final Kind<Type> TYPE = Kinds.choice(Type.class);

  private final String id;
  private final Keys keys;
  private final List<Party> parties;
  private final boolean counted;
  private final Safe safe;

  /** @param counted another source of the service counts its transactions, so that checks need not */
  SourceReader(String id, Keys keys, List<Party> parties, boolean counted, Safe safe) {
    this.id = id;
    this.keys = keys;
    this.parties = parties;
    this.counted = counted;
    this.safe = safe;
  }

  /** Whether a source counts transactions by itself; looks only, and says nothing of what is wrong. */
  static boolean counts(Keys keys) {
    return keys.peek("type").map(t -> t.toLowerCase(Locale.ROOT)).filter(t -> t.equals("log") || t.equals("push"))
        .isPresent();
  }

  /** Empty only with a problem. */
  Optional<SourceSpec> read() {
    Optional<Type> type = keys.must("type", TYPE);
    // The keys depend on the type: without it, everything else would be called unknown.
    if (type.isEmpty()) return Optional.empty();
    Optional<String> party = party();
    Optional<SourceSpec> read = switch (type.get()) {
      case LOG -> log(party);
      case PUSH -> push(party);
      case HTTP, TCP, DNS, COMMAND -> check(type.get(), party);
    };
    keys.done();
    return read;
  }

  private Optional<SourceSpec> log(Optional<String> party) {
    Optional<Path> file = keys.must("file", Kinds.PATH);
    Optional<String> external = external();
    Optional<SourceSpec.Format> format = new FormatReader(keys).read();
    if (party.isEmpty() || file.isEmpty() || format.isEmpty()) return Optional.empty();
    return Optional.of(new SourceSpec.Log(id, party.get(), file.get(), format.get(), external));
  }

  private Optional<SourceSpec> push(Optional<String> party) {
    Optional<Integer> port = keys.must("port", Kinds.whole(1, 65_535));
    Optional<String> external = external();
    return party.flatMap(p -> port.map(n -> new SourceSpec.Push(id, p, n, external)));
  }

  private Optional<SourceSpec> check(Type type, Optional<String> party) {
    Duration every = keys.or("every", Kinds.span("1s", "1h"), Duration.ofSeconds(10));
    Duration timeout = keys.or("timeout", Kinds.span("100ms", "5m"), timeout(every));
    boolean provider = party.flatMap(this::of).filter(p -> p.role() == Party.Role.PROVIDER).isPresent();
    boolean counts = keys.or("counts", Kinds.FLAG, !counted && provider);
    Optional<SourceSpec.Asked> asked = new AskedReader(keys, safe).read(type);
    return party.flatMap(p -> asked.map(a -> new SourceSpec.Check(id, p, every, timeout, counts, a)));
  }

  /**
   * Where none is written. What hangs must fail twice in 10 s if it is asked each 5 s: 5 s until it is asked, 2 s, again
   * half an interval after it was asked first, 2 s.
   */
  private static Duration timeout(Duration every) {
    if (every.compareTo(Duration.ofSeconds(10)) >= 0) return Duration.ofSeconds(5);
    Duration share = every.multipliedBy(2).dividedBy(5);
    return share.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : share;
  }

  /** The party that is written, else the provider where there is only one. */
  private Optional<String> party() {
    if (keys.has("party")) return known("party");
    List<Party> providers = parties.stream().filter(p -> p.role() == Party.Role.PROVIDER).toList();
    keys.may("party", AgentKinds.NAME);
    if (providers.size() == 1) return Optional.of(providers.getFirst().id());
    keys.wrong("party", Reason.of("settings.key.missing", "party"));
    return Optional.empty();
  }

  private Optional<String> external() {
    Optional<String> external = known("external");
    external.flatMap(this::of).filter(p -> p.role() != Party.Role.EXTERNAL)
        .ifPresent(p -> keys.wrong("external", Reason.of("settings.agent.not-external", p.id())));
    return external;
  }

  private Optional<String> known(String key) {
    Optional<String> written = keys.may(key, AgentKinds.NAME);
    if (written.isEmpty() || of(written.get()).isPresent()) return written;
    String all = parties.stream().map(Party::id).collect(Collectors.joining(", "));
    keys.wrong(key, Reason.of("settings.agent.party", written.get(), all));
    return Optional.empty();
  }

  private Optional<Party> of(String party) {
    return parties.stream().filter(p -> p.id().equals(party)).findFirst();
  }
}

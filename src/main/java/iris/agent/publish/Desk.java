package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.rss.strict.Strict;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides what a question is answered with; sends nothing. Names stand for documents here, never for files. */
final class Desk {
  private static final String XML = "application/rss+xml; charset=utf-8";
  private static final String ARCHIVE = "/archive/";
  /** Archives that are read at a time, and how long one waits for its turn: a dead disk takes no more threads. */
  private static final int ARCHIVES = 4;
  private static final int TURN_MILLIS = 1_000;
  private static final String EVENTS = "/events/";
  private static final String SCHEMA = "/schema/";

  private final AgentConfig config;
  private final Map<String, Press> presses;
  private final Supplier<Health> health;
  private final Counter counter;
  private final IntSupplier streams;
  private final IntSupplier connections;
  private final Gate gate;
  private final Words words;
  private final Semaphore archives = new Semaphore(ARCHIVES);

  Desk(AgentConfig config, Map<String, Press> presses, Supplier<Health> health, Counter counter, IntSupplier streams,
      IntSupplier connections) {
    this.config = config;
    this.presses = presses;
    this.health = health;
    this.counter = counter;
    this.streams = streams;
    this.connections = connections;
    gate = new Gate(config.publication().access());
    words = Words.of(config.language(), config.zone());
  }

  Reply answer(Question q, Instant now) {
    if (!q.reads()) return say(405, "agent.feed.http.method", q.method()).with("Allow", "GET, HEAD");
    boolean known = gate.opens(q.header().apply("Authorization"));
    if (q.path().equals("/health")) return health(known);
    if (!known) return say(401, "agent.feed.http.access").with("WWW-Authenticate", gate.challenge());
    return switch (q.path()) {
      case "/" -> index(q, now);
      case "/metrics" -> unkept(Reply.text(200, Metrics.TYPE, Metrics.of(health.get(), counter, presses.values(),
          streams.getAsInt(), connections.getAsInt(), now)));
      default -> document(q, now);
    };
  }

  private Reply document(Question q, Instant now) {
    String path = q.path();
    if (path.startsWith(EVENTS)) {
      Press press = presses.get(path.substring(EVENTS.length()));
      if (press == null) return missing(path);
      return new Reply.Events(press, number(q.header().apply("Last-Event-ID")));
    }
    if (path.startsWith(ARCHIVE)) return archive(q, path.substring(ARCHIVE.length()), now);
    if (path.startsWith(SCHEMA)) return schema(q, path.substring(SCHEMA.length()));
    boolean xml = path.startsWith("/") && path.endsWith(".xml");
    Press press = xml ? presses.get(path.substring(1, path.length() - 4)) : null;
    return press == null ? missing(path) : page(q, press.page(), XML, "no-cache");
  }

  private Reply archive(Question q, String rest, Instant now) {
    int slash = rest.lastIndexOf('/');
    Press press = slash > 0 ? presses.get(rest.substring(0, slash)) : null;
    Optional<LocalDate> day = press == null ? Optional.empty() : day(rest.substring(slash + 1));
    if (press == null || day.isEmpty()) return missing(q.path());
    if (!turn()) return unkept(say(503, "agent.feed.http.busy").with("Retry-After", "30"));
    Optional<Page> page;
    try {
      page = press.archive(day.get(), now);
    } finally {
      archives.release();
    }
    if (page.isPresent()) return page(q, page.get(), XML, "max-age=86400");
    // The newest archive names its successor before the day is over: until then, that is the current document.
    long ahead = ChronoUnit.DAYS.between(Documents.day(now.minus(Press.GRACE)), day.get());
    if (ahead == 0)
      return unkept(say(307, "agent.feed.http.today")
          .with("Location", "../../" + Addresses.file(press.service().id())));
    return missing(q.path());
  }

  private boolean turn() {
    try {
      return archives.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Reply schema(Question q, String name) {
    Optional<byte[]> file = Strict.schema(name);
    if (file.isEmpty()) return missing(q.path());
    Page page = Page.of(file.get(), health.get().vitals().started(), Optional.empty());
    return page(q, page, "application/xml; charset=utf-8", "max-age=3600");
  }

  private static Optional<LocalDate> day(String file) {
    try {
      return file.endsWith(".xml")
          ? Optional.of(LocalDate.parse(file.substring(0, file.length() - 4)))
          : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private Reply page(Question q, Page page, String type, String caching) {
    boolean gzip = Encodings.gzip(q.header().apply("Accept-Encoding"));
    Conditions.Verdict verdict = Conditions.of(q.header(), page.etag(gzip), page);
    if (verdict == Conditions.Verdict.FAILED) return say(412, "agent.feed.http.precondition");
    boolean send = verdict == Conditions.Verdict.SEND;
    Reply.Whole reply = new Reply.Whole(send ? 200 : 304, Map.of(), send ? page.body(gzip) : new byte[0]);
    if (send) reply = reply.with("Content-Type", type);
    if (send && gzip) reply = reply.with("Content-Encoding", "gzip");
    String who = config.publication().access().isPresent() ? "private, " : "";
    return reply.with("ETag", page.etag(gzip)).with("Last-Modified", Conditions.date(page.modified()))
        .with("Vary", "Accept-Encoding").with("Cache-Control", who + caching);
  }

  private Reply index(Question q, Instant now) {
    Lang lang = Index.language(q.header().apply("Accept-Language"), config.language());
    String html = Index.of(presses.values(), health.get(), lang, config.zone(), now);
    return unkept(Reply.text(200, "text/html; charset=utf-8", html)).with("Vary", "Accept-Language")
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  }

  private Reply health(boolean known) {
    Health h = health.get();
    return unkept(Reply.text(h.status(), "application/json", h.json(words, known)));
  }

  private static long number(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.strip().matches("\\d{1,18}") ? Long.parseLong(lastEventId.strip()) : -1;
  }

  private Reply.Whole missing(String path) {
    return say(404, "agent.feed.http.missing", path.length() > 200 ? path.substring(0, 200) : path);
  }

  Reply.Whole say(int status, String key, Object... args) {
    return Reply.sentence(status, words.say(Reason.of(key, args)));
  }

  private static Reply.Whole unkept(Reply.Whole reply) {
    return reply.with("Cache-Control", "no-store");
  }
}

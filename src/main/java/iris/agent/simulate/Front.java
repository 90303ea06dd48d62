package iris.agent.simulate;

import iris.words.Words;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider's front: {@code /vehicles/AA-123-AA} does some work of its own, asks the external party and answers;
 * {@code /health} does the work only. Each lookup leaves a line in the log.
 */
final class Front implements Answerer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String VEHICLES = "/vehicles/";

  /** What the external party answered to one question. */
  private record Heard(int status, String json, Duration time) {}

  private final House house;
  private final Nature nature;
  private final InstantSource clock;
  private final URI external;
  private final Trouble trouble;
  private final Words words;
  private final Consumer<LogLine> log;

  Front(House house, Nature nature, InstantSource clock, URI external, Trouble trouble, Words words,
      Consumer<LogLine> log) {
    this.house = house;
    this.nature = nature;
    this.clock = clock;
    this.external = external;
    this.trouble = trouble;
    this.words = words;
    this.log = log;
  }

  @Override
  public CompletableFuture<Answer> answer(Ask ask) {
    if (ask.path().equals("/health"))
      return work(4).thenApply(stopped -> stopped.orElse(new Answer.Said(200, "{\"status\":\"up\"}")));
    if (!ask.path().startsWith(VEHICLES)) return now(404, words.say("agent.siv.nothing-here"));
    long began = System.nanoTime();
    Optional<Plate> plate = Plate.of(ask.path().substring(VEHICLES.length()));
    return (plate.isEmpty()
            ? now(400, words.say("agent.siv.bad-plate")).thenApply(a -> written(ask, began, a, Optional.empty()))
            : work(1).thenCompose(stopped -> stopped.isPresent()
                ? CompletableFuture.completedFuture(written(ask, began, stopped.get(), Optional.empty()))
                : lookup(plate.get()).thenApply(h ->
                    written(ask, began, said(h, plate.get()), Optional.of(new LogLine.External(h.status(), h.time()))))));
  }

  /** The provider's own work, a part of it; what it answers if it stops there. */
  private CompletableFuture<Optional<Answer>> work(int part) {
    if (trouble.strikes(Fault.TIMEOUTS))
      return house.after(nature.patience()).thenApply(_ -> Optional.of(error(503, "agent.siv.out-of-time")));
    boolean broken = trouble.strikes(Fault.RESETS);
    boolean wrong = trouble.strikes(Fault.ERRORS) || part == 1 && Trouble.flaw(nature.ownFlaws());
    Duration wait = nature.own().draw(ThreadLocalRandom.current(), trouble.factor(Fault.SLOW, 1)).dividedBy(part);
    return house.after(wait).thenApply(_ -> broken ? Optional.of(new Answer.Broken())
        : wrong ? Optional.of(error(500, "agent.siv.internal")) : Optional.empty());
  }

  private CompletableFuture<Heard> lookup(Plate plate) {
    long began = System.nanoTime();
    HttpRequest ask = HttpRequest.newBuilder(external.resolve("registrations/" + plate.text()))
        .timeout(nature.patience()).build();
    return house.client().sendAsync(ask, BodyHandlers.ofString()).handle((answer, failure) -> {
      Duration time = since(began);
      if (failure == null) return new Heard(answer.statusCode(), answer.body(), time);
      Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
      return new Heard(why instanceof HttpTimeoutException ? 504 : 502, "", time);
    });
  }

  private Answer said(Heard heard, Plate plate) {
    return switch (heard.status()) {
      case 200 -> new Answer.Said(200, heard.json());
      case 404 -> error(404, "agent.siv.unknown-plate", plate.text());
      case 504 -> error(504, "agent.siv.external-late");
      default -> error(502, "agent.siv.external-failed");
    };
  }

  /** A reset leaves a 500 behind, as a handler that died does. */
  private Answer written(Ask ask, long began, Answer answer, Optional<LogLine.External> heard) {
    int status = answer instanceof Answer.Said said ? said.status() : 500;
    long bytes = answer instanceof Answer.Said said ? said.json().length() : 0;
    log.accept(new LogLine(clock.instant(), ask.path(), status, bytes, since(began), heard));
    return answer;
  }

  private static CompletableFuture<Answer> now(int status, String sentence) {
    return CompletableFuture.completedFuture(
        new Answer.Said(status, JSON.writeValueAsString(Map.of("error", sentence))));
  }

  private Answer error(int status, String key, Object... args) {
    return new Answer.Said(status, JSON.writeValueAsString(Map.of("error", words.say(key, args))));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}

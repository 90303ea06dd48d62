package iris.agent.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** The external party: it knows the vehicles. {@code /registrations/AA-123-AA} and {@code /health}. */
final class Party implements Answerer {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final House house;
  private final Nature nature;
  private final Supplier<Instant> story;
  private final Trouble trouble;

  Party(House house, Nature nature, Supplier<Instant> story, Trouble trouble) {
    this.house = house;
    this.nature = nature;
    this.story = story;
    this.trouble = trouble;
  }

  @Override
  public CompletableFuture<Answer> answer(Ask ask) {
    double slower = trouble.factor(Fault.EXTERNAL_SLOW, nature.crowded(story.get()));
    Duration wait = nature.external().draw(ThreadLocalRandom.current(), slower);
    if (ask.path().equals("/health"))
      return house.after(wait.dividedBy(4)).thenApply(_ -> new Answer.Said(200, "{\"status\":\"up\"}"));
    return house.after(wait).thenApply(_ -> found(ask.path()));
  }

  private Answer found(String path) {
    if (Trouble.flaw(nature.externalFlaws())) return new Answer.Said(500, "{\"error\":\"internal\"}");
    Optional<Plate> plate =
        path.startsWith("/registrations/") ? Plate.of(path.substring("/registrations/".length())) : Optional.empty();
    return plate.flatMap(Vehicle::of)
        .<Answer>map(v -> new Answer.Said(200, JSON.writeValueAsString(v)))
        .orElse(new Answer.Said(404, "{\"error\":\"unknown\"}"));
  }
}

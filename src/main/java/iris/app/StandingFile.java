package iris.app;

import iris.relay.post.Standing;
import iris.store.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a running relay writes down for {@code iris relay status}: {@code relay-standing.json} in its folder. */
final class StandingFile {
  /** Written every {@link Outward#EVERY}; older than this, nobody writes it any more. */
  static final Duration STALE = Duration.ofSeconds(30);
  private static final String NAME = "relay-standing.json";
  private static final JsonMapper JSON = new JsonMapper();

  private StandingFile() {}

  /** @param at when it was written */
  record Look(Instant at, List<Standing> targets) {
    Look {
      Objects.requireNonNull(at);
      targets = List.copyOf(targets);
    }
  }

  /** Whole or not at all: somebody may read it now. */
  static void write(Path folder, Look look) throws IOException {
    Path fresh = folder.resolve(NAME + ".new");
    Owner.create(fresh);
    Files.writeString(fresh, JSON.writeValueAsString(look));
    Files.move(fresh, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty where no relay ever ran, or another version wrote it. */
  static Optional<Look> read(Path folder) {
    try {
      return Optional.of(JSON.readValue(Files.readString(folder.resolve(NAME)), Look.class));
    } catch (IOException | JacksonException none) {
      return Optional.empty();
    }
  }
}

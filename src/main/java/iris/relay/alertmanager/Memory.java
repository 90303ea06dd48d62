package iris.relay.alertmanager;

import iris.signal.Reason;
import iris.store.Owner;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands, on the disk: a state says how bad a signal is, and not which alerts were told of it. Without the file
 * they would run out at the server after a restart of IRIS, which looks like a recovery.
 */
final class Memory {
  private static final JsonMapper JSON = new JsonMapper();
  /** More than that was not written by this program. */
  private static final long LARGEST = 16 << 20;

  private final Path file;

  Memory(Path folder, String target) {
    String name = URLEncoder.encode(target, StandardCharsets.UTF_8).replace("*", "%2A");
    file = folder.resolve("alertmanager-" + name + ".json");
  }

  /** Nothing where there is no file, or none that can be read: the states that follow tell what stands. */
  Standing read() {
    try {
      if (!Files.exists(file) || Files.size(file) > LARGEST) return Standing.NOTHING;
      Held[] held = JSON.readValue(Files.readAllBytes(file), Held[].class);
      return new Standing(Arrays.stream(held).filter(Objects::nonNull)
          .collect(Collectors.toMap(Held::key, Function.identity())));
    } catch (NoSuchFileException gone) {
      return Standing.NOTHING;
    } catch (IOException | JacksonException | IllegalStateException unreadable) {
      System.getLogger(Memory.class.getName()).log(System.Logger.Level.WARNING,
          () -> file + " cannot be read; what stands is told again from the states: " + unreadable.getMessage());
      return Standing.NOTHING;
    }
  }

  /** @return why it could not be kept */
  Optional<Reason> keep(Standing standing) {
    Path written = file.resolveSibling(file.getFileName() + ".new");
    try {
      Owner.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Owner.create(written);
      Files.write(written, JSON.writeValueAsBytes(standing.held().values()));
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Reason.of("relay.alertmanager.memory", file));
    }
  }
}

package iris.feed;

import iris.signal.Contact;
import iris.signal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads file sources. On a thread of its own, since a file on a dead network drive blocks for ever and cannot be
 * interrupted; such a thread is left behind, but never a second one for the same file.
 */
final class FileAsk {
  private final Map<Path, Thread> reading = new ConcurrentHashMap<>();

  Fetch go(SourceConfig source) throws InterruptedException {
    Path file = Path.of(source.uri());
    Thread stuck = reading.get(file);
    if (stuck != null && stuck.isAlive()) return new Fetch.Failed(Reason.of("feed.file.stuck", file));
    CompletableFuture<Fetch> coming = new CompletableFuture<>();
    Thread reader = Thread.ofPlatform().daemon().name("file " + source.id()).unstarted(() -> {
      try {
        coming.complete(read(file, source.caps()));
      } catch (RuntimeException | Error e) {
        coming.completeExceptionally(e);
      }
    });
    reading.put(file, reader);
    reader.start();
    try {
      Fetch fetch = coming.get(source.caps().whole().toNanos(), TimeUnit.NANOSECONDS);
      reading.remove(file, reader);
      return fetch;
    } catch (TimeoutException e) {
      return new Fetch.Failed(Reason.of("feed.file.stuck", file));
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a file failed in a way that was not foreseen", e.getCause());
    }
  }

  private static Fetch read(Path file, Caps caps) {
    long began = System.nanoTime();
    try {
      byte[] wire = null;
      // A writer that does not rename into place is caught in the act: size or time moved while we read.
      for (int tries = 0; wire == null && tries < 3; tries++) {
        BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
        if (!before.isRegularFile()) return new Fetch.Failed(Reason.of("feed.file.kind", file));
        if (before.size() > caps.bytes()) return tooLarge("feed.too-large.wire", file, caps.bytes(), began);
        byte[] seen;
        try (InputStream in = Files.newInputStream(file)) {
          seen = in.readNBytes(caps.bytes());
          if (in.read() >= 0) return tooLarge("feed.too-large.wire", file, caps.bytes(), began);
        }
        BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
        if (after.size() == seen.length && after.lastModifiedTime().equals(before.lastModifiedTime())) wire = seen;
      }
      if (wire == null) return new Fetch.Failed(Reason.of("feed.file.changing", file));
      byte[] bytes = Unpack.unpack(wire, List.of(), caps.inflated());
      return new Fetch.Body(bytes, Hash.of(bytes), Optional.empty(), Optional.empty(), Validators.NONE,
          Optional.empty(), contact(began, wire.length));
    } catch (Unpack.Bomb e) {
      return tooLarge("feed.too-large.inflated", file, caps.inflated(), began);
    } catch (Denied e) {
      return new Fetch.Failed(e.reason());
    } catch (IOException e) {
      return new Fetch.Failed(Vault.unreadable(file, e).reason());
    }
  }

  private static Fetch tooLarge(String key, Path file, int cap, long began) {
    return new Fetch.TooLarge(Reason.of(key, file, cap), contact(began, 0));
  }

  private static Contact contact(long began, long bytes) {
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Contact(took, Optional.empty(), OptionalInt.empty(), Optional.empty(), bytes);
  }
}

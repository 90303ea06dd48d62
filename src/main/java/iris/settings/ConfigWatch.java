package iris.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at the files every two seconds, and reads them anew when they changed and stand still. Looking is surer than being told: file
 * notifications are lost on network drives and when an editor replaces the file.
 */
public final class ConfigWatch implements AutoCloseable {
  public static final Duration EVERY = Duration.ofSeconds(2);

  /** What a file looked like; size and time change with any save, and the text is the judge of a real change. */
  record Look(Path path, long size, long modified) {}

  /**
   * Says when to read: not while the files still change. An editor empties the file before it writes it, and an empty
   * configuration would take every feed off the wall.
   */
  static final class Settling {
    private List<Look> before;
    private boolean unread;

    Settling(List<Look> first) {
      before = first;
    }

    boolean timeToRead(List<Look> now) {
      boolean same = now.equals(before);
      before = now;
      boolean read = same && unread;
      unread = !same || unread && !read;
      return read;
    }
  }

  private final ConfigFiles files;
  private final Consumer<Reading> changed;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private final Settling settling;
  private List<Path> named;
  private Reading last;

  /** {@code changed} is called on the watching thread for every reading that differs from the one before. */
  public ConfigWatch(ConfigFiles files, Duration every, Consumer<Reading> changed) {
    this.files = files;
    this.changed = changed;
    named = files.named();
    settling = new Settling(look());
    last = files.read();
    thread = Thread.ofVirtual().name("configuration").start(() -> run(every));
  }

  private void run(Duration every) {
    try {
      while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!settling.timeToRead(look())) continue;
        named = files.named();
        Reading next = files.read();
        if (next.equals(last)) continue;
        last = next;
        changed.accept(next);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Look> look() {
    List<Look> looks = new ArrayList<>();
    List<Path> paths = new ArrayList<>(files.all());
    paths.addAll(named);
    for (Path path : paths) {
      try {
        looks.add(new Look(path, Files.size(path), Files.getLastModifiedTime(path).toMillis()));
      } catch (IOException gone) {
        looks.add(new Look(path, -1, 0));
      }
    }
    return looks;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}

package iris.app.demo;

import iris.words.Words;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

/** A demonstration that is being started, beside whatever else must be started for it to be seen. */
public final class Rising implements AutoCloseable {
  private final AtomicReference<Runnable> published = new AtomicReference<>(() -> {});
  private final FutureTask<LiveDemo> task;

  private final Map<String, String> expected = new LinkedHashMap<>();

  private Rising(Scene scene, int speed, Words words) {
    for (Role role : Role.of(scene)) expected.put(role.service().id(), role.service().name());
    task = new FutureTask<>(() -> LiveDemo.play(scene, speed, words, () -> published.get().run()));
  }

  /** Begins; nobody waits. */
  public static Rising begin(Scene scene, int speed, Words words) {
    Rising rising = new Rising(scene, speed, words);
    Thread.ofPlatform().daemon().name("demo-start").start(rising.task);
    return rising;
  }

  /** Ids and names of the feeds that there will be, in their order. */
  public Map<String, String> expected() {
    return Collections.unmodifiableMap(expected);
  }

  /** Waits for it. Whoever closes it before this is closed does no harm. */
  public LiveDemo demo() throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException why) throw why;
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Is called a moment after each publication; must not block. */
  public void onPublished(Runnable act) {
    published.set(act);
  }

  /** Waits until it is there and ends it: half started, it would leave its folder behind. */
  @Override
  public void close() {
    try {
      demo().close();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (IOException | IllegalStateException neverBegan) {
      System.getLogger(Rising.class.getName()).log(System.Logger.Level.DEBUG, "nothing to end", neverBegan);
    }
  }
}

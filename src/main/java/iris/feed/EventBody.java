package iris.feed;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of an event stream while it flows. Keeps nothing but what {@link EventLines} does. */
final class EventBody implements BodySubscriber<EventBody> {
  private static final int UNREAD = 256 << 10;

  private final EventLines lines = new EventLines();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final boolean wanted;
  private final Runnable onEvent;
  private long drained;
  private volatile long heard = System.nanoTime();
  @SuppressWarnings("NullAway.Init")
  private volatile Subscription subscription;

  /** @param wanted false for an answer that is no event stream: its body is drained, up to a limit */
  EventBody(boolean wanted, Runnable onEvent) {
    this.wanted = wanted;
    this.onEvent = onEvent;
  }

  /** At once: the answer is there when its head is, and its body may never end. */
  @Override
  public CompletionStage<EventBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    heard = System.nanoTime();
    if (wanted) {
      int events = 0;
      for (ByteBuffer buffer : buffers) events += lines.take(buffer);
      if (events > 0) onEvent.run();
    } else {
      // Cut at once, the connection went back to be used again and was closed as well: the next question hung on it.
      for (ByteBuffer buffer : buffers) drained += buffer.remaining();
      if (drained > UNREAD) {
        subscription.cancel();
        return;
      }
    }
    subscription.request(1);
  }

  @Override
  public void onError(Throwable e) {
    ended.complete(null);
  }

  @Override
  public void onComplete() {
    ended.complete(null);
  }

  EventLines lines() {
    return lines;
  }

  /** Complete when nothing more will come, whatever the cause. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** {@link System#nanoTime} of the last byte, comments included: they are the server's heartbeat. */
  long heard() {
    return heard;
  }

  /** Cuts the connection. */
  void cancel() {
    Subscription given = subscription;
    if (given != null) given.cancel();
  }
}

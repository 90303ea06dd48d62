package iris.feed;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Takes a body up to a cap. Every body is taken, that of a 304 or a redirect too: a body left on the line costs the
 * connection. Over the cap the line is cut instead.
 */
final class BoundedBody implements BodySubscriber<BoundedBody.Taken> {
  /** Under this, the bodies that nobody reads (error pages) are drained; above, the connection is given up. */
  private static final int UNREAD = 256 << 10;

  /** What was taken; {@code over} the cap there are no bytes. {@code heard} is when the head of the answer came. */
  record Taken(byte[] bytes, boolean over, Instant heard) {}

  private final CompletableFuture<Taken> taken = new CompletableFuture<>();
  /** Put together at the end: what grows by doubling takes three times its room. */
  private final List<byte[]> parts = new ArrayList<>();
  private final long cap;
  private final Instant heard;
  private long count;
  @SuppressWarnings("NullAway.Init")
  private Subscription subscription;

  private BoundedBody(long cap, Instant heard) {
    this.cap = cap;
    this.heard = heard;
  }

  static BodyHandler<Taken> upTo(int cap, InstantSource clock) {
    return (HttpResponse.ResponseInfo head) -> {
      boolean read = head.statusCode() == 200 || head.statusCode() == 203;
      long announced = head.headers().firstValueAsLong("Content-Length").orElse(0);
      long most = read ? cap : UNREAD;
      return new BoundedBody(announced > most ? -1 : most, clock.instant());
    };
  }

  @Override
  public CompletionStage<Taken> getBody() {
    return taken;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (cap < 0) giveUp();
    else given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      count += buffer.remaining();
      if (count > cap) {
        giveUp();
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      parts.add(part);
    }
  }

  private void giveUp() {
    // Now, and not when the connection that was cut is forgotten.
    parts.clear();
    subscription.cancel();
    taken.complete(new Taken(new byte[0], true, heard));
  }

  @Override
  public void onError(Throwable e) {
    taken.completeExceptionally(e);
  }

  @Override
  public void onComplete() {
    ByteBuffer whole = ByteBuffer.allocate((int) count);
    parts.forEach(whole::put);
    parts.clear();
    taken.complete(new Taken(whole.array(), false, heard));
  }
}

package iris.probe;

import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Names to addresses, with a limit that the system's resolver does not have. */
final class Lookup {
  private Lookup() {}

  static InetAddress[] of(String host, Duration limit)
      throws UnknownHostException, SocketTimeoutException, InterruptedException {
    CompletableFuture<InetAddress[]> coming = new CompletableFuture<>();
    // A platform thread: a lookup holds on to its carrier, and two dead name servers would hold them all.
    Thread.ofPlatform().daemon().name("lookup " + host).start(() -> {
      try {
        coming.complete(InetAddress.getAllByName(host));
      } catch (UnknownHostException | RuntimeException e) {
        coming.completeExceptionally(e);
      }
    });
    try {
      return coming.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException(host);
    } catch (ExecutionException e) {
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(e.getCause());
      throw unknown;
    }
  }
}

package iris.probe;

import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Names to addresses, with a limit that the system's resolver does not have. A lookup that nobody waits for any more
 * goes on inside the resolver, so there is a number of them: names that did not answer last time share a quarter of
 * the places, or a thousand dead names would keep those that live out. Who asks for a name that is being looked up
 * already waits for the same answer.
 */
final class Lookup {
  private static final int PLACES = 192;
  private static final int PLACES_OF_THE_DEAD = 64;
  private static final long SLOW = TimeUnit.SECONDS.toNanos(2);
  private static final int REMEMBERED = 10_000;

  private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();
  private final Set<String> dead = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(PLACES, true);
  private final Semaphore placesOfTheDead = new Semaphore(PLACES_OF_THE_DEAD, true);

  InetAddress[] of(String host, Duration limit)
      throws UnknownHostException, SocketTimeoutException, InterruptedException {
    InetAddress[] literal = literal(host);
    if (literal.length > 0) return literal;
    long until = System.nanoTime() + limit.toNanos();
    CompletableFuture<InetAddress[]> mine = new CompletableFuture<>();
    CompletableFuture<InetAddress[]> coming = underWay.putIfAbsent(host, mine);
    if (coming == null) {
      coming = mine;
      begin(host, mine, limit);
    }
    try {
      return coming.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (dead.size() < REMEMBERED) dead.add(host);
      throw new SocketTimeoutException(host);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SocketTimeoutException) throw new SocketTimeoutException(host);
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(e.getCause());
      throw unknown;
    }
  }

  private static InetAddress[] literal(String host) {
    try {
      return new InetAddress[] {InetAddress.ofLiteral(host)};
    } catch (IllegalArgumentException aName) {
      return new InetAddress[0];
    }
  }

  private void begin(String host, CompletableFuture<InetAddress[]> coming, Duration limit) throws InterruptedException {
    Semaphore place = dead.contains(host) ? placesOfTheDead : places;
    boolean got = false;
    try {
      got = place.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!got) end(host, coming, new SocketTimeoutException(host));
    }
    if (!got) return;
    // A platform thread: a lookup holds on to its carrier, and two dead name servers would hold them all.
    Thread.ofPlatform().daemon().name("lookup " + host).start(() -> {
      try {
        resolve(host, coming);
      } finally {
        place.release();
      }
    });
  }

  private void resolve(String host, CompletableFuture<InetAddress[]> coming) {
    long began = System.nanoTime();
    try {
      InetAddress[] found = InetAddress.getAllByName(host);
      underWay.remove(host, coming);
      coming.complete(found);
    } catch (UnknownHostException | RuntimeException e) {
      end(host, coming, e);
    }
    if (System.nanoTime() - began < SLOW) dead.remove(host);
  }

  private void end(String host, CompletableFuture<InetAddress[]> coming, Exception why) {
    underWay.remove(host, coming);
    coming.completeExceptionally(why);
  }
}

package iris.relay.real;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Message;

/**
 * Brings messages one after the other, each until it is delivered: what the queue of the relay does, without its
 * patience.
 */
public final class Bring {
  private Bring() {}

  public static void all(Courier courier, Message... messages) throws InterruptedException {
    for (Message m : messages) {
      Delivery[] last = new Delivery[1];
      Await.until(() -> {
        last[0] = courier.deliver(m);
        return !(last[0] instanceof Delivery.TryLater);
      }, () -> "still " + last[0]);
      assertInstanceOf(Delivery.Delivered.class, last[0]);
    }
  }
}

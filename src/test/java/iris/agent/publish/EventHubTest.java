package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.agent.Published;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class EventHubTest {
  private final Stand stand = new Stand();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final AtomicReference<Thread> other = new AtomicReference<>();

  private Object write(Object[] arguments, Runnable meanwhile) {
    ByteBuffer bytes = (ByteBuffer) arguments[1];
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    sent.writeBytes(copy);
    if (other.compareAndSet(null, Thread.ofPlatform().unstarted(meanwhile))) {
      other.get().start();
      while (other.get().isAlive() && other.get().getState() != Thread.State.BLOCKED) Thread.onSpinWait();
    }
    ((Callback) arguments[2]).succeeded();
    return null;
  }

  @Test
  void whatIsPublishedWhileAReaderComesHidesNothingThatHeMissed() throws Exception {
    AgentConfig config = Stand.config(Stand.open(100));
    Press press = new Press(config, Samples.SIV,
        new Documents(config, Samples.SIV, "1.0", Stand.NOON, new Addresses(Optional.empty())), stand.shelf);
    stand.window(Instant.parse("2026-11-22T11:40:00Z"));
    press.load(stand.now, stand.now);
    Published second = stand.window(Instant.parse("2026-11-22T11:45:00Z"));
    EventHub hub = new EventHub(10);
    Response response = (Response) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Response.class},
        (proxy, method, arguments) -> method.getName().equals("write")
            ? write(arguments, () -> hub.announce(List.of(second))) : null);
    hub.open(press, 0, response, Callback.NOOP);
    other.get().join();
    String all = sent.toString(StandardCharsets.UTF_8);
    assertTrue(all.contains("id: 1\nevent: published") && all.contains("id: 2\nevent: published"), all);
  }
}

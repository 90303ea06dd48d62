package iris.relay.mqtt;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process that publishes a state and a heartbeat and then waits to be killed. Arguments: folder, port, password. */
final class Doomed {
  private Doomed() {}

  static Target target(int port) {
    return new Target("mqtt", Kind.MQTT, Map.of(Param.ADDRESS, new Value.Text("127.0.0.1:" + port), Param.USER,
        new Value.Text("iris"), Param.PASSWORD, new Value.Secret("env:P")), Mapping.USUAL);
  }

  public static void main(String[] args) throws InterruptedException {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    MqttPublisher publisher = new MqttPublisher(target(Integer.parseInt(args[1])),
        new TestGround(Path.of(args[0]), Map.of("env:P", args[2]), InstantSource.fixed(now)));
    Delivery state = publisher.deliver(Samples.state(Samples.SIV, iris.relay.Level.OK, now));
    Delivery heartbeat = publisher.deliver(Samples.heartbeat(now));
    if (state instanceof Delivery.Delivered && heartbeat instanceof Delivery.Delivered) new CountDownLatch(1).await();
    throw new IllegalStateException(state + " " + heartbeat);
  }
}

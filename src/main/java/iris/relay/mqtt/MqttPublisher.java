package iris.relay.mqtt;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.EventJson;
import iris.relay.Ground;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.wire.Address;
import iris.relay.wire.Within;
import iris.signal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes to an MQTT broker, everything retained with QoS 1: who comes later finds the last word on each signal. Our
 * last will says {@code offline}, and so do we when we close; we ping only while the relay gives us something to
 * tell, so that a relay that hangs is not kept alive by its connection.
 */
public final class MqttPublisher implements Courier {
  private static final int PORT = 1883;
  private static final int TLS_PORT = 8883;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
  private static final Duration LOOK_FOR_RETAINED = Duration.ofSeconds(1);
  /** Of {@link Target#resend}: the relay says something at least that often, or it hangs. */
  private static final int SILENCE = 4;

  private final Target target;
  private final Ground ground;
  private final Within within;
  /** One name for all our connections: a broker that has not noticed the end of the old one ends it for the new one. */
  private final String client = name();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Broker broker;
  private volatile long told;
  /** From the first heartbeat on the status is ours: one who only tests, beside a relay that runs, has none to say. */
  private volatile boolean alive;
  private @Nullable Thread pinging;

  public MqttPublisher(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    this.within = new Within(target.timeout());
  }

  private static String name() {
    byte[] own = new byte[8];
    new SecureRandom().nextBytes(own);
    return "iris-" + HexFormat.of().formatHex(own);
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return target.wants(sort, true);
  }

  @Override
  public Delivery deliver(Message m) throws InterruptedException {
    told = System.nanoTime();
    return within.deliver(() -> send(m));
  }

  private Delivery send(Message m) throws IOException, Ground.Locked {
    Topics topics = Topics.of(target);
    try {
      if (m.sort() == Message.Sort.HEARTBEAT && !alive) {
        // A last will is said with the first word of a connection, or not at all.
        alive = true;
        leave();
      }
      connect(topics);
      // The will of a connection that broke unseen may have come after our last word.
      if (m.sort() == Message.Sort.HEARTBEAT) online(topics);
      String topic = topics.of(m);
      Objects.requireNonNull(broker).publish(topic, EventJson.line(m).getBytes(StandardCharsets.UTF_8));
      return Delivery.done(topic);
    } catch (Broker.NotLetIn no) {
      return notLetIn(no.code());
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  private void connect(Topics topics) throws IOException, Ground.Locked {
    if (broker != null && broker.gone()) drop();
    if (broker != null) return;
    broker = open(client, alive ? Optional.of(topics.status()) : Optional.empty(), target.timeout());
    if (alive) online(topics);
    keepAlive(topics);
  }

  private void online(Topics topics) throws IOException {
    Objects.requireNonNull(broker).publish(topics.status(), Broker.ONLINE.getBytes(StandardCharsets.US_ASCII));
  }

  private Broker open(String as, Optional<String> will, Duration timeout) throws IOException, Ground.Locked {
    boolean tls = target.flag(Param.TLS, false);
    Optional<SSLContext> trust = tls ? Optional.of(ground.trust(target)) : Optional.empty();
    Optional<String> password = target.secret(Param.PASSWORD).isPresent()
        ? Optional.of(ground.secret(target.secret(Param.PASSWORD).get())) : Optional.empty();
    return Broker.open(Address.of(target, tls ? TLS_PORT : PORT), trust, timeout,
        new Broker.Hello(as, target.text(Param.USER), password, will, KEEP_ALIVE));
  }

  private static Delivery notLetIn(int code) {
    return switch (code) {
      case 3 -> Delivery.later("relay.mqtt.unavailable");
      case 4, 5 -> Delivery.refused("relay.mqtt.password");
      default -> Delivery.refused("relay.mqtt.refused", code);
    };
  }

  private void keepAlive(Topics topics) {
    if (pinging != null) return;
    pinging = Thread.ofVirtual().name("relay-mqtt-ping").start(() -> {
      try {
        while (!closed.await(KEEP_ALIVE.toMillis() / 2, TimeUnit.MILLISECONDS))
          within.call(() -> ping(topics), _ -> false);
      } catch (InterruptedException ended) {
        // Only our own closing ends this thread; the broker then has our last word.
        drop();
      }
    });
  }

  /** Once in half a keep-alive. @return whether we are still there; why not, the next delivery finds and tells */
  private boolean ping(Topics topics) throws IOException, Ground.Locked {
    boolean hangs = System.nanoTime() - told > target.resend().multipliedBy(SILENCE).toNanos();
    try {
      if (hangs) drop();
      else if (broker == null) connect(topics);
      else broker.ping();
      return broker != null;
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  @Override
  public Optional<Seen> seen(Signal signal) throws InterruptedException {
    return Optional.of(within.call(() -> {
      String topic = Topics.of(target).of(signal);
      Broker reader = open(client + "r", Optional.empty(), LOOK_FOR_RETAINED);
      try {
        return reader.retained(topic).map(MqttPublisher::read)
            .orElseGet(() -> new Seen.Nothing(Reason.of("relay.mqtt.nothing", topic)));
      } finally {
        reader.drop();
      }
    }, Seen.Unasked::new));
  }

  private static Seen read(String json) {
    try {
      var event = new JsonMapper().readTree(json);
      return new Seen.Holds(Level.valueOf(event.path("level").asString("").toUpperCase(Locale.ROOT)),
          event.path("summary").asString(""));
    } catch (JacksonException | IllegalArgumentException notOurs) {
      return new Seen.Unasked(Reason.of("relay.mqtt.not-ours"));
    }
  }

  private void drop() {
    if (broker != null) broker.drop();
    broker = null;
  }

  private void leave() {
    if (broker != null) broker.bye();
    broker = null;
  }

  @Override
  public void close() {
    closed.countDown();
    Broker open = broker;
    if (open == null) return;
    try {
      if (alive) open.bye(Topics.of(target).status());
      else open.bye();
    } catch (Ground.Locked neverOpened) {
      open.drop();
    }
  }
}

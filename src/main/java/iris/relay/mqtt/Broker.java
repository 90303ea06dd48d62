package iris.relay.mqtt;

import iris.relay.wire.Address;
import iris.relay.wire.Line;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A connection to a broker that has let us in. Used by one thread at a time. */
final class Broker {
  static final String ONLINE = "online";
  static final String OFFLINE = "offline";
  private static final int CLEAN = 0x02;
  /** A last will, retained, with QoS 1. */
  private static final int WILL = 0x04 | 0x08 | 0x20;
  private static final int USER = 0x80;
  private static final int PASSWORD = 0x40;
  /** Packets that may come between a question and its answer. */
  private static final int PATIENCE = 100;

  private final Line line;
  private int number;

  private Broker(Line line) {
    this.line = line;
  }

  /** How we introduce ourselves. @param will topic that says {@link #OFFLINE} once we are gone; empty: none */
  record Hello(String client, Optional<String> user, Optional<String> password, Optional<String> will,
      Duration keepAlive) {
    private Packet packet() {
      int flags = CLEAN | (will.isPresent() ? WILL : 0) | (user.isPresent() ? USER : 0)
          | (user.isPresent() && password.isPresent() ? PASSWORD : 0);
      byte[] none = {};
      return Packet.of(Packet.CONNECT, Packet.text("MQTT"), new byte[] {4, (byte) flags},
          Packet.number((int) keepAlive.toSeconds()), Packet.text(client), will.map(Packet::text).orElse(none),
          will.isPresent() ? Packet.text(OFFLINE) : none, user.map(Packet::text).orElse(none),
          user.isPresent() && password.isPresent() ? Packet.text(password.get()) : none);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Hello[" + client + "]";
    }
  }

  /** The broker does not let us in. */
  static final class NotLetIn extends IOException {
    private final int code;

    NotLetIn(int code) {
      super("CONNACK " + code);
      this.code = code;
    }

    /** 1 to 5: MQTT 3.1.1, 3.2.2.3. */
    int code() {
      return code;
    }
  }

  static Broker open(Address to, Optional<SSLContext> tls, Duration timeout, Hello hello) throws IOException {
    Line line = Line.open(to, tls, timeout);
    try {
      line.write(hello.packet().bytes());
      Packet answer = Packet.read(line);
      if (answer.type() != Packet.CONNACK || answer.body().length < 2) throw new IOException("no MQTT");
      if (answer.body()[1] != 0) throw new NotLetIn(answer.body()[1]);
      return new Broker(line);
    } catch (IOException e) {
      line.close();
      throw e;
    }
  }

  /** With QoS 1, retained. Returns when the broker has it. */
  void publish(String topic, byte[] payload) throws IOException {
    int mine = next();
    line.write(packet(topic, payload, mine).bytes());
    for (int i = 0; i < PATIENCE; i++) {
      Packet answer = Packet.read(line);
      if (answer.type() == Packet.PUBACK && answer.numberAt(0) == mine) return;
    }
    throw new IOException("no MQTT");
  }

  private static Packet packet(String topic, byte[] payload, int number) {
    return Packet.of(Packet.PUBLISH | Packet.RETAIN, Packet.text(topic), Packet.number(number), payload);
  }

  private int next() {
    number = number == 0xFFFF ? 1 : number + 1;
    return number;
  }

  void ping() throws IOException {
    line.write(new Packet(Packet.PINGREQ, new byte[0]).bytes());
    for (int i = 0; i < PATIENCE; i++) if (Packet.read(line).type() == Packet.PINGRESP) return;
    throw new IOException("no MQTT");
  }

  /** Whether the broker has left us, as far as can be seen. */
  boolean gone() throws IOException {
    return line.look() == Line.Look.GONE;
  }

  /** What is retained under a topic; empty where nothing comes in time. @throws NotLetIn where we may not read it */
  Optional<String> retained(String topic) throws IOException {
    line.write(Packet.of(Packet.SUBSCRIBE, Packet.number(next()), Packet.text(topic), new byte[] {0}).bytes());
    try {
      for (int i = 0; i < PATIENCE; i++) {
        Packet heard = Packet.read(line);
        boolean told = heard.type() == Packet.SUBACK && heard.body().length > 2;
        if (told && (heard.body()[2] & 0x80) != 0) throw new NotLetIn(5);
        if (heard.type() == (Packet.PUBLISH & 0xF0)) return Optional.of(payload(heard));
      }
    } catch (SocketTimeoutException nothing) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static String payload(Packet heard) throws IOException {
    int from = 2 + heard.numberAt(0) + ((heard.head() & 0x06) == 0 ? 0 : 2);
    if (from > heard.body().length) throw new IOException("no MQTT");
    return new String(Arrays.copyOfRange(heard.body(), from, heard.body().length), StandardCharsets.UTF_8);
  }

  /** Says on a topic that we go, and goes: after a good-bye in order a broker keeps the last will to itself. */
  void bye(String status) {
    line.bye(packet(status, OFFLINE.getBytes(StandardCharsets.US_ASCII), next()).bytes(), disconnect());
  }

  /** The same without a word on any topic. */
  void bye() {
    line.bye(disconnect());
  }

  private static byte[] disconnect() {
    return new Packet(Packet.DISCONNECT, new byte[0]).bytes();
  }

  /** Without a good-bye: the broker tells our last will. */
  void drop() {
    line.close();
  }
}

package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How much the relay takes with a hundred feeds and the options of its unit; the figure is printed. */
class RelayMemoryTest {
  private static final int FEEDS = 100;
  /** Twelve hours. */
  private static final int WINDOWS = 144;
  private static final long LIMIT_KB = 150 << 10;
  private static final Duration SETTLE = Duration.ofSeconds(45);
  private static final Pattern OPTIONS = Pattern.compile("IRIS_JAVA_OPTIONS=([^\"]*)\"");
  private static final Pattern SIGNAL = Pattern.compile("signal=\"(s\\d+)\"");

  @TempDir Path home;

  private static List<String> optionsOfTheUnit() throws IOException {
    Matcher m = OPTIONS.matcher(Files.readString(Path.of("installer/linux/iris-relay.service")));
    assertTrue(m.find(), "the unit names its options");
    return List.of(m.group(1).split(" "));
  }

  private static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(l -> l.startsWith("VmRSS:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", ""))).findFirst().orElseThrow();
  }

  @Test
  @Timeout(300)
  void aHundredFeedsAreWatchedInLessThanAHundredAndFiftyMegabytes() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "resident memory is read from /proc, which Linux has");
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(WINDOWS);
        DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      server.setSoTimeout(90_000);
      String sources = IntStream.range(0, FEEDS)
          .mapToObj(i -> "  s" + i + ": {url: \"" + feeds.address("s" + i) + "\", poll-every: 15s}").collect(Collectors.joining("\n"));
      Files.writeString(home.resolve("iris.yaml"), "display: {language: en}\nfeeds:\n" + sources
          + "\nrelay: {journal: {kind: syslog-udp, statistics: false, address: \"127.0.0.1:" + server.getLocalPort() + "\"}}\n");
      try (Launched relay = Launched.start(home, optionsOfTheUnit(), Map.of("MALLOC_ARENA_MAX", "2"), "relay")) {
        Set<String> told = new HashSet<>();
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        while (told.size() < FEEDS) {
          server.receive(packet);
          String line = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
          Matcher m = SIGNAL.matcher(line);
          if (m.find() && line.contains("state=\"ok\"")) told.add(m.group(1));
        }
        assertEquals(FEEDS, told.size());
        // It goes on polling and telling meanwhile.
        assertTrue(!relay.process.waitFor(SETTLE.toSeconds(), TimeUnit.SECONDS), () -> "it ended: " + relay.lines);
        long kilobytes = resident(relay.process.pid());
        System.out.println("iris relay, " + FEEDS + " feeds of " + WINDOWS + " windows: " + (kilobytes >> 10) + " MB resident");
        assertTrue(kilobytes < LIMIT_KB, (kilobytes >> 10) + " MB resident");
      }
    }
  }
}

package iris.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of a hundred megabytes and more, read in a process that has 96: not one byte over the cap is kept. */
@Timeout(300)
class HeavyFeedTest {
  private static final int SIZE = 100 << 20;

  @TempDir Path folder;

  /** So many bytes, made as they are sent; who reads may cut the line. */
  private static Reply heavy(String head, boolean chunked) {
    byte[] block = "<item><title>one more</title></item>\n".repeat(1800).getBytes(StandardCharsets.US_ASCII);
    String size = Integer.toHexString(block.length) + "\r\n";
    return (request, line) -> {
      line.write("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n");
      for (int sent = 0; sent < SIZE; sent += block.length) {
        if (chunked) line.write(size);
        line.out().write(block);
        if (chunked) line.write("\r\n");
      }
      return false;
    };
  }

  /** A gigabyte in one: what is packed a hundred times is as valid as what is packed once. */
  private static byte[] bomb() {
    byte[] part = Reply.gzipped(new byte[10 << 20]);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 100; i++) all.writeBytes(part);
    return all.toByteArray();
  }

  @Test
  void whateverItsWeightAndHoweverItComesItIsRefusedWithASentenceAndTheMemoryStaysFlat() throws Exception {
    Path file = folder.resolve("feed.xml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(SIZE);
    }
    try (ScriptedServer server = ScriptedServer.http().then(Reply.byPath(Map.of(
        "/announced", heavy("Content-Length: " + SIZE, false),
        "/chunked", heavy("Transfer-Encoding: chunked", true),
        "/endless", heavy("Connection: close", false),
        "/bomb", Reply.ok(bomb(), "Content-Encoding: gzip"),
        "/well", Reply.ok("<rss/>"))))) {
      List<String> addresses = new ArrayList<>();
      for (String path : List.of("/announced", "/chunked", "/endless", "/bomb", "/well")) addresses.add(server.uri(path).toString());
      addresses.add(file.toUri().toString());
      List<String> round = List.of("feed.too-large.wire", "feed.too-large.wire", "feed.too-large.wire",
          "feed.too-large.inflated", "body of 6", "feed.too-large.wire");
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 4; i++) expected.addAll(round);
      assertEquals(String.join("\n", expected), said(addresses));
    }
  }

  private static String said(List<String> addresses) throws Exception {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath, HeavyReader.class.getName()));
    line.addAll(addresses);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
      return said.strip();
    } finally {
      process.destroyForcibly();
    }
  }
}

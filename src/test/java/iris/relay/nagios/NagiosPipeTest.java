package iris.relay.nagios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Daemon;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command file where nobody reads it as it should be read; never a wait. */
@Timeout(300)
class NagiosPipeTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:12:20.900Z");

  @TempDir
  Path folder;

  private Delivery brought(Path pipe) throws InterruptedException {
    Target target = new Target("nagios", Kind.NAGIOS_PIPE, Map.of(Param.FILE, new Value.File(pipe)), Mapping.USUAL);
    try (NagiosPipe courier = new NagiosPipe(target, new TestGround(folder, Map.of(), InstantSource.fixed(AT)))) {
      return courier.deliver(Samples.outage(Samples.SIV, AT));
    }
  }

  private Path pipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("nagios.cmd");
    Process made = new ProcessBuilder(Daemon.program("mkfifo", "coreutils").toString(), pipe.toString()).start();
    assertEquals(0, made.waitFor());
    return pipe;
  }

  private static String later(Delivery is) {
    return assertInstanceOf(Delivery.TryLater.class, is).why().key();
  }

  @Test
  void aPipeWithoutReaderIsLeftAtOnceAndNothingStaysInIt() throws Exception {
    Path pipe = pipe();
    assertEquals("relay.nagios.pipe.no-reader", later(brought(pipe)));
    assertEquals("relay.nagios.pipe.no-reader", later(brought(pipe)));
    try (RandomAccessFile reader = new RandomAccessFile(pipe.toFile(), "rw")) {
      assertEquals(Delivery.done(), brought(pipe));
      byte[] read = new byte[4096];
      assertEquals("[1795356740] PROCESS_SERVICE_CHECK_RESULT;iris;siv;2;CRITICAL - SIV : indisponible, origine service externe\n",
          new String(read, 0, reader.read(read), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFullPipeIsLeftAtOnceToo() throws Exception {
    Path pipe = pipe();
    try (RandomAccessFile stopped = new RandomAccessFile(pipe.toFile(), "rw")) {
      int lines = 0;
      Delivery is = brought(pipe);
      while (is instanceof Delivery.Delivered && lines++ < 100_000) is = brought(pipe);
      assertEquals("relay.nagios.pipe.full", later(is));
      byte[] read = new byte[1 << 20];
      String all = new String(read, 0, stopped.read(read), StandardCharsets.UTF_8);
      assertTrue(all.endsWith("\n"), "a line went in by halves");
    }
  }

  @Test
  void anOrdinaryFileInThePipesPlaceIsNotFilled() throws Exception {
    Path file = Files.writeString(folder.resolve("nagios.cmd"), "");
    assertEquals("relay.nagios.pipe.other", later(brought(file)));
    assertEquals(0, Files.size(file));
  }

  @Test
  void nothingIsMadeWhereNothingIs() throws Exception {
    assertEquals("relay.nagios.pipe.absent", later(brought(folder.resolve("none.cmd"))));
    assertTrue(Files.notExists(folder.resolve("none.cmd")));
  }

  @Test
  void whoMayNotWriteIsToldWhoMay() throws Exception {
    Assumptions.assumeFalse(RealNagios.ROOT, "root may write everywhere");
    Path pipe = pipe();
    Files.setPosixFilePermissions(pipe, PosixFilePermissions.fromString("r--r-----"));
    Delivery.TryLater later = assertInstanceOf(Delivery.TryLater.class, brought(pipe));
    assertEquals("relay.nagios.pipe.forbidden", later.why().key());
    assertTrue(later.why().args().contains("r--r-----"), later.toString());
  }
}

package iris.relay.snmp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.relay.Ground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
  @TempDir private Path home;

  @Test
  void anEngineKeepsItsNameAndCountsItsStarts() throws Exception {
    Path file = home.resolve("deep/snmp-a.properties");
    Engine first = Engine.started(file);
    Engine second = Engine.started(file);
    assertEquals(1, first.boots());
    assertEquals(2, second.boots());
    assertArrayEquals(first.id(), second.id());
    assertEquals("80007ed905", HexFormat.of().formatHex(first.id(), 0, 5));
    assertNotEquals(Arrays.toString(first.id()), Arrays.toString(Engine.started(home.resolve("b")).id()));
  }

  /** An engine that began anew would be dropped by its receivers without a word: a person must know. */
  @ParameterizedTest
  @ValueSource(strings = {"", "boots=3", "engine=0x80007ed9051234\n", "engine=xyz\nboots=1",
      "engine=0x80007ed9051234\nboots=-1",
      "engine=0x12\nboots=1", "engine=0x80007ed9051234\nboots=2147483647", "engine=\\u00zz\nboots=1"})
  void whatCannotBeCountedOnIsNotUsed(String kept) throws Exception {
    Path file = Files.writeString(home.resolve("snmp.properties"), kept);
    Ground.Locked locked = assertThrows(Ground.Locked.class, () -> Engine.started(file));
    assertEquals("relay.snmp.engine", locked.reason().key());
    assertEquals(kept, Files.readString(file));
  }
}

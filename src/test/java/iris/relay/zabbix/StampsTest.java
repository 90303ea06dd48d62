package iris.relay.zabbix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path folder;

  private Stamps stamps() {
    return new Stamps(folder.resolve("stamp"), InstantSource.fixed(NOON.plusSeconds(3_600)));
  }

  @Test
  void theSameMessageHasTheSameStampAndTheNextALaterOne() {
    Stamps stamps = stamps();
    Stamp first = stamps.of("siv", "a", NOON);
    assertEquals(Stamp.of(NOON), first);
    assertEquals(first, stamps.of("siv", "a", NOON.plusSeconds(9)));
    assertEquals(first.next(), stamps.of("siv", "b", NOON));
    assertEquals(first.next().next(), stamps.of("siv", "c", NOON.minusSeconds(100)));
    assertEquals(Stamp.of(NOON), stamps.of("another", "d", NOON));
  }

  @Test
  void whatIsOlderThanTheLastValueBeforeARestartComesAfterIt() {
    Stamps before = stamps();
    before.taken(before.of("siv", "a", NOON));
    Stamps after = stamps();
    assertTrue(after.of("siv", "b", NOON.minusSeconds(60)).compareTo(Stamp.of(NOON)) > 0);
    assertEquals(Stamp.of(NOON.plusSeconds(60)), after.of("other", "c", NOON.plusSeconds(60)));
  }

  @Test
  void withoutAReadableFileNothingIsOlderThanNow() throws Exception {
    Files.writeString(folder.resolve("stamp"), "what is this");
    assertTrue(stamps().of("siv", "a", NOON).compareTo(Stamp.of(NOON.plusSeconds(3_600))) > 0);
  }

  @Test
  void aFolderThatCannotBeWrittenHoldsNothingBack() {
    Stamps lost = new Stamps(folder.resolve("no/such/stamp"), InstantSource.fixed(NOON));
    lost.taken(lost.of("siv", "a", NOON));
    assertNotEquals(lost.of("siv", "a", NOON), lost.of("siv", "b", NOON));
  }

  @Test
  void aSecondHasABillionNanoseconds() {
    assertEquals(new Stamp(8, 0), new Stamp(7, 999_999_999).next());
    assertEquals(new Stamp(7, 999_999_999), new Stamp(8, 0).before());
  }
}

package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Input;
import iris.signal.Item;
import iris.signal.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private final Documents writer = new Documents();
  private final Documents reader = new Documents();

  private int sent;

  private void goesThrough(List<Item> items) {
    Report.Published report = Fixtures.published("siv", items);
    byte[] json = Codec.write(writer.shorten(report), Documents.Difference.class);
    sent = json.length;
    assertEquals(new Input.Heard(report), reader.lengthen(Codec.read(json, Documents.Difference.class)));
  }

  @Test
  void aWindowMoreCostsAWindowNotADay() {
    List<Item> day = Fixtures.windows(288);
    goesThrough(day);
    int whole = sent;
    goesThrough(day.subList(1, 288));
    List<Item> next = new ArrayList<>(day.subList(1, 288));
    next.add(Fixtures.windows(289).getLast());
    goesThrough(next);
    assertTrue(sent * 50 < whole, "a difference of " + sent + " bytes, whole " + whole);
  }

  @Test
  void anyOrderAndAnyRepetitionComesBackAsItWas() {
    Random random = new Random(7);
    List<Item> all = Fixtures.windows(40);
    for (int round = 0; round < 300; round++) {
      List<Item> some = new ArrayList<>(all);
      Collections.shuffle(some, random);
      some = new ArrayList<>(some.subList(0, random.nextInt(all.size())));
      if (!some.isEmpty() && random.nextBoolean()) some.add(some.getFirst());
      goesThrough(some);
    }
  }

  @Test
  void anArchiveDoesNotDisplaceTheDocumentOfTheNextPoll() {
    List<Item> day = Fixtures.windows(288);
    goesThrough(day);
    Report.Published archive = Fixtures.published("siv", Fixtures.windows(12));
    archive = new Report.Published(archive.source(), archive.bulletin(), archive.contact(), true);
    assertEquals(new Input.Heard(archive), reader.lengthen(writer.shorten(archive)));
    goesThrough(day);
    assertTrue(sent < 2_000, "an unchanged document took " + sent + " bytes");
  }

  @Test
  void afterASnapshotTheFirstDocumentIsWhole() {
    List<Item> day = Fixtures.windows(288);
    goesThrough(day);
    writer.forget();
    Report.Published report = Fixtures.published("siv", day);
    assertEquals(new Input.Heard(report), new Documents().lengthen(writer.shorten(report)));
  }
}

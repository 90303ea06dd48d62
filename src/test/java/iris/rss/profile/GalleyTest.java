package iris.rss.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import iris.signal.Item;
import iris.signal.Note;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleyTest {
  private final ProfileWriter writer = new ProfileWriter(ZoneId.of("Europe/Paris"));
  private final Galley galley = new Galley(writer);

  private void same(List<Item> items) {
    assertArrayEquals(writer.write(Samples.channel(), List.of(Samples.SIV), items),
        galley.write(Samples.channel(), List.of(Samples.SIV), items));
  }

  @Test
  void theBytesAreThoseOfTheWriterWhateverWasSetBefore() {
    List<Item> all = Samples.allKinds();
    same(all);
    same(all);
    same(all.subList(3, 9));
    same(List.of());
    same(all.reversed());
  }

  @Test
  void marksInTextsAreTexts() {
    List<Item> items = new ArrayList<>();
    items.add(Items.of("g", "\n    <item>", "a\n  </channel>\n    <item>\n    </item>", Samples.NOON, Note.NOTE));
    items.add(Items.of("g", "the same guid, another text", "", Samples.NOON, Note.NOTE));
    same(items);
    same(items.reversed());
  }
}

package iris.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.report.Block;
import iris.report.Paper;
import iris.report.Tone;
import iris.words.Lang;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final Words WORDS = Words.of(Lang.EN, ZoneOffset.UTC);

  private static Paper paper(int services) {
    List<Block> blocks = new ArrayList<>(List.of(new Block.Sentence("kept", Tone.GOOD)));
    for (int i = 0; i < services; i++) {
      blocks.add(new Block.Heading(1, "service " + i));
      blocks.add(new Block.Heading(2, "availability"));
      blocks.add(new Block.Sentence("of " + i, Tone.PLAIN));
    }
    return new Paper("title", "period", Instant.EPOCH, Lang.EN, blocks);
  }

  @Test
  void aFewServicesAreShownWhole() {
    Paper few = paper(Digest.MOST);
    assertSame(few, Digest.of(few, WORDS));
  }

  @Test
  void ofManyTheFirstPageIsShownAndWhereTheOthersAre() {
    List<Block> blocks = Digest.of(paper(30), WORDS).blocks();
    assertEquals(2, blocks.size());
    assertEquals(new Block.Sentence("kept", Tone.GOOD), blocks.getFirst());
    assertTrue(blocks.getLast() instanceof Block.Sentence(String text, Tone _) && text.contains("30 services"), blocks.toString());
  }
}

package iris.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.ui.control.Typed;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfferedTest {
  private static final List<String> ALL = IntStream.range(0, 1000).mapToObj(i -> "feed-%03d".formatted(i)).toList();

  private static Offered of(String typed, Optional<String> chosen) {
    return Offered.of(ALL, chosen, Typed.of(typed), name -> name + (name.equals("feed-777") ? " Dépannage" : ""));
  }

  @Test
  void ofManyTheFirstAreOfferedAndTheOthersCounted() {
    Offered all = of("", Optional.empty());
    assertEquals(ALL.subList(0, Offered.MOST), all.names());
    assertEquals(950, all.others());
  }

  @Test
  void whatIsTypedIsFoundInTheWholeTextByAnyOfItsWords() {
    assertEquals(new Offered(List.of("feed-777"), 0, 1), of("DEPANN feed", Optional.empty()));
    assertEquals(new Offered(List.of("feed-099", "feed-199", "feed-299", "feed-399", "feed-499", "feed-599", "feed-699",
        "feed-799", "feed-899", "feed-990", "feed-991", "feed-992", "feed-993", "feed-994", "feed-995", "feed-996",
        "feed-997", "feed-998", "feed-999"), 0, 19), of("99", Optional.empty()));
    assertEquals(new Offered(List.of(), 0, 0), of("nothing", Optional.empty()));
  }

  @Test
  void whatIsChosenIsAlwaysOfferedAndCountedOnce() {
    Offered far = of("", Optional.of("feed-900"));
    assertEquals("feed-900", far.names().getFirst());
    assertEquals(Offered.MOST + 1, far.names().size());
    assertEquals(949, far.others());
    assertEquals(new Offered(List.of("feed-900", "feed-777"), 0, 1), of("dépannage", Optional.of("feed-900")));
    assertEquals(new Offered(List.of("feed-900"), 0, 0), of("nothing", Optional.of("feed-900")));
    assertEquals(ALL.subList(0, Offered.MOST), of("", Optional.of("feed-003")).names());
    assertEquals(ALL.subList(0, Offered.MOST), of("", Optional.of("gone")).names());
  }
}

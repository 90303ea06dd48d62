package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Criterion;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Receipt;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.alarm.Unclear;
import iris.rss.Reading;
import iris.signal.Bulletin;
import iris.signal.Contact;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of people and receipts over real feeds. */
class RealAnnouncementsTest {
  private static final Words EN = Words.of(Lang.EN, ZoneOffset.UTC);
  private final Now now = new Now(Instant.parse("2026-11-22T14:00:00Z"), Duration.ofHours(3));

  private Board heard(Bulletin bulletin) {
    Board board = Board.first(new Rules(
        List.of(new Rules.FeedRules("page", "Page", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);
    return after(board, new Input.Heard(new Report.Published("page", bulletin, Contact.NOTHING_KNOWN, false)));
  }

  private Board after(Board board, Input input) {
    return board.after(input, now).board();
  }

  private static List<Bulletin> feeds() throws Exception {
    Path status = Captures.root().resolve("status");
    List<Path> files;
    try (Stream<Path> all = Files.walk(status)) {
      files = all.filter(Files::isRegularFile).filter(f -> f.toString().matches(".*\\.(xml|rss|atom)")).toList();
    }
    return files.stream().map(Captures::read).filter(Reading.Read.class::isInstance)
        .map(r -> ((Reading.Read) r).bulletin()).toList();
  }

  /** The same document, had our rules not known a single word of it. */
  private static Bulletin strange(Bulletin b) {
    return new Bulletin(b.channel(), b.dialect(), b.services(), List.of(), b.incidents().stream()
        .map(i -> new Incident(i.id(), i.service(), i.title(), Incident.Kind.UNCLASSIFIED, true, i.origin(), i.party(),
            i.opened(), Optional.empty(), i.updates(), "generic.none", i.sentence(), i.proof())).toList(), b.findings());
  }

  @Test
  void whatNoRuleDecidesStandsToBeClassifiedAndIsNeverGreen() throws Exception {
    int unclear = 0;
    for (Bulletin b : feeds()) {
      Board board = heard(strange(b));
      Set<String> open = new TreeSet<>();
      b.incidents().forEach(i -> open.add(i.id()));
      if (open.isEmpty()) continue;
      Set<String> stand = new TreeSet<>();
      Unclear.of(board).forEach(u -> stand.add(u.incident().id()));
      assertEquals(open, stand, b.channel().title());
      assertEquals(1, board.alarms().keySet().stream().filter(k -> k.kind() == AlarmKey.Kind.TO_CLASSIFY).count());
      assertNotEquals(Shown.UP, board.services().values().iterator().next().shown(), b.channel().title());
      unclear += open.size();
    }
    assertTrue(unclear > 1000, "unclear " + unclear);
  }

  @Test
  void theWordsProposedMakeARuleThatDecidesAndTakenBackLeavesNothing() throws Exception {
    int tried = 0;
    for (Bulletin b : feeds()) {
      Board before = heard(b);
      for (Unclear u : Unclear.all(before).stream().limit(5).toList()) {
        Criterion c = new Criterion(Optional.of("page"), Criterion.Field.TITLE, Criterion.proposed(u.told().title()),
            Criterion.Says.OUTAGE, Optional.empty());
        if (!c.sound()) continue;
        assertTrue(c.matches("page", u.told()), c.words() + " | " + u.told().title());
        Board ruled = after(before, new Input.Did(new Act.Classify(c, "léa", "essai")));
        assertEquals(Incident.Kind.OUTAGE, find(ruled, u).incident().kind());
        Board back = after(ruled, new Input.Did(new Act.Unclassify("r1", "léa", "fini")));
        assertEquals(u.incident(), find(back, u).incident());
        assertEquals(before.services().values().iterator().next().shown(), back.services().values().iterator().next().shown());
        tried++;
      }
    }
    assertTrue(tried > 100, "tried " + tried);
  }

  private static Unclear find(Board board, Unclear u) {
    return Unclear.all(board).stream().filter(o -> o.incident().id().equals(u.incident().id())).findFirst().orElseThrow();
  }

  @Test
  void everyReceiptOfARealFeedIsSaidInWords() throws Exception {
    Set<String> unknown = new TreeSet<>();
    int said = 0;
    for (Bulletin b : feeds()) {
      Board board = heard(b);
      for (String service : board.services().keySet()) {
        Receipt r = Receipt.of(board, service, List.of()).orElseThrow();
        assertEquals(board.services().get(service).shown(), r.shown());
        Stream<Reason> reasons = Stream.of(r.ladder().stream().map(Receipt.Rung::why),
            r.alarms().stream().map(Receipt.Proven::rule), r.incidents().stream().flatMap(c -> c.because().stream()),
            r.moments().stream().map(Receipt.Moment::what)).flatMap(s -> s);
        for (Reason reason : reasons.toList()) {
          said++;
          if (!EN.knows(reason.key())) unknown.add(reason.key());
        }
      }
    }
    assertEquals(Set.of(), unknown);
    assertTrue(said > 500, "said " + said);
  }
}

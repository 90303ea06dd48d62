package iris.ui.station.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Lifecycle;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Shown;
import iris.alarm.Suppression;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which alarms are in the table, and in what order. */
class ChoosingTest {
  private static final List<Line> LINES = Line.of(Boards.calm()
      .service("siv", "SIV", Shown.DOWN).service("fni", "FNI", Shown.DEGRADED).service("tp", "Télépaiement", Shown.DOWN)
      .service("ct", "Contrôle technique", Shown.DOWN)
      .alarm(Kind.OUTAGE, "siv", Lifecycle.UNACKED, Priority.P1, Reason.of("w"))
      .alarm(Kind.DEGRADED, "fni", Lifecycle.ACKED, Priority.P2, Reason.of("Lenteur à l’œuvre"))
      .alarm(Kind.CONSOLE_FAULT, "journal", Lifecycle.LATCHED_ACKED, Priority.P3, Reason.of("w"))
      .alarm(Kind.OUTAGE, "tp", Lifecycle.UNACKED, Priority.P1, Reason.of("w"))
      .shelve(Kind.OUTAGE, "tp", Boards.shelf("Marie", "essais", Duration.ofMinutes(15)))
      .service("ct", Optional.empty(), Optional.of(new Suppression(Suppression.Kind.MAINTENANCE, "DARVA", "migration",
          Boards.SINCE, Optional.empty())), Optional.empty())
      .board(), Boards.NOW, Words.of(Lang.FR, ZoneId.of("Europe/Paris")));

  private static List<String> passing(Filter filter) {
    return LINES.stream().filter(filter::passes).map(line -> line.text(Column.SUBJECT)).toList();
  }

  private static List<String> found(String typed) {
    return LINES.stream().filter(Search.of(typed)::finds).map(line -> line.text(Column.SUBJECT)).toList();
  }

  private static Filter by(Filter.State state, Filter.Muted muted) {
    return new Filter(state, Optional.empty(), Optional.empty(), muted);
  }

  @Test
  void whatIsSetAsideIsHiddenAloneOrBetween() {
    assertEquals(List.of("SIV", "FNI", "journal"), passing(Filter.USUAL));
    assertEquals(2, passing(by(Filter.State.ALL, Filter.Muted.ONLY)).size());
    assertEquals(5, passing(by(Filter.State.ALL, Filter.Muted.WITH)).size());
    assertEquals(Filter.Muted.WITHOUT, Filter.Muted.WITHOUT.next().next().next());
  }

  @Test
  void statesPrioritiesAndOriginsAreFiltered() {
    assertEquals(List.of("SIV"), passing(by(Filter.State.UNACKED, Filter.Muted.WITHOUT)));
    assertEquals(List.of("FNI"), passing(by(Filter.State.ACKED, Filter.Muted.WITHOUT)));
    assertEquals(List.of("journal"), passing(by(Filter.State.RETURNED, Filter.Muted.WITHOUT)));
    assertEquals(List.of("FNI"), passing(new Filter(Filter.State.ALL, Optional.of(Priority.P2), Optional.empty(),
        Filter.Muted.WITHOUT)));
    assertEquals(List.of("SIV", "FNI"), passing(new Filter(Filter.State.ALL, Optional.empty(),
        Optional.of(Fault.EXTERNAL), Filter.Muted.WITHOUT)));
  }

  @Test
  void wordsAreFoundInAnyColumnWithoutAccentsAndCapitals() {
    assertEquals(List.of("Télépaiement"), found("TELEPAI"));
    assertEquals(List.of("Télépaiement"), found("essais p1"));
    assertEquals(List.of("FNI"), found("oeuvre"));
    assertEquals(List.of(), found("essais p2"));
    assertEquals(5, found("  ").size());
  }

  @Test
  void aSortIsByMeaningAndWhatIsEqualStaysInTheUsualOrder() {
    Sort rising = new Sort(List.of(new Sort.By(Column.SUBJECT, false)));
    assertEquals(List.of("FNI", "journal", "SIV"), LINES.stream().filter(Filter.USUAL::passes)
        .sorted(rising.order(Locale.FRENCH)).map(line -> line.text(Column.SUBJECT)).toList());
    Sort falling = new Sort(List.of(new Sort.By(Column.PRIORITY, true)));
    assertEquals(List.of("journal", "FNI", "SIV"), LINES.stream().filter(Filter.USUAL::passes)
        .sorted(falling.order(Locale.FRENCH)).map(line -> line.text(Column.SUBJECT)).toList());
  }

  @Test
  void underAHandEachRowStaysAndWhatIsGoneKeepsItsPlace() {
    Line siv = LINES.getFirst();
    Line fni = LINES.stream().filter(l -> l.text(Column.SUBJECT).equals("FNI")).findFirst().orElseThrow();
    Map<String, Line> all = List.of(fni).stream().collect(Collectors.toMap(Line::id, Function.identity()));
    List<Line> held = Order.held(List.of(siv), List.of(fni), all);
    assertEquals(List.of(siv.id(), fni.id()), held.stream().map(Line::id).toList());
    assertTrue(held.getFirst().gone() && !held.getFirst().unacked());
  }
}

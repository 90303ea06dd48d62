package iris.ui.charts;

import iris.signal.Origin;
import iris.ui.charts.model.Curve;
import iris.ui.charts.model.Figure;
import iris.ui.charts.model.Source;
import iris.ui.charts.model.State;
import iris.ui.charts.model.Strand;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is seen, as figures for a spreadsheet: a line a stretch, whole numbers only, so that no comma of a language is in
 * them; a figure that is not known is empty, never 0. Headings are the same in each language: programs read them.
 */
final class Table {
  private final List<Strand> strands;
  private final TreeSet<String> parties = new TreeSet<>();
  private final DateTimeFormatter time;

  Table(List<Strand> strands, ZoneId zone) {
    this.strands = strands;
    strands.forEach(s -> parties.addAll(s.responses().keySet()));
    time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
  }

  String tsv(Instant from, Instant to) {
    return text(from, to, "\t", "\n");
  }

  String csv(Instant from, Instant to) {
    return text(from, to, ",", "\r\n");
  }

  private String text(Instant from, Instant to, String between, String end) {
    return rows(from, to).stream().map(row -> row.stream().map(cell -> quoted(cell, between)).collect(Collectors.joining(between)))
        .collect(Collectors.joining(end, "", end));
  }

  /** The name of a party comes from a feed: what begins like a formula must not be one. */
  private static String quoted(String cell, String between) {
    String plain = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    boolean odd = plain.contains(between) || plain.contains("\"") || plain.contains("\n") || plain.contains("\r");
    return odd ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }

  List<List<String>> rows(Instant from, Instant to) {
    List<List<String>> rows = new ArrayList<>(List.of(head()));
    for (Strand s : strands)
      for (int i = s.after(from.toEpochMilli()); i < s.size() && s.from(i) < to.toEpochMilli(); i++) rows.add(row(s, i));
    return rows;
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of("from", "to", "windows"));
    for (State state : State.values()) head.add(low(state.name()) + "_s");
    head.addAll(List.of("total", "failed"));
    for (Origin origin : Origin.values()) head.add("failed_" + origin.wire());
    times(head, "transaction");
    parties.forEach(party -> times(head, party));
    return head;
  }

  private static void times(List<String> head, String of) {
    for (Figure figure : Figure.values()) head.add(of + "_" + low(figure.name()) + "_ms");
    head.add(of + "_percentiles");
  }

  private static String low(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private List<String> row(Strand s, int i) {
    List<String> row = new ArrayList<>(List.of(at(s.from(i)), at(s.to(i)), Integer.toString(s.windows(i))));
    for (State state : State.values()) row.add(Long.toString(s.seconds(i, state)));
    row.add(whole(s.total(i)));
    row.add(whole(s.failed(i)));
    for (Origin origin : Origin.values()) row.add(whole(s.failed(i, origin)));
    times(row, s.transaction(), i);
    for (String party : parties) times(row, s.responses().get(party), i);
    return row;
  }

  private static void times(List<String> row, @Nullable Curve curve, int i) {
    for (Figure figure : Figure.values()) row.add(curve == null ? "" : whole(curve.at(figure, i)));
    row.add(curve == null || curve.source(i) == Source.NONE ? "" : low(curve.source(i).name()));
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "" : Long.toString(Math.round(value));
  }

  private String at(long millis) {
    return time.format(Instant.ofEpochMilli(millis));
  }
}
